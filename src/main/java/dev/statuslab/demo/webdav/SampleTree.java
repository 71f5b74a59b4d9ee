package dev.statuslab.demo.webdav;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What a key that nobody has used finds. */
final class SampleTree {

	private static final String TEXT = "text/plain;charset=utf-8";

	private SampleTree() {
	}

	static Tree grow(Instant now) {
		Tree tree = Tree.of(Collection.empty(Trees.newId(), now));
		tree = file(tree, now, "This tree is yours.\n", "welcome.txt");
		tree = collection(tree, now, "notes");
		tree = file(tree, now, "Buy bread.\n", "notes", "todo.txt");
		tree = file(tree, now, "A bicycle for fish.\n", "notes", "ideas.txt");
		tree = collection(tree, now, "shared");
		return file(tree, now, "First we take Berlin.\n", "shared", "plan.txt");
	}

	private static Tree collection(Tree tree, Instant now, String... path) {
		return tree.bind(new DavPath(List.of(path)), Collection.empty(Trees.newId(), now), now);
	}

	private static Tree file(Tree tree, Instant now, String content, String... path) {
		File file = File.of(Trees.newId(), now, content.getBytes(StandardCharsets.UTF_8), TEXT);
		return tree.bind(new DavPath(List.of(path)), file, now);
	}

}
