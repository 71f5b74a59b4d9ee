package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.xml.namespace.QName;

/**
 * A collection: it maps names to resources.
 *
 * @param id its id
 * @param created when it was created
 * @param modified when its members last changed
 * @param properties its dead properties
 * @param members the ids of its members, by name
 */
record Collection(String id, Instant created, Instant modified, Map<QName, XmlElement> properties,
		SortedMap<String, String> members) implements Resource {

	Collection {
		properties = Map.copyOf(properties);
		members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
	}

	static Collection empty(String id, Instant now) {
		return new Collection(id, now, now, Map.of(), new TreeMap<>());
	}

	Collection withMember(String name, String member, Instant now) {
		SortedMap<String, String> members = new TreeMap<>(this.members);
		members.put(name, member);
		return new Collection(this.id, this.created, now, this.properties, members);
	}

	Collection withoutMember(String name, Instant now) {
		SortedMap<String, String> members = new TreeMap<>(this.members);
		members.remove(name);
		return new Collection(this.id, this.created, now, this.properties, members);
	}

	@Override
	public Collection withProperties(Map<QName, XmlElement> properties) {
		return new Collection(this.id, this.created, this.modified, properties, this.members);
	}

}
