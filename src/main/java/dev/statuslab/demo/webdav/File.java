package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.util.Map;

import javax.xml.namespace.QName;

import dev.statuslab.http.Representation;

/**
 * A resource that is no collection.
 *
 * @param id its id
 * @param created when it was created
 * @param modified when its content last changed
 * @param properties its dead properties
 * @param content what it holds
 */
record File(String id, Instant created, Instant modified, Map<QName, XmlElement> properties,
		Representation content) implements Resource {

	File {
		properties = Map.copyOf(properties);
	}

	static File of(String id, Instant now, byte[] octets, String mediaType) {
		return new File(id, now, now, Map.of(), Representation.of(octets, mediaType, ""));
	}

	File withContent(byte[] octets, String mediaType, Instant now) {
		return new File(this.id, this.created, now, this.properties, Representation.of(octets, mediaType, ""));
	}

	@Override
	public File withProperties(Map<QName, XmlElement> properties) {
		return new File(this.id, this.created, this.modified, properties, this.content);
	}

	@Override
	public long weight() {
		return this.content.octets().length + Resource.super.weight();
	}

}
