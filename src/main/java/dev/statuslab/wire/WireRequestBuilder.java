package dev.statuslab.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Builds a well-formed request (RFC 9112 §3 to §7). The fields that it adds by itself
 * (Host, Expect, Content-Length, Transfer-Encoding) are left out where the caller gives
 * or forbids them.
 */
public final class WireRequestBuilder {

	private static final String CRLF = "\r\n";

	private final String method;

	private final String target;

	private final String host;

	private final List<String> lines = new ArrayList<>();

	private final List<String> trailers = new ArrayList<>();

	private final Set<String> settled = new HashSet<>();

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private boolean hasContent;

	private boolean chunked;

	private @Nullable Duration expect;

	WireRequestBuilder(String method, String target, String host) {
		this.method = onOneLine(method);
		this.target = onOneLine(target);
		this.host = onOneLine(host);
	}

	/**
	 * Adds a field line; several of one name stay several.
	 * @param name the field's name
	 * @param value its value
	 * @return this builder
	 * @throws IllegalArgumentException if one of them has a CR, LF or NUL
	 */
	public WireRequestBuilder field(String name, String value) {
		this.settled.add(name.toLowerCase(Locale.ROOT));
		this.lines.add(onOneLine(name) + ": " + onOneLine(value));
		return this;
	}

	/**
	 * Forbids a field that would be added.
	 * @param name the field's name
	 * @return this builder
	 */
	public WireRequestBuilder without(String name) {
		this.settled.add(name.toLowerCase(Locale.ROOT));
		return this;
	}

	/**
	 * Sets the content, under a Content-Length.
	 * @param octets the content; none at all differs from an empty one
	 * @return this builder
	 */
	public WireRequestBuilder content(Octets octets) {
		this.hasContent = true;
		this.content.writeBytes(octets.array());
		return this;
	}

	/**
	 * Adds a chunk to content that is sent chunked (RFC 9112 §7.1).
	 * @param octets the chunk's data
	 * @return this builder
	 * @throws IllegalArgumentException if it is empty, which would be the last chunk
	 */
	public WireRequestBuilder chunk(Octets octets) {
		if (octets.length() == 0) {
			throw new IllegalArgumentException("A chunk of no octets is the last chunk");
		}
		this.chunked = true;
		this.content.writeBytes(ascii(Integer.toHexString(octets.length()) + CRLF));
		this.content.writeBytes(octets.array());
		this.content.writeBytes(ascii(CRLF));
		return this;
	}

	/**
	 * Adds a field line to the trailer section; the content is sent chunked then.
	 * @param name the field's name
	 * @param value its value
	 * @return this builder
	 * @throws IllegalArgumentException if one of them has a CR, LF or NUL
	 */
	public WireRequestBuilder trailer(String name, String value) {
		this.chunked = true;
		this.trailers.add(onOneLine(name) + ": " + onOneLine(value));
		return this;
	}

	/**
	 * Withholds the content until a 100 comes, and asks for it (RFC 9110 §10.1.1).
	 * @param atMost how long to wait before the content is sent all the same
	 * @return this builder
	 */
	public WireRequestBuilder expectContinue(Duration atMost) {
		this.expect = atMost;
		return this;
	}

	/**
	 * The request as it will be sent.
	 * @return the request
	 * @throws IllegalStateException if the content is both whole and in chunks
	 */
	public WireRequest build() {
		if (this.hasContent && this.chunked) {
			throw new IllegalStateException("Content is sent whole or in chunks");
		}
		WireRequest request = WireRequest.raw(this.method, head());
		if (this.expect != null) {
			request = request.awaitContinue(this.expect);
		}
		if (this.chunked) {
			return request.octets(Octets.of(chunks()));
		}
		return (this.content.size() > 0) ? request.octets(Octets.of(this.content.toByteArray())) : request;
	}

	private String head() {
		StringBuilder head = new StringBuilder(this.method + " " + this.target + " HTTP/1.1" + CRLF);
		added(head, "Host", this.host);
		this.lines.forEach((line) -> head.append(line).append(CRLF));
		if (this.expect != null) {
			added(head, "Expect", "100-continue");
		}
		if (this.chunked) {
			added(head, "Transfer-Encoding", "chunked");
		}
		else if (this.hasContent && !this.settled.contains("transfer-encoding")) {
			added(head, "Content-Length", Integer.toString(this.content.size()));
		}
		return head.append(CRLF).toString();
	}

	private byte[] chunks() {
		ByteArrayOutputStream chunks = new ByteArrayOutputStream();
		chunks.writeBytes(this.content.toByteArray());
		chunks.writeBytes(ascii("0" + CRLF));
		this.trailers.forEach((line) -> chunks.writeBytes((line + CRLF).getBytes(StandardCharsets.UTF_8)));
		chunks.writeBytes(ascii(CRLF));
		return chunks.toByteArray();
	}

	private void added(StringBuilder head, String name, String value) {
		if (!this.settled.contains(name.toLowerCase(Locale.ROOT))) {
			head.append(name).append(": ").append(value).append(CRLF);
		}
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static String onOneLine(String text) {
		if (text.chars().anyMatch((character) -> character == '\r' || character == '\n' || character == 0)) {
			throw new IllegalArgumentException("A line holds no CR, LF or NUL; send it raw: " + text);
		}
		return text;
	}

}
