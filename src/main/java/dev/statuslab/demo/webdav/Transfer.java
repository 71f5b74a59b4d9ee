package dev.statuslab.demo.webdav;

import java.util.Optional;

import dev.statuslab.http.ProblemException;

/**
 * What a COPY or MOVE asks for.
 *
 * @param from the path of the source
 * @param to the path of the destination
 * @param moves whether the source's path is to go
 * @param deep whether the members of a collection come along
 * @param overwrites whether what is at the destination may be replaced
 */
record Transfer(DavPath from, DavPath to, boolean moves, boolean deep, boolean overwrites) {

	/**
	 * Reads the fields of a request.
	 * @throws ProblemException 400 if one can't be read, 502 if the destination is out of
	 * the tree
	 */
	static Transfer of(Exchange exchange) {
		boolean moves = "MOVE".equals(exchange.method());
		String field = exchange.field("Depth");
		Depth depth = moves ? Depth.of(field, Depth.INFINITY) : Depth.of(field, Depth.ZERO, Depth.INFINITY);
		return new Transfer(exchange.path(), Destination.of(exchange), moves, depth == Depth.INFINITY,
				exchange.overwrites());
	}

	/**
	 * Refuses a transfer onto itself, by whichever binding (RFC 4918 §9.8.5, §9.9.4).
	 * @throws ProblemException 403
	 */
	void requireApart(Resource source, Optional<Resource> replaced) {
		boolean same = replaced.filter((there) -> there.id().equals(source.id())).isPresent();
		if (same || this.to.leadsTo(this.from) || this.moves && this.from.leadsTo(this.to)) {
			throw new ProblemException(403, "Source and destination are the same, or one is within the other.");
		}
	}

	/**
	 * Refuses to replace what the client wants to keep (RFC 4918 §10.6).
	 * @throws ProblemException 412
	 */
	void requireOverwriting(Optional<Resource> replaced) {
		if (replaced.isPresent() && !this.overwrites) {
			throw new ProblemException(412, "There is something at the destination, and Overwrite is F.")
				.with("parameter", "Overwrite");
		}
	}

}
