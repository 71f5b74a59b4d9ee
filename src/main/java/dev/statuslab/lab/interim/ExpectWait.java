package dev.statuslab.lab.interim;

import java.time.Duration;
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

/** A client that expects a 100 waits for it, and then goes on (RFC 9110 §10.1.1). */
record ExpectWait() implements Exercise {

	@Override
	public String name() {
		return "expect-wait";
	}

	@Override
	public boolean readsContentFirst() {
		return false;
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(Expectation.request(base));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return Reply.ok("stored\n").hearing(Expectation.isIn(arrival) ? Expectation.PATIENCE : Duration.ZERO);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Expectation.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		Optional<Arrival> first = Expectation.first(attempt);
		if (first.isEmpty()) {
			return attempt.isOver(now, 1) ? Finding.notSeen("no-expect") : Finding.pending();
		}
		if (first.get().content() == null) {
			return attempt.isOver(now, 1) ? Finding.failed("did-not-go-on") : Finding.pending();
		}
		if (Expectation.isEarly(first.get())) {
			return Finding.noted("did-not-wait");
		}
		return (first.get().length() == Expectation.SIZE) ? Finding.passed("waited")
				: Finding.failed("other-length", first.get().length(), Expectation.SIZE);
	}

}
