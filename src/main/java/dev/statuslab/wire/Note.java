package dev.statuslab.wire;

/**
 * Something about a response that is not as RFC 9112 wants it. Each kind is noted once,
 * where it first occurs.
 *
 * @param kind what it is
 * @param offset where: octets of the {@linkplain WireResponse#octets response} before it,
 * or before the end of the line that has it
 */
public record Note(Kind kind, long offset) {

	/** What can be wrong with a response. */
	public enum Kind {

		/** It ends before it is complete (§8), or reading it was given up. */
		TRUNCATED,

		/** A line ends in LF alone (§2.2). */
		BARE_LF,

		/** A CR is not followed by LF (§2.2). */
		BARE_CR,

		/** There is no status line to be read (§4); what came is kept. */
		STATUS_LINE,

		/**
		 * The status line's spaces are not one each, the one after the code included
		 * (§4).
		 */
		STATUS_LINE_SPACE,

		/** The version's major number is not 1. */
		VERSION,

		/** The code is not within 100 to 599 (RFC 9110 §15). */
		STATUS_CODE,

		/** A field line has no colon, or no token before it (§5). */
		FIELD_LINE,

		/** Whitespace stands between a field's name and its colon (§5.1). */
		SPACE_BEFORE_COLON,

		/** A field goes on in the next line (§5.2). */
		OBS_FOLD,

		/** A field's value has a control character (RFC 9110 §5.5). */
		CONTROL_CHARACTER,

		/** Content-Length is not a number, or several that differ (§6.3). */
		CONTENT_LENGTH,

		/** Content-Length is given more than once, always the same (§6.3). */
		REPEATED_CONTENT_LENGTH,

		/**
		 * There are both a Transfer-Encoding, which counts, and a Content-Length (§6.3).
		 */
		LENGTH_AND_CODING,

		/** Chunked is not the last transfer coding, or not applied just once (§6.1). */
		TRANSFER_CODING,

		/** There is a Transfer-Encoding in HTTP/1.0 (§6.1). */
		CODING_IN_HTTP_1_0,

		/**
		 * A 1xx or 204 has a Transfer-Encoding or a Content-Length (§6.1, RFC 9110 §8.6).
		 */
		FRAMED_WITHOUT_CONTENT,

		/** A chunk's line can't be read (§7.1). */
		CHUNK_SIZE,

		/** A chunk's data is not followed by a line end (§7.1). */
		CHUNK_END,

		/** Octets come after the response on a connection that is closed after it. */
		SURPLUS,

		/** The server said it would close the connection, and didn't in time (§9.6). */
		NOT_CLOSED

	}

}
