package dev.statuslab.demo.capacity;

import java.math.BigDecimal;
import java.time.Duration;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How long something is to last.
 *
 * @param seconds a whole number of seconds; absent for the usual time
 */
record Span(@Nullable BigDecimal seconds) {

	/**
	 * The time that a request asks for.
	 * @param span the request's content, if it has any
	 * @param range what is possible
	 * @return the time
	 * @throws ProblemException 422 if the number is out of range or not whole
	 */
	static Duration in(@Nullable Span span, Range range) {
		BigDecimal seconds = (span != null) ? span.seconds() : null;
		if (seconds == null) {
			return Duration.ofSeconds(range.usual());
		}
		if (seconds.compareTo(BigDecimal.valueOf(range.minimum())) < 0
				|| seconds.compareTo(BigDecimal.valueOf(range.maximum())) > 0
				|| seconds.stripTrailingZeros().scale() > 0) {
			throw new ProblemException(422, "It can't last %s seconds: a whole number from %d to %d is expected."
				.formatted(seconds, range.minimum(), range.maximum())).with("parameter", "seconds")
				.with("allowed", range);
		}
		return Duration.ofSeconds(seconds.intValueExact());
	}

	/**
	 * What is possible, in seconds.
	 *
	 * @param minimum the shortest
	 * @param maximum the longest
	 * @param usual where nothing is said
	 */
	record Range(int minimum, int maximum, int usual) {
	}

}
