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
 * A nonce has gone stale, and the credentials are right all the same: the client may
 * repeat with the new nonce, and need not ask its user again (RFC 7616 §3.3). Here each
 * nonce is good for one request.
 */
record AuthDigestStale() implements Exercise {

	@Override
	public String name() {
		return "auth-digest-stale";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		PlannedRequest request = Login.PLAIN.in(PlannedRequest.get(base), "Digest");
		return List.of(request, request);
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (!DigestLogin.isProven(attempt, arrival)) {
			return Login.ask(DigestLogin.challenge(arrival));
		}
		return isStale(attempt, arrival) ? Login.ask(DigestLogin.challenge(arrival).token("stale", "true"))
				: Login.welcome();
	}

	private static boolean isStale(Attempt attempt, Arrival arrival) {
		String nonce = DigestLogin.of(arrival).nonce();
		return DigestLogin.proven(attempt)
			.stream()
			.anyMatch((one) -> one.number() < arrival.number() && DigestLogin.of(one).nonce().equals(nonce));
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Login.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		List<Arrival> proven = DigestLogin.proven(attempt);
		Optional<Arrival> refused = proven.stream().filter((one) -> isStale(attempt, one)).findFirst();
		if (refused.isEmpty()) {
			return attempt.isOver(now, 2) ? neverStale(attempt, proven.size()) : Finding.pending();
		}
		List<Arrival> after = proven.stream().filter((one) -> one.number() > refused.get().number()).toList();
		if (after.stream().anyMatch((one) -> !isStale(attempt, one))) {
			return Finding.passed("fresh-nonce");
		}
		if (!attempt.isOver(now, 2)) {
			return Finding.pending();
		}
		return after.isEmpty() ? Finding.failed("gave-up-stale") : Finding.failed("stale-again");
	}

	private static Finding neverStale(Attempt attempt, int proven) {
		return switch (proven) {
			case 0 -> DigestLogin.in(attempt).isEmpty() ? Finding.notSeen("no-digest") : Finding.notSeen("not-proven");
			case 1 -> Finding.notSeen("no-second");
			default -> Finding.noted("never-stale");
		};
	}

}
