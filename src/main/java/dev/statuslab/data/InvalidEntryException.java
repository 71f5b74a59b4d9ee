package dev.statuslab.data;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Something in an entry of a data file is missing or wrong. */
public class InvalidEntryException extends IllegalArgumentException {

	private final String field;

	/**
	 * Refuses a field.
	 * @param field the field's path
	 * @param fault what is wrong with it
	 */
	public InvalidEntryException(String field, String fault) {
		super(fault);
		this.field = field;
	}

	String field() {
		return this.field;
	}

	/**
	 * Refuses the absence of a value.
	 * @param field the field's path
	 * @param value the value
	 * @param <T> its type
	 * @return the value
	 */
	public static <T> T required(String field, @Nullable T value) {
		if (value == null) {
			throw new InvalidEntryException(field, "is missing");
		}
		return value;
	}

	/**
	 * Refuses the absence of a text.
	 * @param field the field's path
	 * @param text the text
	 * @return the text
	 */
	public static String written(String field, @Nullable String text) {
		if (text == null || text.isBlank()) {
			throw new InvalidEntryException(field, "is missing or empty");
		}
		return text;
	}

	/**
	 * Refuses any other value.
	 * @param field the field's path
	 * @param value the value
	 * @param allowed the values that may stand there
	 * @return the value
	 */
	public static String oneOf(String field, @Nullable String value, String... allowed) {
		List<String> values = List.of(allowed);
		if (!values.contains(required(field, value))) {
			throw new InvalidEntryException(field, "is \"" + value + "\", and not one of " + String.join(", ", values));
		}
		return value;
	}

	/**
	 * Refuses a field where it has no place, and its absence where it has one.
	 * @param field the field's path
	 * @param value the value
	 * @param here whether it has its place here
	 * @param place where it has its place
	 */
	public static void belongs(String field, @Nullable Object value, boolean here, String place) {
		if (here && value == null) {
			throw new InvalidEntryException(field, "is missing: " + place + " has it");
		}
		if (!here && value != null) {
			throw new InvalidEntryException(field, "has no place here: only " + place + " has it");
		}
	}

}
