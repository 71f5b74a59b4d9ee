package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.statuslab.http.ProblemException;

/**
 * All that a visitor has: resources, and the bindings between them, which may make loops.
 * What no path leads to any more is gone, and so is a lock whose root leads elsewhere.
 *
 * @param root the id of the collection at the top
 * @param resources the resources, by id
 * @param locks the locks
 */
record Tree(String root, Map<String, Resource> resources, List<Lock> locks) {

	private static final int DEEPEST = 8;

	Tree {
		resources = Map.copyOf(resources);
		locks = List.copyOf(locks);
	}

	static Tree of(Collection root) {
		return new Tree(root.id(), Map.of(root.id(), root), List.of());
	}

	/** The resource that a path leads to. */
	Optional<Resource> find(DavPath path) {
		Resource found = this.resources.get(this.root);
		for (String segment : path.segments()) {
			String member = (found instanceof Collection collection) ? collection.members().get(segment) : null;
			if (member == null) {
				return Optional.empty();
			}
			found = this.resources.get(member);
		}
		return Optional.of(found);
	}

	Resource get(String id) {
		return this.resources.get(id);
	}

	/**
	 * The collection that a path would be bound in.
	 * @throws ProblemException 409 if there is none (RFC 4918 §9.3.1, §9.7.1, §9.8.5)
	 */
	Collection parentOf(DavPath path) {
		return find(path.parent()).filter(Collection.class::isInstance)
			.map(Collection.class::cast)
			.orElseThrow(() -> new ProblemException(409,
					"The collection that it would be in does not exist: create it first, with MKCOL."));
	}

	/** The same tree with a resource that is new or has changed. */
	Tree with(Resource resource) {
		Map<String, Resource> more = new HashMap<>(this.resources);
		more.put(resource.id(), resource);
		return new Tree(this.root, more, this.locks);
	}

	/** The same tree with a path that leads to this resource, wherever it led before. */
	Tree bind(DavPath path, Resource resource, Instant now) {
		if (path.segments().size() > DEEPEST) {
			throw new ProblemException(403, "The tree does not grow that deep.").with("limit", DEEPEST);
		}
		return with(resource).with(parentOf(path).withMember(path.name(), resource.id(), now)).tidy();
	}

	Tree unbind(DavPath path, Instant now) {
		return with(parentOf(path).withoutMember(path.name(), now)).tidy();
	}

	/**
	 * The same tree with a resource under another path.
	 * @throws ProblemException 403 if nothing would lead to it any more
	 */
	Tree move(DavPath from, DavPath to, Instant now) {
		Resource moved = find(from).orElseThrow();
		Tree changed = bind(to, moved, now).unbind(from, now);
		if (changed.find(to).filter((there) -> there.id().equals(moved.id())).isEmpty()) {
			throw new ProblemException(403, "A collection can't be moved into itself.");
		}
		return changed;
	}

	/** The same tree with other locks. */
	Tree withLocks(UnaryOperator<List<Lock>> change) {
		return new Tree(this.root, this.resources, change.apply(new ArrayList<>(this.locks)));
	}

	/** The tree as it is at this moment (RFC 4918 §6.6). */
	Tree at(Instant now) {
		return withLocks((locks) -> {
			locks.removeIf((lock) -> !lock.expires().isAfter(now));
			return locks;
		});
	}

	/** The locks that cover a resource, by whichever binding. */
	List<Lock> locksOn(Resource resource) {
		return this.locks.stream()
			.filter((lock) -> lock.resource().equals(resource.id())
					|| lock.deep() && reachable(lock.resource()).contains(resource.id()))
			.toList();
	}

	/** The ids of a resource and all that it contains. */
	Set<String> reachable(String id) {
		Set<String> reached = new HashSet<>();
		reach(id, reached);
		return reached;
	}

	private void reach(String id, Set<String> reached) {
		if (reached.add(id) && this.resources.get(id) instanceof Collection collection) {
			collection.members().values().forEach((member) -> reach(member, reached));
		}
	}

	/** How many octets count against the quota; what is bound twice counts once. */
	long used() {
		long owners = this.locks.stream().map(Lock::owner).filter(Objects::nonNull).mapToLong(XmlElement::weight).sum();
		return owners + this.resources.values().stream().mapToLong(Resource::weight).sum();
	}

	private Tree tidy() {
		Map<String, Resource> left = new HashMap<>(this.resources);
		left.keySet().retainAll(reachable(this.root));
		Tree tidied = new Tree(this.root, left, this.locks);
		return tidied.withLocks((locks) -> {
			locks.removeIf((lock) -> tidied.find(lock.root())
				.filter((resource) -> resource.id().equals(lock.resource()))
				.isEmpty());
			return locks;
		});
	}

}
