package dev.statuslab.http;

import java.util.List;
import java.util.stream.Stream;

/**
 * The methods that some resource of this server implements. Elsewhere they are known and
 * not allowed, 405; 501 is for what no resource here is capable of (RFC 9110 §15.6.2).
 */
public final class Methods {

	/** WebDAV's own (RFC 4918 §9, RFC 5842 §4 to §6). */
	public static final List<String> WEBDAV = List.of("PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK",
			"UNLOCK", "BIND", "UNBIND", "REBIND");

	/** All of them. BREW is of RFC 2324 §2.1.1. */
	public static final List<String> IMPLEMENTED = Stream
		.concat(Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"), WEBDAV.stream())
		.toList();

	private Methods() {
	}

}
