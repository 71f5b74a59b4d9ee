package dev.statuslab.forced.httpbin;

import dev.statuslab.forced.exchange.ForcedRequest;

/**
 * The request target, which Digest credentials name again (RFC 7616 §3.4.6).
 *
 * @param received path and query as they arrived
 * @param seen the same as the client sees them, before a proxy that takes a prefix off
 * @param absolute the whole target URI, for a client that sends its absolute form
 */
record DigestTarget(String received, String seen, String absolute) {

	private static final String ADDRESS = "/digest-auth/";

	/**
	 * The target of a request.
	 * @param request the request
	 * @return the target
	 */
	static DigestTarget of(ForcedRequest request) {
		String received = String.valueOf(request.uri().getPathQuery());
		int start = received.indexOf(ADDRESS);
		String seen = (start < 0) ? received : request.links().path(received.substring(start));
		return new DigestTarget(received, seen, request.uri().asString());
	}

	/**
	 * Whether credentials are for this target.
	 * @param uri what they say
	 * @return whether it is the target, in one of its forms
	 */
	boolean is(String uri) {
		return uri.equals(this.seen) || uri.equals(this.received) || uri.equals(this.absolute);
	}

	/**
	 * The protection space: this one address (RFC 7616 §3.3).
	 * @return the path, without a query
	 */
	String domain() {
		return this.seen.split("\\?", 2)[0];
	}

}
