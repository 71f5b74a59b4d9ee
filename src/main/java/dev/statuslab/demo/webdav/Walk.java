package dev.statuslab.demo.webdav;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import dev.statuslab.http.ProblemException;

/**
 * Goes through a tree as far as Depth says. A client that knows bindings sees the members
 * of a collection once, and 208 for its other bindings (RFC 5842 §7.1); another sees them
 * each time, and 508 where there is no end (RFC 5842 §7.2).
 */
final class Walk {

	/** Bindings can make much of a little tree. */
	private static final int MOST_STEPS = 400;

	private final Tree tree;

	private final Exchange exchange;

	private final Visitor visitor;

	/** The collections that the way leads through. */
	private final Deque<String> way = new ArrayDeque<>();

	private final Set<String> reported = new HashSet<>();

	private int steps;

	Walk(Tree tree, Exchange exchange, Visitor visitor) {
		this.tree = tree;
		this.exchange = exchange;
		this.visitor = visitor;
	}

	/**
	 * Visits all that is to be visited.
	 * @throws ProblemException 508 if a loop was met, 403 if there is too much
	 */
	void from(Resource target, Depth depth) {
		visit(this.exchange.path(), target, depth);
	}

	private void visit(DavPath path, Resource resource, Depth depth) {
		if (++this.steps > MOST_STEPS) {
			throw DavError.of(403, "propfind-finite-depth", "There is too much below: ask with Depth 0 or 1.");
		}
		if (!(resource instanceof Collection collection)) {
			this.visitor.visit(path, resource, 200);
			return;
		}
		if (depth == Depth.INFINITY && this.exchange.isBindAware() && !this.reported.add(collection.id())) {
			this.visitor.visit(path, collection, 208);
			return;
		}
		if (this.way.contains(collection.id()) && depth == Depth.INFINITY) {
			throw new ProblemException(508,
					"A collection contains itself by a binding. A client that sends DAV: bind is told where.")
				.with("binding", this.exchange.space().href(path, collection));
		}
		this.visitor.visit(path, collection, 200);
		if (depth != Depth.ZERO) {
			this.way.push(collection.id());
			collection.members()
				.forEach((name, member) -> visit(path.child(name), this.tree.get(member),
						(depth == Depth.INFINITY) ? Depth.INFINITY : Depth.ZERO));
			this.way.pop();
		}
	}

	/** Is told of each resource. */
	@FunctionalInterface
	interface Visitor {

		void visit(DavPath path, Resource resource, int status);

	}

}
