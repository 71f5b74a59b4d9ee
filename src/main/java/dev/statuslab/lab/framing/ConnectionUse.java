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
import dev.statuslab.lab.Told;

/**
 * Whether a client sends a second request on the connection of the first (RFC 9112 §9.3),
 * and does not where the response says {@code Connection: close} (§9.6).
 *
 * @param name the exercise's name
 * @param closes whether the first response says that the connection closes
 */
record ConnectionUse(String name, boolean closes) implements Exercise {

	private static final String NEXT = "/next";

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(PlannedRequest.get(base), PlannedRequest.get(base + NEXT));
	}

	@Override
	public boolean needsTelling() {
		return this.closes;
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		boolean last = this.closes && arrival.below().isEmpty() && Account.isFramed(arrival);
		return last ? Reply.ok("The last on this connection.\n").field("Connection", "close") : Reply.ok("Go on.\n");
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		Optional<Arrival> first = attempt.first("");
		Optional<Arrival> next = attempt.first(NEXT);
		if (this.closes) {
			return Account.missingHttp1(attempt, now, 2).orElseGet(() -> afterClose(attempt));
		}
		if (first.isEmpty() || next.isEmpty()) {
			return attempt.isOver(now, 2) ? Finding.notSeen("no-second") : Finding.pending();
		}
		boolean same = first.get().connection() == next.get().connection();
		return same ? Finding.noted("reused") : Finding.noted("not-reused");
	}

	private Finding afterClose(Attempt attempt) {
		Told told = attempt.told(2).orElseThrow();
		if (Account.failed(told)) {
			return Finding.failed("sent-after-close", Account.error(told));
		}
		return attempt.first(NEXT).isPresent() ? Finding.passed("closed") : Finding.notSeen("no-second");
	}

}
