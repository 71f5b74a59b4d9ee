package dev.statuslab.demo.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

import dev.statuslab.http.ProblemException;

/** How the hop to the upstream server can fail, in the words of RFC 9209 §2.3. */
enum HopFailure {

	/** Nobody listens there. */
	CONNECTION_REFUSED(502, "The upstream server does not take connections: the gateway's was refused."),

	/** The connection ended before a whole header section had arrived. */
	CONNECTION_TERMINATED(502, "The upstream server ended the connection before it had answered."),

	/** Not HTTP, or a length that is none (RFC 9112 §6.3). */
	HTTP_PROTOCOL_ERROR(502, "The upstream server's answer is not a valid HTTP response."),

	/** The connection ended within the content (RFC 9112 §8). */
	HTTP_RESPONSE_INCOMPLETE(502, "The upstream server's response broke off before its content was complete."),

	/** The time limit has passed (RFC 9110 §15.6.5). */
	HTTP_RESPONSE_TIMEOUT(504, "The upstream server did not answer within %d ms.");

	private final int status;

	private final String detail;

	HopFailure(int status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	/**
	 * Tells what went wrong.
	 * @param failure what the client of the hop threw
	 * @param answered whether a whole header section had arrived before
	 * @return the kind of failure
	 */
	static HopFailure of(Throwable failure, boolean answered) {
		Throwable cause = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		if (cause instanceof TimeoutException) {
			return HTTP_RESPONSE_TIMEOUT;
		}
		if (cause instanceof ConnectException) {
			return CONNECTION_REFUSED;
		}
		if (isProtocolError(cause)) {
			return HTTP_PROTOCOL_ERROR;
		}
		return answered ? HTTP_RESPONSE_INCOMPLETE : CONNECTION_TERMINATED;
	}

	/** What is no I/O error at the bottom is a response that could not be read. */
	private static boolean isProtocolError(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProtocolException || !(cause instanceof IOException)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The problem that tells it: which hop failed and how, and nothing of what is inside.
	 * @param limit how long the gateway waited at most
	 * @return a 502 or 504
	 */
	ProblemException problem(Duration limit) {
		String error = name().toLowerCase(Locale.ROOT);
		ProblemException problem = new ProblemException(this.status, this.detail.formatted(limit.toMillis()))
			.with("hop", "gateway to upstream server")
			.with("error", error)
			.field("Proxy-Status", ForwardedFields.PSEUDONYM + "; error=" + error);
		return (this == HTTP_RESPONSE_TIMEOUT) ? problem.with("timeout", limit.toMillis()) : problem;
	}

}
