package dev.statuslab.lab.retries;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.Reply;

/** A server that stays unavailable is asked ever more rarely, and then not any more. */
record RetryBackOff() implements Exercise {

	/** No client that gives up sends more than that. */
	private static final int MOST = 20;

	/** Then it succeeds after all, for whoever does not. */
	private static final int END = 30;

	private static final Duration QUIET = Duration.ofSeconds(10);

	@Override
	public String name() {
		return "retry-back-off";
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return (arrival.number() > END) ? Reply.ok("At last.\n") : Reply.of(503).text("Not now.\n");
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		if (attempt.count() > MOST) {
			return Finding.failed("endless", attempt.count());
		}
		if (!attempt.isOver(now, 1, QUIET)) {
			return Finding.pending();
		}
		List<Arrival> arrivals = attempt.arrivals();
		if (arrivals.size() == 1) {
			return Finding.notSeen("not-repeated", 503);
		}
		if (arrivals.size() == 2) {
			return Finding.noted("once-more");
		}
		Duration first = arrivals.get(1).since(arrivals.get(0));
		Duration last = arrivals.get(arrivals.size() - 1).since(arrivals.get(arrivals.size() - 2));
		// a half more, so that chance is no growth
		boolean grows = last.multipliedBy(2).compareTo(first.multipliedBy(3)) > 0;
		Object[] figures = { arrivals.size() - 1, first.toMillis(), last.toMillis() };
		return grows ? Finding.passed("backs-off", figures) : Finding.noted("steady", figures);
	}

}
