package dev.statuslab.demo.webdav;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.statuslab.demo.webdav.Trees.Change;
import dev.statuslab.http.ProblemException;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * COPY and MOVE (RFC 4918 §9.8, §9.9). They succeed as a whole or change nothing.
 */
@Component
class TransferMethod implements DavMethod {

	private final Trees trees;

	private final DavAnswers answers;

	TransferMethod(Trees trees, DavAnswers answers) {
		this.trees = trees;
		this.answers = answers;
	}

	@Override
	public Set<String> names() {
		return Set.of("COPY", "MOVE");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		exchange.refuseContent();
		boolean move = "MOVE".equals(exchange.method());
		Depth depth = move ? Depth.of(exchange.field("Depth"), Depth.INFINITY)
				: Depth.of(exchange.field("Depth"), Depth.ZERO, Depth.INFINITY);
		DavPath to = Destination.of(exchange);
		boolean overwrites = exchange.overwrites();
		return this.trees.change(exchange.space().key(), (tree, now) -> {
			Resource source = exchange.require(tree);
			requireApart(exchange.path(), to, move);
			tree.parentOf(to);
			exchange.requireConditions(tree);
			Optional<Resource> replaced = tree.find(to);
			if (replaced.isPresent() && !overwrites) {
				throw new ProblemException(412, "There is something at the destination, and Overwrite is F.")
					.with("parameter", "Overwrite");
			}
			LockGuard guard = new LockGuard(tree, exchange);
			guard.requireMembership(to);
			replaced.ifPresent(guard::requireWritable);
			List<DavPath> locked = guard.lockedBelow(to);
			if (move) {
				guard.requireMembership(exchange.path());
				guard.requireWritable(source);
				locked = locked.isEmpty() ? guard.lockedBelow(exchange.path()) : locked;
			}
			if (!locked.isEmpty()) {
				return new Change(tree, DavAnswers.send(this.answers.locked(locked, tree, exchange.space())));
			}
			Tree changed = move ? tree.move(exchange.path(), to, now)
					: new Copy(tree, now).to(source, to, depth == Depth.INFINITY);
			return new Change(guard.requireKept(changed), replaced.isPresent() ? DavAnswers.noContent()
					: DavAnswers.created(exchange.space().href(to, source)));
		});
	}

	/** RFC 4918 §9.8.5: 403 where source and destination are the same. */
	private static void requireApart(DavPath from, DavPath to, boolean move) {
		if (to.leadsTo(from) || move && from.leadsTo(to)) {
			throw new ProblemException(403, "Source and destination are the same, or one is within the other.");
		}
	}

}
