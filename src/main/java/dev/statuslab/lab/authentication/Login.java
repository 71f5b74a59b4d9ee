package dev.statuslab.lab.authentication;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import dev.statuslab.http.Challenge;
import dev.statuslab.http.Credentials;
import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/**
 * A name and a password, and what the exercises with the Basic scheme share (RFC 7617).
 *
 * @param user the user's name, without a colon
 * @param password the password
 */
record Login(String user, String password) {

	/** The realm of all exercises. */
	static final String REALM = "lab";

	/** With a colon, a space and so many octets that some would break the line. */
	static final Login PLAIN = new Login("visitor", "open: the door of the laboratory, please, and keep it open");

	static final Challenge CHALLENGE = Challenge.of("Basic", REALM);

	/** A request that is to log in, by any scheme, or by one alone. */
	PlannedRequest in(PlannedRequest request, String... scheme) {
		return request.credentials(this.user, this.password, (scheme.length > 0) ? scheme[0] : null);
	}

	/** Whether a request has just these credentials. */
	boolean isIn(Arrival arrival) {
		return isIn(arrival, StandardCharsets.UTF_8);
	}

	/** The same in another encoding of characters. */
	boolean isIn(Arrival arrival, Charset charset) {
		String expected = Base64.getEncoder().encodeToString((this.user + ":" + this.password).getBytes(charset));
		return has(arrival, "Basic")
				&& arrival.value(Credentials.FIELD).orElse("").substring(5).strip().equals(expected);
	}

	/** Whether a request has credentials of a scheme, right or wrong. */
	static boolean has(Arrival arrival, String scheme) {
		return arrival.value(Credentials.FIELD).filter((value) -> Credentials.name(scheme, value)).isPresent();
	}

	/** Whether a request has credentials of any scheme. */
	static boolean isTried(Arrival arrival) {
		return arrival.has(Credentials.FIELD);
	}

	/** The requests at a URL that have credentials of any scheme. */
	static List<Arrival> tries(Attempt attempt, String below) {
		return attempt.at(below).stream().filter(Login::isTried).toList();
	}

	/** Asks to log in. */
	static Reply ask(Challenge challenge) {
		return ask().field(Challenge.FIELD, challenge.toString());
	}

	/** The same without a challenge yet. */
	static Reply ask() {
		return Reply.of(401).text("Who are you?\n");
	}

	static Reply welcome() {
		return Reply.ok("welcome\n");
	}

	static Finding showing(Finding finding, Attempt attempt) {
		return finding.showing(attempt, Credentials.FIELD);
	}

	/** Only the name: the rest must not reach a log. */
	@Override
	public String toString() {
		return this.user;
	}

}
