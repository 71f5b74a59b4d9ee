package dev.statuslab.http;

import java.time.Duration;

/**
 * The value of RateLimit (draft-ietf-httpapi-ratelimit-headers-11 §4): what is left of a
 * quota, and for how long no more can be had.
 *
 * @param policy the policy that it is counted by
 * @param remaining the quota units that are left, not negative
 * @param reset the time within which no more than that is available, not negative
 */
public record RateLimit(RateLimitPolicy policy, long remaining, Duration reset) {

	/** The field's name. */
	public static final String FIELD = "RateLimit";

	/**
	 * Takes what is left.
	 * @throws IllegalArgumentException if a number is negative
	 */
	public RateLimit {
		if (remaining < 0 || reset.isNegative()) {
			throw new IllegalArgumentException("Negative: " + remaining + " in " + reset);
		}
	}

	/**
	 * The time until the reset in whole seconds. It is rounded up, as {@link RetryAfter}
	 * is, which must not tell an earlier moment (§6).
	 * @return seconds
	 */
	public long resetSeconds() {
		return this.reset.plusNanos(999_999_999).getSeconds();
	}

	/**
	 * The field value, a List of one Item (RFC 9651 §3.1).
	 * @return for example {@code "default";r=9;t=10}
	 */
	public String value() {
		return this.policy.item() + ";r=" + this.remaining + ";t=" + resetSeconds();
	}

}
