package dev.statuslab.demo.early;

import java.util.Set;

import dev.statuslab.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What an intermediary says of a request that it took from TLS early data, and that could
 * therefore be a replay (RFC 8470 §5.1).
 */
final class EarlyData {

	private static final String FIELD = "Early-Data";

	/** RFC 9110 §9.2.1. */
	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private EarlyData() {
	}

	/**
	 * Refuses what would do harm if it were a replay. Idempotent methods may be repeated,
	 * but not by a stranger and in any order; so only safe ones pass.
	 * @throws ProblemException 425 if the request is not safe and was early
	 */
	static void refuseUnsafe(HttpServletRequest request) {
		if (isMarked(request) && !SAFE_METHODS.contains(request.getMethod())) {
			throw new ProblemException(425,
					"%s came as TLS early data, which a third party may repeat, so nothing was done. ".formatted(
							request.getMethod()) + "Send it again once the handshake is complete, without Early-Data.")
				.with("field", FIELD);
		}
	}

	/**
	 * RFC 8470 §5.1: the one valid value is 1, and several or invalid ones are taken for
	 * it.
	 */
	private static boolean isMarked(HttpServletRequest request) {
		return request.getHeader(FIELD) != null;
	}

}
