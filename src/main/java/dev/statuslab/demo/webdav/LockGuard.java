package dev.statuslab.demo.webdav;

import java.util.List;
import java.util.Set;

import dev.statuslab.http.IfHeader;
import dev.statuslab.http.ProblemException;

/**
 * Tells what the locks of a tree leave to a request. A token counts only in the hands of
 * who created the lock (RFC 4918 §6.4); of several shared locks one is enough.
 */
final class LockGuard {

	private final Tree tree;

	private final Exchange exchange;

	private final Set<String> submitted;

	LockGuard(Tree tree, Exchange exchange) {
		this.tree = tree;
		this.exchange = exchange;
		this.submitted = exchange.ifHeader().map(IfHeader::stateTokens).orElse(Set.of());
	}

	/**
	 * Lets a write pass.
	 * @throws ProblemException 423 if the resource is locked and no token submitted, 403
	 * if the token is another's
	 */
	void requireWritable(Resource resource) {
		List<Lock> locks = this.tree.locksOn(resource);
		if (isOpen(locks)) {
			return;
		}
		if (locks.stream().anyMatch((lock) -> this.submitted.contains(lock.token()))) {
			throw notTheCreator();
		}
		throw DavError.locked(roots(locks));
	}

	/**
	 * Lets a change of the names in a collection pass (RFC 4918 §7.4).
	 * @param path the path of a member
	 */
	void requireMembership(DavPath path) {
		requireWritable(this.tree.parentOf(path));
	}

	/** The paths below this one, that the locks hold where they are. */
	List<DavPath> lockedBelow(DavPath path) {
		return this.tree.locks()
			.stream()
			.filter((lock) -> path.leadsTo(lock.root()) && !path.equals(lock.root()))
			.filter((lock) -> !isOpen(this.tree.locksOn(this.tree.get(lock.resource()))))
			.map(Lock::root)
			.distinct()
			.toList();
	}

	/**
	 * Lets a change pass that leaves every lock its root. Loops can lead around to what
	 * the paths don't tell.
	 * @throws DavError 423 if a lock would be lost whose token is not submitted
	 */
	Tree requireKept(Tree changed) {
		List<Lock> lost = this.tree.locks()
			.stream()
			.filter((lock) -> !changed.locks().contains(lock))
			.filter((lock) -> !isOpen(this.tree.locksOn(this.tree.get(lock.resource()))))
			.toList();
		if (!lost.isEmpty()) {
			throw DavError.locked(roots(lost));
		}
		return changed;
	}

	List<String> roots(List<Lock> locks) {
		return locks.stream()
			.map((lock) -> this.exchange.space().href(lock.root(), this.tree.get(lock.resource())))
			.toList();
	}

	static ProblemException notTheCreator() {
		return new ProblemException(403, "The lock is another's: its token alone does not open it (RFC 4918 §6.4).");
	}

	private boolean isOpen(List<Lock> locks) {
		return locks.isEmpty() || locks.stream()
			.anyMatch((lock) -> this.submitted.contains(lock.token())
					&& lock.creator().equals(this.exchange.principal()));
	}

}
