package dev.statuslab.recipe;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.statuslab.data.InvalidEntryException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What must come back. What is not said is not looked at, but for interim responses:
 * there are exactly those that are named.
 *
 * @param interim the interim responses, in order
 * @param status the final status code; none where a raw step expects no response
 * @param fields patterns that the whole value of a field must match, its lines joined by
 * {@code ", "}
 * @param absent names of fields that must not be there
 * @param json values in the JSON content, by JSON Pointer (RFC 6901)
 * @param text a pattern that must be found in the content
 * @param textAbsent a pattern that must not be found in it
 * @param empty whether there must be no content
 * @param connection {@code kept}, {@code closed}, {@code reset} or {@code switched}
 * @param within milliseconds within which all of it must have come
 * @param lead milliseconds by which the first interim response must come before the head
 * of the final one
 * @param octets pattern of octets, in hexadecimal, that follow once the connection speaks
 * another protocol
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Expectation(List<Interim> interim, @Nullable Integer status, Map<String, String> fields,
		List<String> absent, Map<String, JsonNode> json, @Nullable String text, @Nullable String textAbsent,
		@Nullable Boolean empty, @Nullable String connection, @Nullable Integer within, @Nullable Integer lead,
		@Nullable String octets) {

	/** Milliseconds that a response may take at all. */
	static final int LONGEST = 20_000;

	public Expectation {
		interim = List.copyOf(Objects.requireNonNullElse(interim, List.of()));
		fields = Objects.requireNonNullElse(fields, Map.of());
		absent = List.copyOf(Objects.requireNonNullElse(absent, List.of()));
		json = Objects.requireNonNullElse(json, Map.of());
		fields.forEach((name, pattern) -> pattern("fields." + name, pattern));
		pattern("text", text);
		pattern("textAbsent", textAbsent);
		pattern("octets", octets);
		Step.boundedIfThere("status", status, 100, 599);
		Step.boundedIfThere("within", within, 1, LONGEST);
		Step.boundedIfThere("lead", lead, 1, LONGEST);
		if (connection != null) {
			InvalidEntryException.oneOf("connection", connection, "kept", "closed", "reset", "switched");
		}
	}

	private static void pattern(String field, @Nullable String pattern) {
		try {
			if (pattern != null) {
				// a variable stands for text, whatever it will be
				Pattern.compile(pattern.replaceAll("\\$\\{[a-z]+}", "x"));
			}
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidEntryException(field, "is no pattern: " + ex.getDescription());
		}
	}

	/**
	 * An interim response that must come.
	 *
	 * @param status its status code
	 * @param fields patterns for its fields, as those of the final response
	 * @param absent names of fields that it must not have
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record Interim(Integer status, Map<String, String> fields, List<String> absent) {

		public Interim {
			Step.bounded("status", InvalidEntryException.required("status", status), 100, 199);
			fields = Objects.requireNonNullElse(fields, Map.of());
			absent = List.copyOf(Objects.requireNonNullElse(absent, List.of()));
			fields.forEach((name, pattern) -> pattern("fields." + name, pattern));
		}

	}

}
