package dev.statuslab.lab.interim;

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
import dev.statuslab.lab.Told;

/**
 * Content that the server has refused is not sent on: its answer says that the connection
 * closes (RFC 9112 §9.5).
 */
record ExpectRefused() implements Exercise {

	@Override
	public String name() {
		return "expect-refused";
	}

	@Override
	public boolean readsContentFirst() {
		return false;
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return Expectation.requests(base);
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (!arrival.below().isEmpty()) {
			return Reply.ok("done\n");
		}
		return Reply.of(413).text("That is too much.\n").field("Connection", "close").watching(Expectation.PATIENCE);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Expectation.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		Optional<Arrival> first = Expectation.first(attempt);
		if (first.isPresent() && Expectation.isLate(first.get())) {
			return Finding.failed("sent-on");
		}
		if (!attempt.isOver(now, 2)) {
			return Finding.pending();
		}
		if (first.isEmpty()) {
			return Finding.notSeen("no-expect");
		}
		if (Expectation.isEarly(first.get())) {
			return Finding.noted("did-not-wait");
		}
		return attempt.told(1)
			.map(Told::error)
			.map((error) -> Finding.passed("not-sent-on-failing", error))
			.orElseGet(() -> Finding.passed("not-sent-on"));
	}

}
