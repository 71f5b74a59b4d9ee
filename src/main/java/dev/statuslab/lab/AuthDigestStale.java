package dev.statuslab.lab;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A nonce has gone stale, and the credentials are right all the same: the client may
 * repeat with the new nonce, and need not ask its user again (RFC 7616 §3.3).
 */
record AuthDigestStale() implements Exercise {

	@Override
	public String name() {
		return "auth-digest-stale";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(Login.PLAIN.in(PlannedRequest.get(base), "Digest"));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (isFresh(attempt, arrival)) {
			return Login.welcome();
		}
		boolean stale = DigestLogin.isProven(attempt, arrival);
		return Login
			.ask(stale ? DigestLogin.challenge(arrival).token("stale", "true") : DigestLogin.challenge(arrival));
	}

	/** Stale is every nonce that did not come with the news of another's being stale. */
	private static boolean isFresh(Attempt attempt, Arrival arrival) {
		Optional<Arrival> asked = DigestLogin.isProven(attempt, arrival)
				? DigestLogin.asked(attempt, DigestLogin.of(arrival)) : Optional.empty();
		return asked.filter((one) -> DigestLogin.isProven(attempt, one)).isPresent();
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Login.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		List<Arrival> proven = DigestLogin.proven(attempt);
		if (proven.stream().anyMatch((arrival) -> isFresh(attempt, arrival))) {
			return Finding.passed("fresh-nonce");
		}
		if (!attempt.isOver(now, 1)) {
			return Finding.pending();
		}
		if (proven.isEmpty()) {
			return DigestLogin.in(attempt).isEmpty() ? Finding.notSeen("no-digest") : Finding.notSeen("not-proven");
		}
		return (proven.size() > 1) ? Finding.failed("stale-again") : Finding.failed("gave-up-stale");
	}

}
