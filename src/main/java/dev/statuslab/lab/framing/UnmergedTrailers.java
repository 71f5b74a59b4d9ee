package dev.statuslab.lab.framing;

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
 * A client keeps trailer fields apart from the header: a cookie in a trailer section is
 * none (RFC 9110 §6.5.1).
 */
record UnmergedTrailers() implements Exercise {

	private static final String NEXT = "/next";

	private static final String COOKIE = "from-trailer=1";

	@Override
	public String name() {
		return "framing-trailers";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(PlannedRequest.get(base), PlannedRequest.get(base + NEXT));
	}

	@Override
	public boolean needsTelling() {
		return true;
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return arrival.below().isEmpty()
				? Reply.ok(Framing.CONTENT).field("Trailer", "Set-Cookie").trailer("Set-Cookie", COOKIE)
				: Reply.ok("next\n");
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		boolean merged = attempt.at(NEXT)
			.stream()
			.anyMatch((arrival) -> arrival.values("Cookie").stream().anyMatch((value) -> value.contains(COOKIE)));
		if (merged) {
			return Finding.failed("merged").showing(attempt, "Cookie");
		}
		Optional<Finding> missing = Account.missing(attempt, now, 2);
		if (missing.isPresent()) {
			return missing.get();
		}
		return Account.misread(attempt.told(1).orElseThrow(), Framing.CONTENT).orElseGet(() -> Finding.passed("apart"));
	}

}
