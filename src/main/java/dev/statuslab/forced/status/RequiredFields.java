package dev.statuslab.forced.status;

import java.util.List;
import java.util.stream.Collectors;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.forced.exchange.Route;
import dev.statuslab.http.Challenge;
import dev.statuslab.http.RetryAfter;

/** What the RFCs require with a code, or recommend. */
final class RequiredFields {

	private static final String CHALLENGE = Challenge.of("Basic", "Statuslab").quoted("charset", "UTF-8").toString();

	/**
	 * The length of a representation that nobody has: the range asked for lies behind.
	 */
	private static final String UNSATISFIED = "bytes */1024";

	private RequiredFields() {
	}

	/**
	 * Adds the fields that belong to a code.
	 * @param response a response with this code
	 * @param request the request
	 * @param dialect tells where redirects lead
	 * @return the response with its fields
	 */
	static ForcedResponse addTo(ForcedResponse response, ForcedRequest request, Dialect dialect) {
		ForcedResponse fresh = response.with("Cache-Control", "no-store");
		return switch (response.status()) {
			// RFC 9110 §15.3.2
			case 201 -> fresh.with("Location", request.links().path("/get"));
			// RFC 9110 §15.4
			case 301, 302, 303, 305, 307, 308 -> fresh.with("Location", request.links().path(dialect.location()));
			// RFC 9110 §11.6.1
			case 401 -> fresh.with(Challenge.FIELD, CHALLENGE);
			// RFC 9110 §15.5.6
			case 405 -> fresh.with("Allow", others(request.method()));
			// RFC 9110 §11.7.1
			case 407 -> fresh.with("Proxy-Authenticate", CHALLENGE);
			// RFC 9110 §15.5.17
			case 416 -> fresh.with("Content-Range", UNSATISFIED);
			// RFC 9110 §15.5.22
			case 426 -> fresh.with("Upgrade", "h2c").with("Connection", "Upgrade");
			// RFC 6585 §4, RFC 9110 §15.6.4
			case 429, 503 -> fresh.with(RetryAfter.FIELD, "5");
			// RFC 7725 §4
			case 451 -> fresh.with("Link", "<%s>; rel=\"blocked-by\"".formatted(request.links().path("/")));
			default -> fresh;
		};
	}

	/** The method at hand is, as the code says, not among those that are allowed. */
	private static String others(String method) {
		List<String> refused = method.equals("GET") ? Route.READ : List.of(method);
		return Route.ANY.stream().filter((other) -> !refused.contains(other)).collect(Collectors.joining(", "));
	}

}
