package dev.statuslab.demo.protocol;

import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Sends interim responses (RFC 9110 §15.2), which the servlet API does not know. Each
 * goes out at once. Nothing else may be written meanwhile: the next response, interim or
 * final, waits for the future.
 */
final class Interim {

	private Interim() {
	}

	/** 102: the request is accepted as a whole, and not done yet (RFC 2518 §10.1). */
	static CompletableFuture<Void> processing(HttpServletRequest request) {
		return send(request, HttpStatus.PROCESSING_102, HttpFields.EMPTY);
	}

	/**
	 * 103: what the final response will probably carry (RFC 8297 §2).
	 * @param request the request
	 * @param link the value of Link
	 * @return ends when it was sent
	 */
	static CompletableFuture<Void> earlyHints(HttpServletRequest request, String link) {
		return send(request, HttpStatus.EARLY_HINTS_103, HttpFields.build().put("Link", link));
	}

	private static CompletableFuture<Void> send(HttpServletRequest request, int status, HttpFields fields) {
		return ServletContextRequest.getServletContextRequest(request)
			.getServletContextResponse()
			.writeInterim(status, fields);
	}

}
