package dev.statuslab.demo.order;

import java.math.BigDecimal;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * What a client wants to order, before anybody has looked whether it makes sense.
 *
 * @param item a name on the price list
 * @param quantity how many
 */
record OrderRequest(@Nullable String item, @Nullable BigDecimal quantity) {

	private static final int MOST_DIGITS = 1000;

	/** Reads a browser's form. */
	static OrderRequest of(MultiValueMap<String, String> form) {
		String quantity = form.getFirst("quantity");
		try {
			boolean number = quantity != null && quantity.length() <= MOST_DIGITS;
			return new OrderRequest(form.getFirst("item"), number ? new BigDecimal(quantity.strip()) : null);
		}
		catch (NumberFormatException ex) {
			throw notOrderable("quantity", "The quantity is no number: " + quantity);
		}
	}

	/** The item, if it is on the price list. */
	Item requiredItem() {
		if (this.item == null) {
			throw notOrderable("item", "An order names an item from the price list.").with("allowed", Item.labels());
		}
		return Item.of(this.item)
			.orElseThrow(() -> notOrderable("item", "This is not on the price list: " + this.item).with("allowed",
					Item.labels()));
	}

	/** The quantity, if it can be counted. */
	BigDecimal requiredQuantity() {
		if (this.quantity == null) {
			throw notOrderable("quantity", "An order names a quantity: a whole number, at least 1.");
		}
		if (this.quantity.compareTo(BigDecimal.ONE) < 0 || this.quantity.stripTrailingZeros().scale() > 0) {
			throw notOrderable("quantity", "The quantity is a whole number, at least 1.").with("minimum", 1);
		}
		return this.quantity;
	}

	private static ProblemException notOrderable(String member, String detail) {
		return new ProblemException(422, detail).with("parameter", member);
	}

}
