package dev.statuslab.demo.quota;

import java.time.Duration;

import dev.statuslab.http.RateLimit;
import dev.statuslab.http.RateLimitPolicy;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.MathType;

/**
 * What the latest request of a key was told, and the bucket as it left it.
 *
 * @param granted whether there was a token for it
 * @param remaining how many tokens are left
 * @param reset how long until the bucket is full again; no token comes before
 * @param bucket Bucket4j's state, which is mutable: only copies of it are changed
 */
record Allowance(boolean granted, long remaining, Duration reset, BucketState bucket) {

	/** What every key may do. */
	static final RateLimitPolicy POLICY = new RateLimitPolicy("default", 10, Duration.ofSeconds(10));

	private static final BucketConfiguration TOKENS = BucketConfiguration.builder()
		.addLimit((limit) -> limit.capacity(POLICY.quota()).refillIntervally(POLICY.quota(), POLICY.window()))
		.build();

	/**
	 * For the first request of a key: its window begins now.
	 * @param now a moment in nanoseconds, of any origin
	 * @return the allowance, granted
	 */
	static Allowance first(long now) {
		return take(BucketState.createInitialState(TOKENS, MathType.INTEGER_64_BITS, now), now);
	}

	/**
	 * For the next request of the key.
	 * @param now a moment in nanoseconds, of the same origin
	 * @return the allowance, granted or not
	 */
	Allowance next(long now) {
		return take(this.bucket.copy(), now);
	}

	/** What the response tells of it. */
	RateLimit limit() {
		return new RateLimit(POLICY, this.remaining, this.reset);
	}

	private static Allowance take(BucketState bucket, long now) {
		bucket.refillAllBandwidth(now);
		boolean granted = bucket.getAvailableTokens() > 0;
		if (granted) {
			bucket.consume(1);
		}
		Duration reset = Duration.ofNanos(bucket.calculateFullRefillingTime(now));
		return new Allowance(granted, bucket.getAvailableTokens(), reset, bucket);
	}

}
