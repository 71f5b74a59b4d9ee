package dev.statuslab.demo.protocol;

import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.stream.Stream;

import dev.statuslab.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/** The client's part of the opening handshake of a WebSocket (RFC 6455 §4.2.1). */
final class Handshake {

	/** The protocol's name in Upgrade. */
	static final String PROTOCOL = "websocket";

	private static final String VERSION = "13";

	private static final int KEY_OCTETS = 16;

	private Handshake() {
	}

	/**
	 * Lets a request pass that can be answered by 101.
	 * @param request the request
	 * @throws ProblemException 426 if it does not ask for the protocol, or for another
	 * version of it; 400 if it asks in the wrong way
	 */
	static void require(HttpServletRequest request) {
		// RFC 9110 §7.8: Upgrade is ignored in a request of HTTP/1.0, and may be where it
		// offers a choice
		if (!"GET".equals(request.getMethod()) || !"HTTP/1.1".equals(request.getProtocol())
				|| !PROTOCOL.equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
				|| !isOption("upgrade", request.getHeaders(HttpHeaders.CONNECTION))) {
			throw upgradeRequired("This address speaks WebSocket only (RFC 6455). "
					+ "Repeat the request over HTTP/1.1 with the fields of a WebSocket handshake.");
		}
		if (!VERSION.equals(request.getHeader("Sec-WebSocket-Version"))) {
			throw upgradeRequired(
					"Version 13 of the WebSocket protocol is spoken here; name it in Sec-WebSocket-Version.")
				.field("Sec-WebSocket-Version", VERSION);
		}
		if (!isKey(request.getHeader("Sec-WebSocket-Key"))) {
			throw new ProblemException(400, "Sec-WebSocket-Key is 16 octets in Base64, new for each connection.");
		}
		// RFC 9110 §7.8: content would have to be answered in the new protocol
		if (request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
			throw new ProblemException(400, "A WebSocket handshake has no content.");
		}
	}

	private static ProblemException upgradeRequired(String detail) {
		return new ProblemException(426, detail).with("allowed", PROTOCOL)
			.field(HttpHeaders.UPGRADE, PROTOCOL)
			.field(HttpHeaders.CONNECTION, "Upgrade");
	}

	/** Whether Connection names an option, in any case (RFC 9110 §7.6.1). */
	private static boolean isOption(String option, Enumeration<String> connection) {
		return Collections.list(connection)
			.stream()
			.flatMap((line) -> Stream.of(line.split(",")))
			.anyMatch((member) -> member.strip().equalsIgnoreCase(option));
	}

	private static boolean isKey(@Nullable String key) {
		try {
			return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_OCTETS;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
