package dev.statuslab.catalog;

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

}
