package dev.statuslab.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Something in an entry of the catalogue is missing or wrong. */
class InvalidEntryException extends IllegalArgumentException {

	private final String field;

	InvalidEntryException(String field, String fault) {
		super(fault);
		this.field = field;
	}

	String field() {
		return this.field;
	}

	static <T> T required(String field, @Nullable T value) {
		if (value == null) {
			throw new InvalidEntryException(field, "is missing");
		}
		return value;
	}

	static String written(String field, @Nullable String text) {
		if (text == null || text.isBlank()) {
			throw new InvalidEntryException(field, "is missing or empty");
		}
		return text;
	}

	static String oneOf(String field, @Nullable String value, String... allowed) {
		List<String> values = List.of(allowed);
		if (!values.contains(required(field, value))) {
			throw new InvalidEntryException(field, "is \"" + value + "\", and not one of " + String.join(", ", values));
		}
		return value;
	}

	/** Refuses a field where it has no place, and its absence where it has one. */
	static void belongs(String field, @Nullable Object value, boolean here, String place) {
		if (here && value == null) {
			throw new InvalidEntryException(field, "is missing: " + place + " has it");
		}
		if (!here && value != null) {
			throw new InvalidEntryException(field, "has no place here: only " + place + " has it");
		}
	}

}
