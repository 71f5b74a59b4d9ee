package dev.statuslab.demo.webdav;

import java.util.List;

import dev.statuslab.http.Challenge;
import dev.statuslab.http.Credentials;
import dev.statuslab.http.EntityTag;
import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. There are no accounts: a bearer token of the visitor's own invention is who
 * he is, and all without one are the same person. Basic is not taken, least of all
 * without TLS (RFC 4918 §20.1).
 *
 * @param name a digest of the token, or a word for none
 */
record Principal(String name) {

	private static final Principal ANYONE = new Principal("anyone");

	private static final Challenge CHALLENGE = Challenge.of("Bearer", "dav");

	/**
	 * Tells who asks.
	 * @param authorization the value of Authorization, if there is one
	 * @throws ProblemException 401 if it is no bearer token
	 */
	static Principal of(@Nullable String authorization) {
		if (authorization == null) {
			return ANYONE;
		}
		try {
			Credentials credentials = Credentials.parse(authorization);
			if ("Bearer".equalsIgnoreCase(credentials.scheme()) && credentials.token68() != null) {
				return new Principal(EntityTag.of(credentials.token68()).opaque());
			}
		}
		catch (IllegalArgumentException ex) {
			// refused below
		}
		throw new ProblemException(401, "Only a bearer token is taken here: any word of yours. Locks are yours by it.")
			.with("allowed", List.of("Bearer"))
			.field(Challenge.FIELD, CHALLENGE.toString());
	}

}
