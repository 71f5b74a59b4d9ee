package dev.statuslab.demo.order;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The price list. */
enum Item {

	/** A cup of it. */
	TEA(350),

	/** A cup of it. */
	COFFEE(420),

	/** A piece of it. */
	CAKE(475),

	/** To brew it in. */
	TEAPOT(2800);

	private final int price;

	Item(int price) {
		this.price = price;
	}

	/** The price of one, in cents. */
	int price() {
		return this.price;
	}

	/** The name that orders use. */
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Item> of(String label) {
		return Arrays.stream(values()).filter((item) -> item.label().equals(label)).findFirst();
	}

	static List<String> labels() {
		return Arrays.stream(values()).map(Item::label).toList();
	}

}
