package dev.statuslab.forced.httpbin;

import dev.statuslab.http.Challenge;
import dev.statuslab.http.ProblemException;

/**
 * A 401, with the one challenge that its address has. Who reads httpbin's answers finds
 * {@code authenticated} in it.
 */
final class Unauthorized extends ProblemException {

	/** Names the protection space of all these addresses. */
	static final String REALM = "Statuslab";

	Unauthorized(String detail, Challenge challenge) {
		super(401, detail);
		with("authenticated", false);
		field(Challenge.FIELD, challenge.toString());
	}

}
