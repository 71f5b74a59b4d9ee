package dev.statuslab.forced.status;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RetryAfter;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/**
 * What a caller adds to a forced code, in either dialect: {@code header}, {@code body},
 * {@code retry-after} and {@code suppressBody} in the query, and the fields of
 * httpstat.us.
 *
 * @param fields the fields; each replaces what the code would bring along
 * @param body the content, if the caller gives it
 * @param suppressed whether there is to be no content
 */
record Composition(HttpFields fields, Optional<String> body, boolean suppressed) {

	private static final Composition NOTHING = new Composition(HttpFields.EMPTY, Optional.empty(), false);

	private static final String FIELD = ForcedRequest.WISH + "Response-";

	private static final Pattern SCRIPT = Pattern.compile("<\\s*script", Pattern.CASE_INSENSITIVE);

	private static final String SUPPRESS = ForcedRequest.WISH + "SuppressBody";

	/**
	 * Reads what a request adds.
	 * @param request the request
	 * @param policy which fields a caller may set
	 * @return the composition
	 * @throws ProblemException 400 or 403 if something can't be added
	 */
	static Composition of(ForcedRequest request, CallerFields policy) {
		if (!request.isComposed()) {
			return NOTHING;
		}
		HttpFields.Mutable fields = HttpFields.build();
		for (HttpField field : request.fields()) {
			if (field.getName().regionMatches(true, 0, FIELD, 0, FIELD.length())) {
				policy.add(field.getName().substring(FIELD.length()), field.getValue(), request.links(), fields);
			}
		}
		for (String line : request.query().getValuesOrEmpty("header")) {
			int colon = line.indexOf(':');
			if (colon < 1) {
				throw new ProblemException(400, "A field is written Name:value, and not: " + line).with("parameter",
						"header");
			}
			policy.add(line.substring(0, colon), line.substring(colon + 1), request.links(), fields);
		}
		request.parameter("retry-after")
			.map(Composition::retryAfter)
			.ifPresent((value) -> fields.put(RetryAfter.FIELD, value));
		boolean suppressed = request.parameter("suppressBody")
			.map((text) -> ForcedRequest.flag("suppressBody", text))
			.orElseGet(() -> request.flag(SUPPRESS));
		Optional<String> body = request.parameter("body");
		if (suppressed && body.isPresent()) {
			throw new ProblemException(400, "A body can't be given and suppressed at once.").with("parameter", "body");
		}
		body.filter(SCRIPT.asPredicate()).ifPresent((text) -> {
			throw new ProblemException(400, "A script is not sent, not even as plain text.").with("parameter", "body");
		});
		return new Composition(fields.asImmutable(), body, suppressed);
	}

	/**
	 * Adds all of it to a response.
	 * @param plain the response as the code alone has it
	 * @return the response as the caller wants it
	 */
	ForcedResponse addTo(ForcedResponse plain) {
		ForcedResponse response = this.suppressed ? plain.withoutContent() : plain;
		if (this.body.isPresent()) {
			response = response.text(this.body.get());
		}
		return response.replacing(this.fields);
	}

	private static String retryAfter(String text) {
		try {
			return new RetryAfter(text).value();
		}
		catch (IllegalArgumentException ex) {
			throw new ProblemException(400,
					"Retry-After is a number of seconds or an HTTP-date, as in Sun, 06 Nov 1994 08:49:37 GMT, and not: "
							+ text)
				.with("parameter", "retry-after");
		}
	}

}
