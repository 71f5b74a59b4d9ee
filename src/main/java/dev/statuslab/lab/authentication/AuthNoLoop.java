package dev.statuslab.lab.authentication;

import java.time.Instant;
import java.util.List;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/**
 * A client whose credentials are refused shows the response, and does not try the same
 * for ever (RFC 9110 §15.5.2).
 */
record AuthNoLoop() implements Exercise {

	/** Some try once more; no client that gives up tries more often. */
	private static final int MOST = 5;

	/** Then it ends after all, whoever does not. */
	private static final int END = 20;

	@Override
	public String name() {
		return "auth-no-loop";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(Login.PLAIN.in(PlannedRequest.get(base)));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return (attempt.count() > END) ? Reply.ok("This is the end: you would have tried for ever.\n")
				: Login.ask(Login.CHALLENGE);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Login.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		int tries = Login.tries(attempt, "").size();
		if (tries > MOST) {
			return Finding.failed("loops", tries);
		}
		if (!attempt.isOver(now, 1)) {
			return Finding.pending();
		}
		if (tries == 0) {
			return Finding.notSeen("no-credentials");
		}
		return (tries <= 2) ? Finding.passed("gave-up", tries) : Finding.noted("gave-up", tries);
	}

}
