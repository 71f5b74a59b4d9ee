package dev.statuslab.demo.webdav;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.statuslab.demo.webdav.Trees.Change;

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
		Transfer transfer = Transfer.of(exchange);
		return this.trees.change(exchange.space().key(), (tree, now) -> {
			Resource source = exchange.require(tree);
			Optional<Resource> replaced = tree.find(transfer.to());
			transfer.requireApart(source, replaced);
			tree.parentOf(transfer.to());
			exchange.requireConditions(tree);
			transfer.requireOverwriting(replaced);
			LockGuard guard = new LockGuard(tree, exchange);
			List<DavPath> locked = locked(guard, transfer, source, replaced);
			if (!locked.isEmpty()) {
				return new Change(tree, DavAnswers.send(this.answers.locked(locked, tree, exchange.space())));
			}
			Tree changed = transfer.moves() ? tree.move(transfer.from(), transfer.to(), now)
					: new Copy(tree, now).to(source, transfer.to(), transfer.deep());
			return new Change(guard.requireKept(changed), replaced.isPresent() ? DavAnswers.noContent()
					: DavAnswers.created(exchange.space().href(transfer.to(), source)));
		});
	}

	/** The members that may not be replaced or moved away. */
	private static List<DavPath> locked(LockGuard guard, Transfer transfer, Resource source,
			Optional<Resource> replaced) {
		guard.requireMembership(transfer.to());
		replaced.ifPresent(guard::requireWritable);
		if (!transfer.moves()) {
			return guard.lockedBelow(transfer.to());
		}
		guard.requireMembership(transfer.from());
		guard.requireWritable(source);
		return Stream.of(transfer.to(), transfer.from()).flatMap((path) -> guard.lockedBelow(path).stream()).toList();
	}

}
