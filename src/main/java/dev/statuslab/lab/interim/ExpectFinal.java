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

/** Instead of a 100 the final response may come at once (RFC 9110 §10.1.1). */
record ExpectFinal() implements Exercise {

	private static final String CONTENT = "not needed";

	@Override
	public String name() {
		return "expect-no-100";
	}

	@Override
	public boolean needsTelling() {
		return true;
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
		return Reply.ok(CONTENT + "\n").watching(Expectation.PATIENCE);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Expectation.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		if (!attempt.isOver(now, 1)) {
			return Finding.pending();
		}
		Optional<Arrival> first = Expectation.first(attempt);
		if (first.isEmpty()) {
			return Finding.notSeen("no-expect");
		}
		if (Expectation.isEarly(first.get())) {
			return Finding.noted("did-not-wait");
		}
		return attempt.told(1).map(ExpectFinal::judgement).orElseGet(() -> Finding.notSeen("not-told"));
	}

	private static Finding judgement(Told told) {
		if (told.error() != null) {
			return Finding.failed("error-told", told.error());
		}
		return told.saw(200) ? Finding.passed("final-read")
				: Finding.failed("other-status", (told.status() != null) ? told.status() : "none");
	}

}
