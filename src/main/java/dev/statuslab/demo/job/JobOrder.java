package dev.statuslab.demo.job;

import java.math.BigDecimal;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param seconds how long the job takes, a whole number of seconds; 3 if absent
 */
record JobOrder(@Nullable BigDecimal seconds) {

	static final int MINIMUM = 0;

	static final int MAXIMUM = 30;

	private static final int DEFAULT = 3;

	/**
	 * How long the job is to take.
	 * @param order the order, if the request had content
	 * @return the time
	 * @throws dev.statuslab.http.ProblemException 422 if the number is no possible one
	 */
	static Duration length(@Nullable JobOrder order) {
		BigDecimal seconds = (order != null) ? order.seconds() : null;
		if (seconds == null) {
			return Duration.ofSeconds(DEFAULT);
		}
		if (seconds.compareTo(BigDecimal.valueOf(MINIMUM)) < 0 || seconds.compareTo(BigDecimal.valueOf(MAXIMUM)) > 0
				|| seconds.stripTrailingZeros().scale() > 0) {
			throw JobProblem.outOfRange(seconds, MINIMUM, MAXIMUM);
		}
		return Duration.ofSeconds(seconds.intValueExact());
	}

}
