package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The trees of all keys. A key that nobody has used has the sample. */
@Component
class Trees {

	/** How many octets a tree may take, dead properties included. */
	static final long QUOTA = 2 * 1024;

	/** How many resources a tree may have. */
	static final int MOST_RESOURCES = 50;

	private final Store<Tree> trees;

	Trees(Stores stores) {
		this.trees = stores.open("webdav", Tree.class);
	}

	static String newId() {
		return "urn:uuid:" + UUID.randomUUID();
	}

	Tree read(String key) {
		Instant now = Instant.now();
		return this.trees.read(key)
			.orElseGet(() -> this.trees.put(key, () -> SampleTree.grow(now), UnaryOperator.identity()))
			.at(now);
	}

	/**
	 * Changes a tree, and nothing comes in between.
	 * @param key whose
	 * @param operation what to do; if it throws, nothing has changed
	 * @return the answer to it
	 * @throws DavError 507 if the tree would grow over its limits
	 */
	ResponseEntity<byte[]> change(String key, Operation operation) {
		AtomicReference<ResponseEntity<byte[]>> answer = new AtomicReference<>();
		UnaryOperator<Tree> change = (tree) -> {
			Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
			Change changed = operation.perform(tree.at(now), now);
			requireRoom(tree, changed.tree());
			answer.set(changed.answer());
			return changed.tree();
		};
		this.trees.put(key, () -> change.apply(SampleTree.grow(Instant.now())), change);
		return answer.get();
	}

	private static void requireRoom(Tree before, Tree after) {
		if (after.used() > QUOTA && after.used() > before.used()) {
			throw DavError.quotaNotExceeded(QUOTA - before.used());
		}
		int count = after.resources().size();
		if (count > MOST_RESOURCES && count > before.resources().size()) {
			throw DavError.sufficientDiskSpace(MOST_RESOURCES);
		}
	}

	/** What a request does to a tree. */
	@FunctionalInterface
	interface Operation {

		Change perform(Tree tree, Instant now);

	}

	/**
	 * What came of it.
	 *
	 * @param tree the tree afterwards
	 * @param answer what to answer
	 */
	record Change(Tree tree, ResponseEntity<byte[]> answer) {
	}

}
