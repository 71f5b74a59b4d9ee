package dev.statuslab.lab.retries;

import java.time.Duration;
import java.time.Instant;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.Reply;

/**
 * A request that may be repeated at once, by itself: there is no right and wrong.
 *
 * @param name the exercise's name
 * @param answer the answer to the first request
 */
record RetryIfYouLike(String name, Reply answer) implements Exercise {

	private static final Duration QUIET = Duration.ofSeconds(4);

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return (arrival.number() > 1) ? Reply.ok("Repeated.\n") : this.answer;
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		if (attempt.arrivals().size() < 2) {
			return attempt.isOver(now, 1, QUIET) ? Finding.noted("left") : Finding.pending();
		}
		boolean same = attempt.arrivals().get(0).connection() == attempt.arrivals().get(1).connection();
		return same ? Finding.noted("repeated-there") : Finding.noted("repeated-elsewhere");
	}

}
