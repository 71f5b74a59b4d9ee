package dev.statuslab.demo.webdav;

import java.util.Locale;

import dev.statuslab.http.ProblemException;

/**
 * What a change of bindings asks for.
 *
 * @param segment the name in the collection
 * @param source the path of what is to be bound; the root where nothing is
 * @param unbinds whether the name is to go
 * @param moves whether the source's own name is to go
 */
record BindRequest(String segment, DavPath source, boolean unbinds, boolean moves) {

	/**
	 * Reads a request (RFC 5842 §4 to §6).
	 * @throws ProblemException 400, 403 or 415 if it can't be read, or leads out of the
	 * tree
	 */
	static BindRequest of(Exchange exchange) {
		String root = exchange.method().toLowerCase(Locale.ROOT);
		XmlElement request = exchange.xml(Dav.name(root));
		boolean unbinds = "unbind".equals(root);
		return new BindRequest(DavPath.named(text(request, "segment")),
				unbinds ? DavPath.ROOT : source(text(request, "href"), exchange), unbinds, "rebind".equals(root));
	}

	private static DavPath source(String href, Exchange exchange) {
		try {
			return exchange.space()
				.resolve(href)
				.orElseThrow(() -> DavError.of(403, "cross-server-binding", "Only what is in this tree can be bound."));
		}
		catch (IllegalArgumentException ex) {
			throw new ProblemException(400, "DAV:href is no absolute path or URI.").with("parameter", "href");
		}
	}

	private static String text(XmlElement request, String part) {
		return request.find(Dav.name(part))
			.map(XmlElement::text)
			.orElseThrow(() -> new ProblemException(400, "DAV:" + part + " is missing.").with("parameter", part));
	}

}
