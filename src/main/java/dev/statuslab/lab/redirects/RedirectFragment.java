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
import dev.statuslab.lab.Told;

/**
 * A redirect inherits the fragment of the reference that it answers, unless it has one of
 * its own (RFC 9110 §10.2.2).
 */
record RedirectFragment() implements Exercise {

	private static final String OWN = "/own";

	private static final String NEXT = "/next";

	@Override
	public String name() {
		return "redirect-fragment";
	}

	@Override
	public boolean needsTelling() {
		return true;
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(PlannedRequest.get(base + "#top"), PlannedRequest.get(base + OWN + "#top"));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return switch (arrival.below()) {
			case "" -> Reply.redirect(302, origins.path() + NEXT);
			case OWN -> Reply.redirect(302, origins.path() + NEXT + "#part");
			default -> Reply.ok("arrived\n");
		};
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		Optional<Arrival> sent = attempt.arrivals().stream().filter((one) -> one.target().contains("#")).findFirst();
		if (sent.isPresent()) {
			return Finding.failed("fragment-sent", sent.get().target());
		}
		if (!attempt.isOver(now, 2)) {
			return Finding.pending();
		}
		String inherited = url(attempt, 1);
		String own = url(attempt, 2);
		if (inherited.isEmpty() || own.isEmpty()) {
			boolean told = attempt.told(1).isPresent() && attempt.told(2).isPresent();
			return Finding.notSeen(told ? "fragments-hidden" : "not-told");
		}
		if (!inherited.contains(NEXT) || !own.contains(NEXT)) {
			return Finding.notSeen("not-followed");
		}
		if (!inherited.contains("#") && !own.contains("#")) {
			return Finding.notSeen("fragments-hidden");
		}
		if (!inherited.endsWith(NEXT + "#top")) {
			return Finding.failed("not-inherited", inherited);
		}
		return own.endsWith(NEXT + "#part") ? Finding.passed("inherited") : Finding.failed("own-lost", own);
	}

	private static String url(Attempt attempt, int request) {
		return attempt.told(request).map(Told::url).orElse("");
	}

}
