package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Copies a part of a tree with the bindings that are within it, loops too (RFC 5842
 * §2.3).
 */
final class Copy {

	private final Tree tree;

	private final Instant now;

	Copy(Tree tree, Instant now) {
		this.tree = tree;
		this.now = now;
	}

	/**
	 * Copies a resource with all that it contains.
	 * @param source what to copy
	 * @param at where to
	 * @param deep whether the members of a collection are copied
	 * @return the tree with the copy
	 */
	Tree to(Resource source, DavPath at, boolean deep) {
		if (!deep || source instanceof File) {
			return this.tree.bind(at, copy(source, Trees.newId(), Map.of()), this.now);
		}
		Map<String, String> ids = this.tree.reachable(source.id())
			.stream()
			.collect(Collectors.toMap((id) -> id, (id) -> Trees.newId()));
		Tree copied = this.tree;
		for (Map.Entry<String, String> id : ids.entrySet()) {
			copied = copied.with(copy(this.tree.get(id.getKey()), id.getValue(), ids));
		}
		return copied.bind(at, copied.get(ids.get(source.id())), this.now);
	}

	private Resource copy(Resource source, String id, Map<String, String> ids) {
		if (source instanceof Collection collection) {
			SortedMap<String, String> members = new TreeMap<>();
			if (!ids.isEmpty()) {
				collection.members().forEach((name, member) -> members.put(name, ids.get(member)));
			}
			return new Collection(id, this.now, this.now, source.properties(), members);
		}
		return new File(id, this.now, this.now, source.properties(), ((File) source).content());
	}

}
