package dev.statuslab.lab.redirects;

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

/** Credentials are for the origin that they were given to (RFC 9110 §15.4). */
record RedirectAuthorization() implements Exercise {

	private static final String OTHER = "/other";

	private static final String AUTHORIZATION = "Authorization";

	@Override
	public String name() {
		return "redirect-authorization";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(PlannedRequest.get(base).field(AUTHORIZATION, "Bearer for-the-first-origin-alone"));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		Optional<String> other = origins.otherPort().filter((url) -> arrival.below().isEmpty());
		return other.map((url) -> Reply.redirect(302, url + OTHER)).orElseGet(() -> Reply.ok("arrived\n"));
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return judgement(attempt, now).showing(attempt, "Host", AUTHORIZATION);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		Optional<Arrival> next = attempt.first(OTHER);
		if (attempt.first("").filter((first) -> first.has(AUTHORIZATION)).isEmpty()) {
			return Finding.notSeen("no-authorization");
		}
		if (next.isEmpty()) {
			boolean stopped = attempt.told(1).filter((told) -> told.saw(302)).isPresent();
			return stopped ? Finding.noted("stopped-short")
					: attempt.isOver(now, 1) ? Finding.notSeen("not-followed-elsewhere") : Finding.pending();
		}
		return next.get().has(AUTHORIZATION) ? Finding.failed("authorization-carried", next.get().authority())
				: Finding.passed("authorization-left");
	}

}
