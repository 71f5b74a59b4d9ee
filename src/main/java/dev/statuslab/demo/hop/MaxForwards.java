package dev.statuslab.demo.hop;

import java.util.List;
import java.util.Set;

import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * How many more hops a request may take (RFC 9110 §7.6.2); the field counts for TRACE and
 * OPTIONS alone.
 *
 * @param left the number; negative for no limit
 */
record MaxForwards(long left) {

	private static final Set<String> METHODS = Set.of("TRACE", "OPTIONS");

	/** What is not for whoever may read a reflected request (RFC 9110 §9.3.8). */
	private static final Set<String> SENSITIVE = Set.of("authorization", "proxy-authorization", "cookie");

	/**
	 * Reads a request's limit.
	 * @param request the request
	 * @return the limit
	 * @throws ProblemException 400 if the field holds no number
	 */
	static MaxForwards of(Request request) {
		List<String> lines = request.getHeaders().getValuesList(HttpHeader.MAX_FORWARDS);
		if (!METHODS.contains(request.getMethod()) || lines.isEmpty()) {
			return new MaxForwards(-1);
		}
		if (lines.size() > 1 || !lines.get(0).matches("\\d{1,9}")) {
			throw new ProblemException(400, "Max-Forwards is a whole number.").with("field", "Max-Forwards");
		}
		return new MaxForwards(Long.parseLong(lines.get(0)));
	}

	boolean limited() {
		return this.left >= 0;
	}

	/** Whether this hop is the final recipient. */
	boolean reached() {
		return this.left == 0;
	}

	MaxForwards next() {
		return new MaxForwards(this.left - 1);
	}

	/**
	 * A request as TRACE reflects it.
	 * @param request the request
	 * @param target its target as it was sent
	 * @return a message of the type {@code message/http}
	 */
	static String reflected(Request request, String target) {
		StringBuilder message = new StringBuilder(request.getMethod()).append(' ')
			.append(target)
			.append(' ')
			.append(request.getConnectionMetaData().getProtocol())
			.append("\r\n");
		for (HttpField field : request.getHeaders()) {
			if (!SENSITIVE.contains(field.getLowerCaseName())) {
				message.append(field.getName()).append(": ").append(field.getValue()).append("\r\n");
			}
		}
		return message.append("\r\n").toString();
	}

}
