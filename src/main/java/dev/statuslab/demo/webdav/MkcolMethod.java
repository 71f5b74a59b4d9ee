package dev.statuslab.demo.webdav;

import java.util.Optional;
import java.util.Set;

import dev.statuslab.demo.webdav.Trees.Change;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** MKCOL (RFC 4918 §9.3). */
@Component
class MkcolMethod implements DavMethod {

	private final Trees trees;

	MkcolMethod(Trees trees) {
		this.trees = trees;
	}

	@Override
	public Set<String> names() {
		return Set.of("MKCOL");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		exchange.refuseContent();
		return this.trees.change(exchange.space().key(), (tree, now) -> {
			Optional<Resource> target = tree.find(exchange.path());
			if (target.isPresent()) {
				throw Allowed.refusal("MKCOL", target.get());
			}
			tree.parentOf(exchange.path());
			exchange.requireConditions(tree);
			new LockGuard(tree, exchange).requireMembership(exchange.path());
			Collection collection = Collection.empty(Trees.newId(), now);
			return new Change(tree.bind(exchange.path(), collection, now),
					DavAnswers.created(exchange.space().href(exchange.path(), collection)));
		});
	}

}
