package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.statuslab.demo.webdav.Trees.Change;
import dev.statuslab.http.ProblemException;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * DELETE. Locked members of a collection stay, with the collections that lead to them;
 * all else goes (RFC 4918 §9.6.1).
 */
@Component
class DeleteMethod implements DavMethod {

	private final Trees trees;

	private final DavAnswers answers;

	DeleteMethod(Trees trees, DavAnswers answers) {
		this.trees = trees;
		this.answers = answers;
	}

	@Override
	public Set<String> names() {
		return Set.of("DELETE");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		exchange.refuseContent();
		if (exchange.field("Depth") != null) {
			Depth.of(exchange.field("Depth"), Depth.INFINITY);
		}
		return this.trees.change(exchange.space().key(), (tree, now) -> {
			Resource target = exchange.require(tree);
			if (exchange.path().isRoot()) {
				throw new ProblemException(403, "The root of the tree stays. Delete what is in it.");
			}
			exchange.requireConditions(tree);
			LockGuard guard = new LockGuard(tree, exchange);
			guard.requireMembership(exchange.path());
			guard.requireWritable(target);
			List<DavPath> locked = guard.lockedBelow(exchange.path());
			Tree left = delete(tree, exchange.path(), locked, now);
			return new Change(guard.requireKept(left), locked.isEmpty() ? DavAnswers.noContent()
					: DavAnswers.send(this.answers.locked(locked, tree, exchange.space())));
		});
	}

	private static Tree delete(Tree tree, DavPath path, List<DavPath> kept, Instant now) {
		if (kept.contains(path)) {
			return tree;
		}
		if (kept.stream().noneMatch(path::leadsTo)) {
			return tree.unbind(path, now);
		}
		Tree left = tree;
		for (String name : ((Collection) tree.find(path).orElseThrow()).members().keySet()) {
			left = delete(left, path.child(name), kept, now);
		}
		return left;
	}

}
