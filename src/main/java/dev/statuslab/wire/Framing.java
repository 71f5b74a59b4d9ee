package dev.statuslab.wire;

/** How the end of a response was to be told (RFC 9112 §6.3). */
public enum Framing {

	/**
	 * It has no content, by its code or by the method, or there was no response at all.
	 */
	NONE,

	/** By Content-Length. */
	CONTENT_LENGTH,

	/** By the last chunk and the trailer section. */
	CHUNKED,

	/** By the end of the connection. */
	CLOSE

}
