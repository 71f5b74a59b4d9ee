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

	private static final Instant LAST_DATE = Instant.parse("9999-12-31T23:59:59Z");

	/**
	 * Takes a field value as it is.
	 * @throws IllegalArgumentException if the value is neither digits nor a date in the
	 * one format that may be sent
	 */
	public RetryAfter {
		if (!value.matches("[0-9]+")
				&& !HttpDates.parse(value).map(HttpDates::format).filter(value::equals).isPresent()) {
			throw new IllegalArgumentException("Not a number of seconds and not an IMF-fixdate: " + value);
		}
	}

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
	 * The same delay as a date, also rounded up and at least a second ahead. No date is
	 * later than the year 9999, the last that the format can tell.
	 * @param delay how long to wait
	 * @param now the present moment
	 * @return the value
	 */
	public static RetryAfter at(Duration delay, Instant now) {
		Duration ahead = (delay.compareTo(Duration.ofSeconds(1)) > 0) ? delay : Duration.ofSeconds(1);
		if (ahead.compareTo(Duration.between(now, LAST_DATE)) >= 0) {
			return new RetryAfter(HttpDates.format(LAST_DATE));
		}
		return new RetryAfter(HttpDates.format(now.plus(ahead).plusNanos(999_999_999)));
	}

	private static long seconds(Duration delay) {
		long whole = delay.getSeconds();
		boolean more = delay.getNano() > 0 && whole < Long.MAX_VALUE;
		return Math.max(1, more ? whole + 1 : whole);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
