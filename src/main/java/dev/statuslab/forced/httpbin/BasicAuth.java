package dev.statuslab.forced.httpbin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.Challenge;
import dev.statuslab.http.Credentials;
import dev.statuslab.http.ProblemException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Basic authentication as who the address names (RFC 7617). */
@Component
final class BasicAuth {

	private static final String SCHEME = "Basic";

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	private static final byte[] NOTHING = {};

	private final JsonMapper json;

	BasicAuth(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Lets in who sends the address's user and password, and challenges others.
	 * @param request the request: {@code user} and {@code passwd}
	 * @return 200
	 * @throws ProblemException 401 without the right credentials, 400 if nobody could
	 * send such ones
	 */
	ForcedResponse open(ForcedRequest request) {
		if (isSignedIn(request)) {
			return welcome(request);
		}
		throw new Unauthorized("Send Authorization with the user and the password of this address, by Basic.",
				Challenge.of(SCHEME, Unauthorized.REALM).quoted("charset", "UTF-8"));
	}

	/**
	 * The same, but others are told that there is nothing.
	 * @param request the request: {@code user} and {@code passwd}
	 * @return 200
	 * @throws ProblemException 404 without the right credentials, 400 if nobody could
	 * send such ones
	 */
	ForcedResponse hidden(ForcedRequest request) {
		if (isSignedIn(request)) {
			return welcome(request);
		}
		throw new ProblemException(404, "There is nothing at this address.");
	}

	private ForcedResponse welcome(ForcedRequest request) {
		return ForcedResponse.of(200)
			.content(ForcedResponse.JSON,
					this.json.writeValueAsBytes(new Authenticated(true, request.variable("user"))))
			.with("Cache-Control", "no-store");
	}

	private static boolean isSignedIn(ForcedRequest request) {
		String user = request.variable("user");
		String pair = user + ":" + request.variable("passwd");
		if (user.contains(":") || CONTROL.matcher(pair).find()) {
			throw new ProblemException(400,
					"Basic can't carry this: a user's name has no colon, and neither it nor a password a control character.")
				.with("parameter", "user");
		}
		List<String> lines = request.lines(Credentials.FIELD);
		return lines.size() == 1 && MessageDigest.isEqual(pair.getBytes(StandardCharsets.UTF_8), sent(lines.get(0)));
	}

	/** Name, colon and password as they were sent; what can't be read is nobody's. */
	private static byte[] sent(String line) {
		try {
			Credentials credentials = Credentials.parse(line);
			String token = credentials.token68();
			return (token != null && SCHEME.equalsIgnoreCase(credentials.scheme())) ? Base64.getDecoder().decode(token)
					: NOTHING;
		}
		catch (IllegalArgumentException ex) {
			return NOTHING;
		}
	}

}
