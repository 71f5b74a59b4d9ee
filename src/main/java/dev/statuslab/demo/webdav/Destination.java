package dev.statuslab.demo.webdav;

import dev.statuslab.http.ProblemException;

/** Reads Destination (RFC 4918 §10.3). */
final class Destination {

	private Destination() {
	}

	/**
	 * Where a copy shall be.
	 * @throws ProblemException 400 if the field is missing or malformed, 502 if it leads
	 * out of the tree: no other server or tree takes part (RFC 4918 §9.8.5)
	 */
	static DavPath of(Exchange exchange) {
		String field = exchange.field("Destination");
		if (field == null) {
			throw malformed("is missing");
		}
		try {
			return exchange.space()
				.resolve(field)
				.orElseThrow(() -> new ProblemException(502,
						"The destination is out of this tree, and nothing there takes the resource."));
		}
		catch (IllegalArgumentException ex) {
			throw malformed("is no absolute path or URI");
		}
	}

	private static ProblemException malformed(String fault) {
		return new ProblemException(400, "The field Destination " + fault + ".").with("parameter", "Destination");
	}

}
