package dev.statuslab.lab.authentication;

import java.time.Instant;
import java.util.List;

import dev.statuslab.http.Challenge;
import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/**
 * Among several challenges the client ought to choose the most secure that it understands
 * (RFC 9110 §11.4): here Digest, which keeps the password to itself.
 *
 * @param name the exercise's name
 * @param first whether Digest comes first, in a field line of its own; otherwise it comes
 * last, in one line with Basic
 */
record AuthStrongest(String name, boolean first) implements Exercise {

	private static final String BOTH = "/both";

	/** Shows whether the client understands Digest. */
	private static final String DIGEST = "/digest";

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(Login.PLAIN.in(PlannedRequest.get(base + BOTH)),
				Login.PLAIN.in(PlannedRequest.get(base + DIGEST)));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		boolean both = arrival.below().equals(BOTH);
		if (both && Login.PLAIN.isIn(arrival) || DigestLogin.isProven(attempt, arrival)) {
			return Login.welcome();
		}
		Challenge digest = DigestLogin.challenge(arrival);
		if (!both) {
			return Login.ask(digest);
		}
		return this.first ? Login.ask(digest).field(Challenge.FIELD, Login.CHALLENGE.toString())
				: Login.ask().field(Challenge.FIELD, Login.CHALLENGE + ", " + digest);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Login.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		List<Arrival> tries = Login.tries(attempt, BOTH);
		if (!tries.isEmpty() && DigestLogin.isIn(tries.get(0))) {
			return Finding.passed("digest-chosen");
		}
		boolean understands = attempt.at(DIGEST).stream().anyMatch((one) -> DigestLogin.isProven(attempt, one));
		if (!understands && !attempt.isOver(now, 2)) {
			return Finding.pending();
		}
		if (tries.isEmpty()) {
			return Finding.notSeen("no-credentials");
		}
		if (attempt.at(BOTH).get(0).equals(tries.get(0))) {
			return Finding.noted("sent-unasked");
		}
		return understands ? Finding.failed("basic-chosen") : Finding.noted("basic-only");
	}

}
