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
import dev.statuslab.lab.Told;

/** After a 417 a client repeats without the expectation (RFC 9110 §10.1.1). */
record ExpectFailed() implements Exercise {

	/** One that repeats the same so often does not learn. */
	private static final int MOST = 2;

	@Override
	public String name() {
		return "expect-417";
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
		if (!Expectation.isIn(arrival)) {
			return Reply.ok("stored\n").hearing(Duration.ZERO);
		}
		return Reply.of(417)
			.text("No expectations here.\n")
			.field("Connection", "close")
			.watching(Expectation.PATIENCE);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Expectation.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		List<Arrival> all = Expectation.attempts(attempt).toList();
		Optional<Arrival> first = Expectation.first(attempt);
		if (first.isEmpty()) {
			return attempt.isOver(now, 1) ? Finding.notSeen("no-expect") : Finding.pending();
		}
		Optional<Arrival> repeated = all.stream()
			.filter((one) -> one.number() > first.get().number() && !Expectation.isIn(one))
			.findFirst();
		if (repeated.isPresent()) {
			return repeated(repeated.get(), attempt.isOver(now, 1));
		}
		if (!attempt.isOver(now, 1) && all.size() <= MOST) {
			return Finding.pending();
		}
		if (all.size() > 1) {
			return Finding.failed("expects-again");
		}
		// the expectation may be the user's and not the client's: then it is for the user
		return attempt.told(1)
			.map(Told::error)
			.map((error) -> Finding.noted("not-repeated-failing", error))
			.orElseGet(() -> Finding.noted("not-repeated"));
	}

	private static Finding repeated(Arrival repeated, boolean over) {
		if (repeated.content() == null && !over) {
			return Finding.pending();
		}
		return (repeated.length() == Expectation.SIZE) ? Finding.passed("repeated")
				: Finding.failed("other-length", repeated.length(), Expectation.SIZE);
	}

}
