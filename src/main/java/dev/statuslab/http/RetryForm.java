package dev.statuslab.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The two forms of Retry-After, for visitors to choose from (RFC 9110 §10.2.3). */
public enum RetryForm {

	/** A number of seconds. */
	SECONDS,

	/** The date at which they are over. */
	DATE;

	/**
	 * Reads the query parameter {@code as}.
	 * @param as its value, if it is there
	 * @return the form; seconds where nothing is said
	 * @throws ProblemException 400 for any other word
	 */
	public static RetryForm of(@Nullable String as) {
		if (as == null || "seconds".equals(as)) {
			return SECONDS;
		}
		if ("date".equals(as)) {
			return DATE;
		}
		throw new ProblemException(400,
				"Retry-After has two forms; the parameter as names one of them: seconds or date.")
			.with("parameter", "as")
			.with("allowed", List.of("seconds", "date"));
	}

	/**
	 * Writes the time until a moment.
	 * @param until the moment when a request can succeed
	 * @param now the present moment
	 * @return the value, rounded up to the second
	 */
	public RetryAfter until(Instant until, Instant now) {
		return in(Duration.between(now, until), now);
	}

	/**
	 * Writes a delay.
	 * @param delay after which a request can succeed
	 * @param now the present moment
	 * @return the value, rounded up to the second
	 */
	public RetryAfter in(Duration delay, Instant now) {
		return (this == DATE) ? RetryAfter.at(delay, now) : RetryAfter.in(delay);
	}

}
