package dev.statuslab.demo.early;

import java.math.BigDecimal;
import java.util.Map;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What is to be transferred.
 *
 * @param amount a whole number
 */
record Transfer(@Nullable BigDecimal amount) {

	private static final int MOST = 1000;

	/**
	 * The amount, if it can be transferred.
	 * @throws ProblemException 422 if it can't
	 */
	int requiredAmount() {
		if (this.amount == null || this.amount.compareTo(BigDecimal.ONE) < 0
				|| this.amount.compareTo(BigDecimal.valueOf(MOST)) > 0
				|| this.amount.stripTrailingZeros().scale() > 0) {
			throw new ProblemException(422, "A transfer has an amount: a whole number from 1 to " + MOST + ".")
				.with("parameter", "amount")
				.with("allowed", Map.of("minimum", 1, "maximum", MOST));
		}
		return this.amount.intValueExact();
	}

}
