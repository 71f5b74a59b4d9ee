package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.statuslab.demo.webdav.Trees.Change;
import dev.statuslab.http.IfHeader;
import dev.statuslab.http.ProblemException;

import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/** LOCK: a new lock, or without content a longer one (RFC 4918 §9.10). */
@Component
class LockMethod implements DavMethod {

	static final String TOKEN_FIELD = "Lock-Token";

	private static final int MOST_LOCKS = 20;

	private final Trees trees;

	private final DavAnswers answers;

	LockMethod(Trees trees, DavAnswers answers) {
		this.trees = trees;
		this.answers = answers;
	}

	@Override
	public Set<String> names() {
		return Set.of("LOCK");
	}

	@Override
	public ResponseEntity<byte[]> perform(Exchange exchange) {
		if (exchange.content().length == 0) {
			return refresh(exchange);
		}
		LockRequest request = LockRequest.of(exchange);
		return this.trees.change(exchange.space().key(), (tree, now) -> {
			exchange.requireConditions(tree);
			Optional<Resource> found = tree.find(exchange.path());
			Tree mapped = found.isPresent() ? tree : create(tree, exchange, now);
			Resource target = exchange.require(mapped);
			refuseConflicts(mapped, target, request, exchange);
			List<Lock> inTheWay = request.deep() ? conflictsBelow(mapped, target, request) : List.of();
			return inTheWay.isEmpty() ? lock(mapped, target, request, exchange, now, found.isEmpty())
					: new Change(tree, dependent(inTheWay, mapped, target, exchange));
		});
	}

	/** RFC 4918 §7.3: an empty resource comes into being. */
	private static Tree create(Tree tree, Exchange exchange, Instant now) {
		new LockGuard(tree, exchange).requireMembership(exchange.path());
		return tree.bind(exchange.path(), File.of(Trees.newId(), now, new byte[0], "application/octet-stream"), now);
	}

	private static void refuseConflicts(Tree tree, Resource target, LockRequest request, Exchange exchange) {
		List<Lock> conflicts = tree.locksOn(target)
			.stream()
			.filter((lock) -> lock.conflictsWith(request.exclusive()))
			.toList();
		if (!conflicts.isEmpty()) {
			throw DavError.conflictingLock(new LockGuard(tree, exchange).roots(conflicts));
		}
		if (tree.locks().size() >= MOST_LOCKS) {
			throw DavError.sufficientDiskSpace(MOST_LOCKS);
		}
	}

	private static List<Lock> conflictsBelow(Tree tree, Resource target, LockRequest request) {
		Set<String> covered = tree.reachable(target.id());
		return tree.locks()
			.stream()
			.filter((lock) -> covered.contains(lock.resource()) && lock.conflictsWith(request.exclusive()))
			.toList();
	}

	/** RFC 4918 §9.10.3: the target could have been locked, but for its members. */
	private ResponseEntity<byte[]> dependent(List<Lock> inTheWay, Tree tree, Resource target, Exchange exchange) {
		Multistatus multistatus = this.answers.multistatus();
		for (String href : new LockGuard(tree, exchange).roots(inTheWay).stream().distinct().toList()) {
			multistatus.add(href, 423, DavError.conflictingLock(List.of(href)).condition());
		}
		return DavAnswers.send(multistatus.add(exchange.space().href(exchange.path(), target), 424, null));
	}

	private static Change lock(Tree tree, Resource target, LockRequest request, Exchange exchange, Instant now,
			boolean created) {
		Lock lock = request.on(exchange.path(), target, exchange.principal(), now);
		Tree locked = tree.withLocks((locks) -> {
			locks.add(lock);
			return locks;
		});
		BodyBuilder response = DavAnswers.start(created ? 201 : 200).header(TOKEN_FIELD, "<" + lock.token() + ">");
		if (created) {
			response.header("Location", exchange.space().href(exchange.path()));
		}
		return new Change(locked, DavAnswers.with(response, discovery(locked, target, exchange, now)));
	}

	private ResponseEntity<byte[]> refresh(Exchange exchange) {
		Set<String> tokens = exchange.ifHeader().map(IfHeader::stateTokens).orElse(Set.of());
		if (tokens.size() != 1) {
			throw new ProblemException(400, "LOCK without content refreshes a lock: If names one token.")
				.with("parameter", "If");
		}
		return this.trees.change(exchange.space().key(), (tree, now) -> {
			Resource target = exchange.require(tree);
			exchange.requireConditions(tree);
			Lock lock = UnlockMethod.ownLock(tree, target, tokens.iterator().next(), exchange, 412);
			String wish = exchange.field("Timeout");
			Lock longer = lock.refreshed((wish != null) ? LockRequest.timeout(wish) : lock.timeout(), now);
			Tree changed = tree.withLocks((locks) -> {
				locks.replaceAll((each) -> each.equals(lock) ? longer : each);
				return locks;
			});
			return new Change(changed, DavAnswers.xml(200, discovery(changed, target, exchange, now)));
		});
	}

	private static XmlElement discovery(Tree tree, Resource target, Exchange exchange, Instant now) {
		LiveProperty.View view = new LiveProperty.View(tree, target, exchange.space(), now);
		return Dav.element("prop", LiveProperty.LOCKDISCOVERY.of(view).orElseThrow());
	}

}
