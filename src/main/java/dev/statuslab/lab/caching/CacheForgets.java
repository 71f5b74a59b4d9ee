package dev.statuslab.lab.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/**
 * An answer that could be used again at first can't any more: it has become stale (RFC
 * 9111 §4.2.4), or an unsafe request has gone through (RFC 9111 §4.4).
 *
 * @param name the exercise's name
 * @param maxAge for how many seconds the answer is fresh
 * @param unsafe whether an unsafe request ends that, and not time
 */
record CacheForgets(String name, int maxAge, boolean unsafe) implements Exercise {

	/** In seconds: longer than an answer is fresh that shall become stale. */
	private static final int PAUSE = 2;

	private static final Duration QUIET = Duration.ofSeconds(5);

	@Override
	public boolean needsTelling() {
		return true;
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		PlannedRequest get = PlannedRequest.get(base);
		return this.unsafe ? List.of(get, get, PlannedRequest.of("POST", base).content("change=this"), get)
				: List.of(get, get, get.pause(PAUSE));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		Reply reply = Reply.ok(CachedAnswers.text(arrival.number()));
		if (arrival.method().equals("POST")) {
			return reply;
		}
		return reply.field("ETag", "\"answer-" + arrival.number() + "\"")
			.field("Cache-Control", "max-age=" + this.maxAge)
			.keepable();
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return CachedAnswers.shown(finding(attempt, now), attempt);
	}

	private Finding finding(Attempt attempt, Instant now) {
		int last = this.unsafe ? 4 : 3;
		if (!attempt.isOver(now, last, QUIET)) {
			return Finding.pending();
		}
		if (this.unsafe && attempt.arrivals().stream().noneMatch((one) -> one.method().equals("POST"))) {
			return Finding.notSeen("no-post");
		}
		if (CachedAnswers.same(attempt, 2, last)) {
			return isRushed(attempt, last) ? Finding.notSeen("no-pause") : Finding.failed("kept-too-long");
		}
		if (IntStream.of(1, 2, last).anyMatch((one) -> CachedAnswers.told(attempt, one).isEmpty())) {
			return Finding.notSeen("not-told");
		}
		boolean kept = CachedAnswers.same(attempt, 1, 2)
				|| attempt.arrivals().stream().anyMatch(CachedAnswers::validates);
		return kept ? Finding.passed("asked-anew") : Finding.notSeen("no-cache");
	}

	/** Without the pause, the answer may have been fresh still. */
	private boolean isRushed(Attempt attempt, int last) {
		Instant asked = attempt.arrivals().get(attempt.arrivals().size() - 1).at();
		Instant told = attempt.told(last).orElseThrow().at();
		return !this.unsafe && told.isBefore(asked.plusSeconds(PAUSE));
	}

}
