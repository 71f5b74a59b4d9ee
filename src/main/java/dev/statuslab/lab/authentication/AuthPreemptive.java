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

/** Whether a client that has logged in waits to be asked again (RFC 7617 §2.2). */
record AuthPreemptive() implements Exercise {

	private static final String FIRST = "/area/first";

	private static final String SECOND = "/area/second";

	@Override
	public String name() {
		return "auth-preemptive";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(Login.PLAIN.in(PlannedRequest.get(base + FIRST)),
				Login.PLAIN.in(PlannedRequest.get(base + SECOND)));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return Login.PLAIN.isIn(arrival) ? Login.welcome() : Login.ask(Login.CHALLENGE);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Login.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		Optional<Arrival> first = attempt.first(FIRST);
		Optional<Arrival> second = attempt.first(SECOND);
		if (first.isPresent() && Login.isTried(first.get())) {
			return Finding.noted("sent-unasked");
		}
		if (second.isEmpty() && !attempt.isOver(now, 2)) {
			return Finding.pending();
		}
		if (Login.tries(attempt, FIRST).isEmpty() || second.isEmpty()) {
			return Finding.notSeen("no-credentials");
		}
		return Login.isTried(second.get()) ? Finding.noted("at-once") : Finding.noted("asked-again");
	}

}
