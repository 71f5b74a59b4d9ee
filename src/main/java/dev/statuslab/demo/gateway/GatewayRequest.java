package dev.statuslab.demo.gateway;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.statuslab.http.CacheDirectives;
import dev.statuslab.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that the gateway is to forward.
 *
 * @param method the method
 * @param target path and query as the client sent them: what the cache knows it by
 * @param behaviour how the upstream server is to behave
 * @param timeout how long the upstream server may take for the whole response
 * @param fields the fields that go on
 * @param content the content
 */
record GatewayRequest(String method, String target, Behaviour behaviour, Duration timeout, ForwardedFields fields,
		byte[] content) {

	static final int SHORTEST_MILLISECONDS = 100;

	static final int LONGEST_MILLISECONDS = 2_000;

	static final int USUAL_MILLISECONDS = 1_000;

	private static final String TIMEOUT = "timeout";

	static GatewayRequest of(String behaviour, HttpServletRequest request, byte[] content) {
		Map<String, List<String>> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		Collections.list(request.getHeaderNames())
			.forEach((name) -> received.put(name, Collections.list(request.getHeaders(name))));
		String query = request.getQueryString();
		return new GatewayRequest(request.getMethod(), request.getRequestURI() + ((query != null) ? "?" + query : ""),
				Behaviour.of(behaviour).orElseThrow(GatewayRequest::noSuchBehaviour), timeout(query),
				ForwardedFields.of(received, request.getProtocol().replaceFirst("^HTTP/", "")), content);
	}

	CacheDirectives directives() {
		return CacheDirectives.of(this.fields.lines(CacheDirectives.FIELD));
	}

	boolean safe() {
		return "GET".equals(this.method) || "HEAD".equals(this.method);
	}

	/** From the query alone: the servlet's own parameters would use up a form. */
	private static Duration timeout(@Nullable String query) {
		for (String pair : (query != null) ? query.split("&") : new String[0]) {
			if (pair.startsWith(TIMEOUT + "=")) {
				return milliseconds(pair.substring(TIMEOUT.length() + 1));
			}
		}
		return Duration.ofMillis(USUAL_MILLISECONDS);
	}

	private static Duration milliseconds(String digits) {
		int milliseconds = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
		if (milliseconds < SHORTEST_MILLISECONDS || milliseconds > LONGEST_MILLISECONDS) {
			throw new ProblemException(400,
					"The timeout is a whole number of milliseconds, from %d to %d.".formatted(SHORTEST_MILLISECONDS,
							LONGEST_MILLISECONDS))
				.with("parameter", TIMEOUT)
				.with("minimum", SHORTEST_MILLISECONDS)
				.with("maximum", LONGEST_MILLISECONDS);
		}
		return Duration.ofMillis(milliseconds);
	}

	private static ProblemException noSuchBehaviour() {
		return new ProblemException(404, "The upstream server can't be told to behave like this.").with("allowed",
				Behaviour.labels());
	}

}
