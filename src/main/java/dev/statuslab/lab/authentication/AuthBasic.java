package dev.statuslab.lab.authentication;

import java.nio.charset.StandardCharsets;
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
 * The client answers a challenge of the Basic scheme (RFC 7617 §2).
 *
 * @param name the exercise's name
 * @param login what the client logs in with
 * @param charset whether the challenge asks for UTF-8 (RFC 7617 §2.1)
 */
record AuthBasic(String name, Login login, boolean charset) implements Exercise {

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(this.login.in(PlannedRequest.get(base)));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		Challenge challenge = this.charset ? Login.CHALLENGE.quoted("charset", "UTF-8") : Login.CHALLENGE;
		return this.login.isIn(arrival) ? Login.welcome() : Login.ask(challenge);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Login.showing(judgement(attempt, now), attempt);
	}

	private Finding judgement(Attempt attempt, Instant now) {
		// who logs in unasked has not seen the charset: a second try counts
		Optional<Arrival> asked = attempt.arrivals()
			.stream()
			.filter((arrival) -> Login.isTried(arrival) && (arrival.number() > 1 || this.login.isIn(arrival)))
			.findFirst();
		if (asked.isPresent()) {
			return judgement(asked.get());
		}
		if (!attempt.isOver(now, 1)) {
			return Finding.pending();
		}
		Optional<Arrival> unasked = attempt.arrivals().stream().filter(Login::isTried).findFirst();
		if (unasked.isEmpty()) {
			return Finding.notSeen("no-credentials");
		}
		return this.charset ? Finding.notSeen("unasked") : judgement(unasked.get());
	}

	private Finding judgement(Arrival arrival) {
		if (!Login.has(arrival, "Basic")) {
			return Finding.failed("other-scheme");
		}
		if (this.login.isIn(arrival)) {
			return Finding.passed("logged-in");
		}
		return (this.charset && this.login.isIn(arrival, StandardCharsets.ISO_8859_1)) ? Finding.failed("latin-1")
				: Finding.failed("other-credentials");
	}

}
