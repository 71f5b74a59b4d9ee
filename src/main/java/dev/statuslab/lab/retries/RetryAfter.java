package dev.statuslab.lab.retries;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import dev.statuslab.http.HttpDates;
import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.Reply;

/**
 * Retry-After says how long to wait before a request is repeated (RFC 9110 §10.2.3), in
 * seconds or until a date.
 *
 * @param status the status code
 * @param date whether it is a date
 */
record RetryAfter(int status, boolean date) implements Exercise {

	private static final Duration WAIT = Duration.ofSeconds(2);

	/** Timers are not exact; and dates are of whole seconds, which a client may round. */
	private static final Duration EARLY = Duration.ofMillis(50);

	private static final Duration EARLY_FOR_DATE = Duration.ofSeconds(1);

	private static final Duration QUIET = Duration.ofSeconds(6);

	@Override
	public String name() {
		return "retry-" + this.status + (this.date ? "-date" : "-seconds");
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (arrival.number() > 1) {
			return Reply.ok("Repeated.\n");
		}
		String value = this.date ? HttpDates.format(due(arrival)) : String.valueOf(WAIT.toSeconds());
		return Reply.of(this.status).field("Retry-After", value).text("Not now.\n");
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		if (attempt.arrivals().size() > 1) {
			Arrival first = attempt.arrivals().get(0);
			Duration waited = attempt.arrivals().get(1).since(first);
			Duration wanted = Duration.between(first.at(), due(first));
			boolean early = waited.compareTo(wanted.minus(this.date ? EARLY_FOR_DATE : EARLY)) < 0;
			return early ? Finding.failed("too-early", seconds(waited), seconds(wanted))
					: Finding.passed("waited", seconds(waited), seconds(wanted));
		}
		return attempt.isOver(now, 1, QUIET) ? Finding.notSeen("not-repeated", this.status) : Finding.pending();
	}

	/** When the request may be repeated. */
	private Instant due(Arrival first) {
		Instant due = first.at().plus(WAIT);
		Instant second = due.truncatedTo(ChronoUnit.SECONDS);
		// a date has no fractions: the next second
		return (!this.date || second.equals(due)) ? due : second.plusSeconds(1);
	}

	private static String seconds(Duration time) {
		return String.format(Locale.ROOT, "%.2f", time.toMillis() / 1000.0);
	}

}
