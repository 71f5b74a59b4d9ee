package dev.statuslab.forced.httpbin;

import java.util.List;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.Challenge;
import dev.statuslab.http.Credentials;
import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Lets in who bears a token, whichever it is (RFC 6750). */
@Component
final class BearerAuth {

	private static final String SCHEME = "Bearer";

	private final JsonMapper json;

	BearerAuth(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Looks for a token in Authorization, the one place where it may stand here (RFC 6750
	 * §2.1).
	 * @param request the request
	 * @return 200
	 * @throws ProblemException 401 without a token, 400 if there is one that can't be
	 * read (RFC 6750 §3.1)
	 */
	ForcedResponse answer(ForcedRequest request) {
		List<String> lines = request.lines(Credentials.FIELD);
		Challenge challenge = Challenge.of(SCHEME, Unauthorized.REALM);
		if (lines.stream().noneMatch((line) -> Credentials.name(SCHEME, line))) {
			throw new Unauthorized("Send Authorization with a token, by Bearer: any will do.", challenge);
		}
		String token = (lines.size() == 1) ? token(lines.get(0)) : null;
		if (token == null) {
			String expected = "Expected one token after Bearer, of letters, digits and -._~+/ with = at the end only";
			throw new ProblemException(400, "Authorization can't be read: " + expected + ".").field(Challenge.FIELD,
					challenge.quoted("error", "invalid_request").quoted("error_description", expected).toString());
		}
		return ForcedResponse.of(200)
			.content(ForcedResponse.JSON, this.json.writeValueAsBytes(new Borne(true, token)))
			.with("Cache-Control", "no-store");
	}

	private static @Nullable String token(String line) {
		try {
			return Credentials.parse(line).token68();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private record Borne(boolean authenticated, String token) {
	}

}
