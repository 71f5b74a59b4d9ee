package dev.statuslab.demo.webdav;

import java.util.Set;

import dev.statuslab.demo.webdav.Trees.Change;
import dev.statuslab.http.ProblemException;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** UNLOCK: ends a whole lock, whatever it covers (RFC 4918 §9.11). */
@Component
class UnlockMethod implements DavMethod {

	private final Trees trees;

	UnlockMethod(Trees trees) {
		this.trees = trees;
	}

	@Override
	public Set<String> names() {
		return Set.of("UNLOCK");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		exchange.refuseContent();
		String field = exchange.field(LockMethod.TOKEN_FIELD);
		if (field == null || !field.strip().matches("<[^<>\\s]+>")) {
			throw new ProblemException(400, "The field Lock-Token names the lock: <urn:uuid:…>.").with("parameter",
					LockMethod.TOKEN_FIELD);
		}
		String token = field.strip().substring(1, field.strip().length() - 1);
		return this.trees.change(exchange.space().key(), (tree, now) -> {
			Resource target = exchange.require(tree);
			exchange.requireConditions(tree);
			Lock lock = ownLock(tree, target, token, exchange, 409);
			return new Change(tree.withLocks((locks) -> {
				locks.remove(lock);
				return locks;
			}), DavAnswers.noContent());
		});
	}

	/**
	 * The lock of a token, for its creator.
	 * @param status how to refuse a token that is no lock's on the target
	 */
	static Lock ownLock(Tree tree, Resource target, String token, Exchange exchange, int status) {
		Lock lock = tree.locksOn(target)
			.stream()
			.filter((candidate) -> candidate.token().equals(token))
			.findFirst()
			.orElseThrow(() -> DavError.of(status, "lock-token-matches-request-uri",
					"The token is of no lock that covers the target."));
		if (!lock.creator().equals(exchange.principal())) {
			throw LockGuard.notTheCreator();
		}
		return lock;
	}

}
