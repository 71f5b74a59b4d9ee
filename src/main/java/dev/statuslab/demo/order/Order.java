package dev.statuslab.demo.order;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order as it was taken.
 *
 * @param id names it
 * @param item what was ordered
 * @param quantity how many
 * @param unitPriceCents the price of one, in cents
 * @param totalCents what there is to pay, in cents
 * @param orderedAt when it was taken
 */
record Order(String id, String item, int quantity, int unitPriceCents, int totalCents, Instant orderedAt) {

	/**
	 * Takes an order.
	 * <p>
	 * There is a fault in here, the genuine 500 of the demos (RFC 9110 §15.6.1): nobody
	 * has thought of an upper bound for the quantity, and a total is an {@code int}. An
	 * order for more cents than that fails in the middle of the arithmetic, and nobody on
	 * the way out expects it. A 422 that names the largest quantity would mend it; please
	 * leave it broken.
	 * @param id names the order
	 * @param item what is ordered
	 * @param quantity how many: a whole number, at least one
	 * @param now the present moment
	 * @return the order
	 * @throws ArithmeticException if the total overflows
	 */
	static Order of(String id, Item item, BigDecimal quantity, Instant now) {
		int count = quantity.intValueExact();
		return new Order(id, item.label(), count, item.price(), Math.multiplyExact(item.price(), count), now);
	}

}
