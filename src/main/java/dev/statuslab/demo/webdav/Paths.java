package dev.statuslab.demo.webdav;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds a path for each resource of a tree. */
final class Paths {

	private Paths() {
	}

	/** The shortest path to each resource, by its id. */
	static Map<String, DavPath> shortest(Tree tree) {
		Map<String, DavPath> paths = new LinkedHashMap<>(Map.of(tree.root(), DavPath.ROOT));
		Deque<String> waiting = new ArrayDeque<>(paths.keySet());
		while (!waiting.isEmpty()) {
			String id = waiting.remove();
			if (tree.get(id) instanceof Collection collection) {
				collection.members().forEach((name, member) -> {
					if (paths.putIfAbsent(member, paths.get(id).child(name)) == null) {
						waiting.add(member);
					}
				});
			}
		}
		return paths;
	}

}
