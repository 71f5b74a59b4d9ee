package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.statuslab.demo.webdav.Trees.Change;
import dev.statuslab.http.ProblemException;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** BIND, REBIND and UNBIND: names in a collection (RFC 5842 §4 to §6). */
@Component
class BindMethod implements DavMethod {

	private final Trees trees;

	BindMethod(Trees trees) {
		this.trees = trees;
	}

	@Override
	public Set<String> names() {
		return Set.of("BIND", "REBIND", "UNBIND");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		BindRequest request = BindRequest.of(exchange);
		return this.trees.change(exchange.space().key(), (tree, now) -> {
			if (!(exchange.require(tree) instanceof Collection)) {
				throw DavError.of(409, request.unbinds() ? "unbind-from-collection" : "bind-into-collection",
						"The target must be a collection.");
			}
			exchange.requireConditions(tree);
			DavPath path = exchange.path().child(request.segment());
			return request.unbinds() ? unbind(tree, path, exchange, now) : bind(tree, path, request, exchange, now);
		});
	}

	private static Change unbind(Tree tree, DavPath path, Exchange exchange, Instant now) {
		if (tree.find(path).isEmpty()) {
			throw DavError.of(409, "unbind-source-exists", "The collection has no such name.");
		}
		LockGuard guard = requireReleased(tree, path, exchange);
		return new Change(guard.requireKept(tree.unbind(path, now)), DavAnswers.noContent());
	}

	private static Change bind(Tree tree, DavPath path, BindRequest request, Exchange exchange, Instant now) {
		Resource source = tree.find(request.source())
			.orElseThrow(() -> DavError.of(409, "bind-source-exists", "There is nothing to bind."));
		Optional<Resource> replaced = tree.find(path);
		if (replaced.isPresent() && !exchange.overwrites()) {
			throw DavError.of(412, "can-overwrite", "The name is taken, and Overwrite is F.");
		}
		LockGuard guard = requireReleased(tree, path, exchange);
		if (request.moves()) {
			requireMovable(tree, request.source(), path, exchange);
		}
		Tree changed = request.moves() ? tree.move(request.source(), path, now) : tree.bind(path, source, now);
		return new Change(guard.requireKept(changed), replaced.isPresent() ? DavAnswers.start(200).build()
				: DavAnswers.created(exchange.space().href(path, source)));
	}

	/** RFC 5842 §4: locked-update-allowed, locked-overwrite-allowed. */
	private static LockGuard requireReleased(Tree tree, DavPath path, Exchange exchange) {
		LockGuard guard = new LockGuard(tree, exchange);
		guard.requireMembership(path);
		tree.find(path).ifPresent(guard::requireWritable);
		List<DavPath> locked = guard.lockedBelow(path);
		if (!locked.isEmpty()) {
			throw DavError.locked(locked.stream().map(exchange.space()::href).toList());
		}
		return guard;
	}

	private static void requireMovable(Tree tree, DavPath from, DavPath to, Exchange exchange) {
		if (from.isRoot() || from.leadsTo(to) || to.leadsTo(from)) {
			throw new ProblemException(403, "A collection can't be moved into itself, nor replaced by its own part.");
		}
		requireReleased(tree, from, exchange);
	}

}
