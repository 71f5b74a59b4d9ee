package dev.statuslab.lab.authentication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/**
 * Another origin is another protection space, though it gives its realm the same name
 * (RFC 9110 §11.5).
 */
record AuthOtherOrigin() implements Exercise {

	private static final String OTHER = "/other";

	@Override
	public String name() {
		return "auth-other-origin";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(Login.PLAIN.in(PlannedRequest.get(base)));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (!Login.PLAIN.isIn(arrival)) {
			return Login.ask(Login.CHALLENGE);
		}
		Optional<String> other = origins.otherPort().filter((url) -> arrival.below().isEmpty());
		return other.map((url) -> Reply.redirect(302, url + OTHER)).orElseGet(Login::welcome);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return judgement(attempt, now).showing(attempt, "Host", "Authorization");
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		List<Arrival> carried = Login.tries(attempt, OTHER);
		if (!carried.isEmpty()) {
			return Finding.failed("carried", carried.get(0).authority());
		}
		if (!attempt.isOver(now, 1)) {
			return Finding.pending();
		}
		if (Login.tries(attempt, "").isEmpty()) {
			return Finding.notSeen("no-credentials");
		}
		return attempt.first(OTHER).isPresent() ? Finding.passed("left") : Finding.notSeen("not-followed-elsewhere");
	}

}
