package dev.statuslab.http;

import java.time.Duration;
import java.time.Instant;

/**
 * The value of Retry-After (RFC 9110 §10.2.3): a number of seconds, or a date.
 *
 * @param value the field value
 */
public record RetryAfter(String value) {

	/** The field's name. */
	public static final String FIELD = "Retry-After";

	/**
	 * A delay in whole seconds. It is rounded up, so that who waits that long does not
	 * come too early, and is at least one.
	 * @param delay how long to wait
	 * @return the value
	 */
	public static RetryAfter in(Duration delay) {
		return new RetryAfter(Long.toString(seconds(delay)));
	}

	/**
	 * The same delay as a date, also rounded up.
	 * @param delay how long to wait
	 * @param now the present moment
	 * @return the value
	 */
	public static RetryAfter at(Duration delay, Instant now) {
		return new RetryAfter(HttpDates.format(now.plus(delay).plusNanos(999_999_999)));
	}

	private static long seconds(Duration delay) {
		return Math.max(1, delay.plusNanos(999_999_999).toSeconds());
	}

	@Override
	public String toString() {
		return this.value;
	}

}
