package dev.statuslab.forced.httpbin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.util.Fields;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Cookies that callers set, read and delete (RFC 6265). */
@Component
final class Cookies {

	private static final int MOST = 20;

	private static final String LIST = "/cookies";

	/** Names with these prefixes promise what is not kept here (RFC 6265bis §4.1.3). */
	private static final Pattern PROMISING = Pattern.compile("(?i)__(?:host|secure|http|host-http)-.*");

	private final JsonMapper json;

	Cookies(JsonMapper json) {
		this.json = json;
	}

	/**
	 * The cookies that a request brought.
	 * @param request the request
	 * @return 200
	 */
	ForcedResponse list(ForcedRequest request) {
		Map<String, String> cookies = new LinkedHashMap<>();
		for (String line : request.lines("Cookie")) {
			for (String pair : line.split(";")) {
				int end = pair.indexOf('=');
				if (end > 0) {
					// of two, the first is for the longer path (RFC 6265 §5.4)
					cookies.putIfAbsent(pair.substring(0, end).strip(), pair.substring(end + 1).strip());
				}
			}
		}
		return ForcedResponse.of(200)
			.content(ForcedResponse.JSON, this.json.writeValueAsBytes(Map.of("cookies", cookies)))
			.with("Cache-Control", "no-store");
	}

	/**
	 * Sets a cookie for each parameter of the query.
	 * @param request the request
	 * @return 302, to the list
	 * @throws ProblemException 400 if there can be no such cookies
	 */
	ForcedResponse set(ForcedRequest request) {
		return each(request.query(), request, (name, value) -> cookie(name, value, request.links()));
	}

	/**
	 * Sets one cookie.
	 * @param request the request: {@code name} and {@code value}
	 * @return 302, to the list
	 * @throws ProblemException 400 if there can be no such cookie
	 */
	ForcedResponse setOne(ForcedRequest request) {
		return toList(request).with("Set-Cookie",
				cookie(request.variable("name"), request.variable("value"), request.links()).build().toString());
	}

	/**
	 * Deletes the cookie of each parameter of the query.
	 * @param request the request
	 * @return 302, to the list
	 * @throws ProblemException 400 if there can be no such cookies
	 */
	ForcedResponse delete(ForcedRequest request) {
		return each(request.query(), request, (name, value) -> cookie(name, "", request.links()).maxAge(Duration.ZERO));
	}

	private static ForcedResponse each(Fields pairs, ForcedRequest request,
			BiFunction<String, String, ResponseCookie.ResponseCookieBuilder> make) {
		if (pairs.getSize() > MOST) {
			throw refused("At most %d cookies are set at once.".formatted(MOST)).with("limit", MOST);
		}
		ForcedResponse response = toList(request);
		for (Fields.Field pair : pairs) {
			if (pair.hasMultipleValues()) {
				// RFC 6265 §4.1.1: no two cookies of one name in a response
				throw refused("A cookie may stand there only once: " + pair.getName());
			}
			response = response.and("Set-Cookie", make.apply(pair.getName(), pair.getValue()).build().toString());
		}
		return response;
	}

	private static ForcedResponse toList(ForcedRequest request) {
		return ForcedResponse.of(302).with("Location", request.links().path(LIST)).with("Cache-Control", "no-store");
	}

	/** A cookie for this server alone, out of the reach of scripts. */
	private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value, Links links) {
		if (name.isEmpty() || PROMISING.matcher(name).matches()) {
			throw refused("This is no name for a cookie of this server: " + name);
		}
		try {
			// building it checks name and value against RFC 6265 §4.1.1
			ResponseCookie.from(name, value).build();
		}
		catch (IllegalArgumentException ex) {
			throw refused("Name and value of a cookie are of RFC 6265's characters: no space, comma, semicolon, "
					+ "quotation mark or backslash, and nothing beyond ASCII.");
		}
		return ResponseCookie.from(name, value)
			.path(links.basePath().isEmpty() ? "/" : links.basePath())
			.secure(links.origin().startsWith("https:"))
			.httpOnly(true)
			.sameSite("Lax");
	}

	private static ProblemException refused(String detail) {
		return new ProblemException(400, detail).with("parameter", "name");
	}

}
