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

/** A cookie is for the host that it came from (RFC 6265 §5.4). */
record RedirectCookie() implements Exercise {

	private static final String SET = "/set";

	private static final String OTHER = "/other";

	private static final String COOKIE = "Cookie";

	@Override
	public String name() {
		return "redirect-cookie";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(PlannedRequest.get(base + SET), PlannedRequest.get(base));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (arrival.below().equals(SET)) {
			return Reply.ok("a cookie\n").field("Set-Cookie", "lab=for-this-host-alone; Path=" + origins.path());
		}
		Optional<String> other = origins.otherHost().filter((url) -> arrival.below().isEmpty());
		return other.map((url) -> Reply.redirect(302, url + OTHER)).orElseGet(() -> Reply.ok("arrived\n"));
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return judgement(attempt, now).showing(attempt, "Host", COOKIE);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		Optional<Arrival> second = attempt.first("");
		Optional<Arrival> next = attempt.first(OTHER);
		if (second.isEmpty()) {
			return attempt.isOver(now, 2) ? Finding.notSeen("no-second") : Finding.pending();
		}
		if (!second.get().has(COOKIE)) {
			return Finding.notSeen("no-cookies");
		}
		if (next.isEmpty()) {
			return attempt.isOver(now, 2) ? Finding.notSeen("not-followed-elsewhere") : Finding.pending();
		}
		return next.get().has(COOKIE) ? Finding.failed("cookie-carried", next.get().authority())
				: Finding.passed("cookie-left");
	}

}
