package dev.statuslab.demo.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the library has. */
enum Item {

	/** The one that two jurisdictions object to. */
	PAMPHLET("On the Abolition of Mondays"),

	/** The one that a single jurisdiction objects to. */
	COOKBOOK("Soups That Governments Fear"),

	/** The one that nobody objects to. */
	ALMANAC("An Almanac of Tides");

	private final String title;

	Item(String title) {
		this.title = title;
	}

	static Optional<Item> of(String id) {
		return Arrays.stream(values()).filter((item) -> item.id().equals(id)).findFirst();
	}

	/** Its name in addresses. */
	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	String title() {
		return this.title;
	}

}
