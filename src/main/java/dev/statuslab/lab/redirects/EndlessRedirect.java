package dev.statuslab.lab.redirects;

import java.time.Instant;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.Reply;

/**
 * A client notices that redirects don't end (RFC 9110 §15.4).
 *
 * @param name the exercise's name
 * @param distinct whether each leads to another URL, and not in a circle
 */
record EndlessRedirect(String name, boolean distinct) implements Exercise {

	/** No client that gives up follows more than that; browsers follow 20. */
	private static final int MOST = 60;

	/** Then it ends after all, whoever does not. */
	private static final int END = 80;

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (attempt.count() > END) {
			return Reply.ok("This is the end: you would have gone on for ever.\n");
		}
		return Reply.redirect(302, origins.path() + (this.distinct ? "/" + attempt.count() : ""));
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		if (attempt.count() > MOST) {
			return Finding.failed("endless", attempt.count());
		}
		if (!attempt.isOver(now, 1)) {
			return Finding.pending();
		}
		return (attempt.count() > 1) ? Finding.passed("gave-up", attempt.count() - 1) : Finding.notSeen("not-followed");
	}

}
