package dev.statuslab.lab.retries;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/**
 * A request whose method is not idempotent is not repeated by itself (RFC 9110 §9.2.2).
 *
 * @param refused whether the server says that it can't handle the request: it may not
 * have been applied, then; else the connection breaks, and nobody knows
 */
record RetryPost(boolean refused) implements Exercise {

	private static final Duration QUIET = Duration.ofSeconds(4);

	@Override
	public String name() {
		return this.refused ? "retry-post-503" : "retry-post-broken";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(PlannedRequest.of("POST", base).content("order=1"));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (arrival.number() > 1) {
			return Reply.ok("Ordered again.\n");
		}
		return this.refused ? Reply.of(503).field("Retry-After", "1").text("Not now.\n") : Reply.none();
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		if (!attempt.arrivals().get(0).method().equals("POST")) {
			return Finding.notSeen("no-post");
		}
		if (attempt.arrivals().stream().filter((one) -> one.method().equals("POST")).count() > 1) {
			return this.refused ? Finding.noted("post-repeated-refused") : Finding.failed("post-repeated");
		}
		return attempt.isOver(now, 1, QUIET) ? Finding.passed("post-left") : Finding.pending();
	}

}
