package dev.statuslab.demo.extension;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the impulse is measured in. */
enum Unit {

	/** What is told to who does not ask. */
	POUND_SECONDS("100.00"),

	/** What a probe may expect. */
	NEWTON_SECONDS("444.82");

	private final BigDecimal impulse;

	Unit(String impulse) {
		this.impulse = new BigDecimal(impulse);
	}

	/** The impulse of the engine, in this unit. */
	BigDecimal impulse() {
		return this.impulse;
	}

	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Unit> of(String id) {
		return Arrays.stream(values()).filter((unit) -> unit.id().equals(id)).findFirst();
	}

	static List<String> names() {
		return Arrays.stream(values()).map(Unit::id).toList();
	}

}
