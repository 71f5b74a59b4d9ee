package dev.statuslab.forced.status;

/** The two services whose conventions are spoken here. */
enum Dialect {

	/**
	 * Httpbin: redirects lead into its chain of redirects, most codes have no content.
	 */
	HTTPBIN("/redirect/1"),

	/** Httpstat.us: redirects lead home, the content tells code and phrase. */
	HTTPSTATUS("/");

	private final String location;

	Dialect(String location) {
		this.location = location;
	}

	/** Where a redirect leads, unless the caller says it. */
	String location() {
		return this.location;
	}

}
