package dev.statuslab.data;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/**
 * What is wrong with an entry, in words for who writes the catalogue. Jackson's own words
 * are about Java classes.
 *
 * @param field the path of the field, such as {@code summary.ko}; nothing for the entry
 * as a whole
 * @param words what is wrong with it
 */
record ReadingFault(@Nullable String field, String words) {

	private static final Map<Class<?>, String> KINDS = Map.of(String.class, "a text", int.class, "a whole number",
			Integer.class, "a whole number", boolean.class, "true or false", LocalDate.class,
			"a date such as 2026-11-13");

	static ReadingFault of(JacksonException failure, JsonNode entry) {
		JsonNode value = entry;
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference step : failure.getPath()) {
			String name = step.getPropertyName();
			path.append((name != null) ? "." + name : "[" + step.getIndex() + "]");
			value = (name != null) ? value.path(name) : value.path(step.getIndex());
		}
		if (failure.getCause() instanceof InvalidEntryException invalid) {
			return new ReadingFault(path.append('.').append(invalid.field()).substring(1),
					String.valueOf(invalid.getMessage()));
		}
		return new ReadingFault(path.isEmpty() ? null : path.substring(1),
				value.isMissingNode() ? "is missing" : value.isNull() ? "is null" : words(failure));
	}

	private static String words(JacksonException failure) {
		if (failure instanceof PropertyBindingException unknown) {
			Collection<Object> known = unknown.getKnownPropertyIds();
			return "is unknown" + ((known != null && !known.isEmpty())
					? ": known are " + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
					: "");
		}
		if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
			return "is not " + kind(mismatch.getTargetType());
		}
		return "can't be read";
	}

	private static String kind(Class<?> type) {
		if (type.isEnum()) {
			List<String> values = Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
			return "one of " + String.join(", ", values);
		}
		if (Collection.class.isAssignableFrom(type)) {
			return "a list";
		}
		return KINDS.getOrDefault(type, "an object");
	}

}
