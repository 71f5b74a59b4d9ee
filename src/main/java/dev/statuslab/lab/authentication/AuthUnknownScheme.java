package dev.statuslab.lab.authentication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.statuslab.http.Challenge;
import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/**
 * The client finds the challenge that it understands behind one that it does not, in the
 * same field line (RFC 9110 §11.6.1).
 */
record AuthUnknownScheme() implements Exercise {

	private static final String UNKNOWN = "Lab-Seal realm=\"seal\", marks=\"wax, Basic lead\", depth=2, ";

	private static final String BEHIND = "/behind";

	/** Shows whether the client logs in at all. */
	private static final String ALONE = "/alone";

	@Override
	public String name() {
		return "auth-unknown-scheme";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(Login.PLAIN.in(PlannedRequest.get(base + BEHIND)),
				Login.PLAIN.in(PlannedRequest.get(base + ALONE)));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (Login.PLAIN.isIn(arrival)) {
			return Login.welcome();
		}
		String unknown = arrival.below().equals(ALONE) ? "" : UNKNOWN;
		return Login.ask().field(Challenge.FIELD, unknown + Login.CHALLENGE);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Login.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		Optional<Arrival> first = attempt.first(BEHIND);
		if (first.isPresent() && Login.isTried(first.get())) {
			return Finding.notSeen("unasked");
		}
		if (attempt.at(BEHIND).stream().anyMatch(Login.PLAIN::isIn)) {
			return Finding.passed("found-basic");
		}
		if (first.isPresent() && attempt.at(ALONE).stream().anyMatch(Login.PLAIN::isIn)) {
			return Finding.failed("basic-overlooked");
		}
		return attempt.isOver(now, 2) ? Finding.notSeen("no-credentials") : Finding.pending();
	}

}
