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

/** The client answers a challenge of Digest with SHA-256 (RFC 7616 §3.4). */
record AuthDigest() implements Exercise {

	@Override
	public String name() {
		return "auth-digest-sha256";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(Login.PLAIN.in(PlannedRequest.get(base + "/door?side=left"), "Digest"));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return DigestLogin.isProven(attempt, arrival) ? Login.welcome() : Login.ask(DigestLogin.challenge(arrival));
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Login.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		List<Arrival> tries = DigestLogin.in(attempt);
		if (tries.isEmpty()) {
			return attempt.isOver(now, 1) ? Finding.notSeen("no-digest") : Finding.pending();
		}
		return DigestLogin.fault(attempt, tries.get(0)).orElseGet(() -> Finding.passed("proven"));
	}

}
