package dev.statuslab.demo.meter;

import java.math.BigDecimal;
import java.util.Map;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to pay for.
 *
 * @param units a whole number of units
 */
record PaymentOrder(@Nullable BigDecimal units) {

	private static final int MOST = 100;

	/**
	 * The number of units, if it can be sold.
	 * @throws ProblemException 422 if it can't
	 */
	int requiredUnits() {
		if (this.units == null || this.units.compareTo(BigDecimal.ONE) < 0
				|| this.units.compareTo(BigDecimal.valueOf(MOST)) > 0 || this.units.stripTrailingZeros().scale() > 0) {
			throw new ProblemException(422, "A payment is for a whole number of units, from 1 to " + MOST + ".")
				.with("parameter", "units")
				.with("allowed", Map.of("minimum", 1, "maximum", MOST));
		}
		return this.units.intValueExact();
	}

}
