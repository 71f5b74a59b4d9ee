package dev.statuslab.recipe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.statuslab.data.InvalidEntryException;
import dev.statuslab.wire.WireHead;
import dev.statuslab.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * Something in a response that later steps use: the value of a field or of a place in the
 * JSON content.
 *
 * @param interim the status code of the interim response that has the field: the first
 * one with it; without it the final response has it
 * @param field a field's name
 * @param json a JSON Pointer (RFC 6901)
 * @param pattern finds the part of it that is meant, in its first group
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Capture(@Nullable Integer interim, @Nullable String field, @Nullable String json,
		@Nullable String pattern) {

	public Capture {
		if ((field == null) == (json == null)) {
			throw new InvalidEntryException("field", "or json is expected, one of the two");
		}
		if (interim != null) {
			InvalidEntryException.belongs("interim", interim, field != null, "a field");
		}
		Step.boundedIfThere("interim", interim, 100, 199);
	}

	/** What is meant in a response; empty if it is not there. */
	String whole(WireResponse response) {
		if (this.field == null) {
			return Checker.json(response.content().text()).at(String.valueOf(this.json)).asString("");
		}
		Stream<WireHead> heads = (this.interim != null)
				? response.interim().stream().filter((head) -> head.code() == this.interim)
				: Stream.ofNullable(response.head());
		return heads.map((head) -> String.join(", ", head.values(this.field)))
			.filter((value) -> !value.isEmpty())
			.findFirst()
			.orElse("");
	}

	/**
	 * The part that is meant.
	 * @param value the whole value
	 * @return the part; null if the pattern does not find it
	 */
	@Nullable String of(String value) {
		if (this.pattern == null) {
			return value;
		}
		Matcher matcher = Pattern.compile(this.pattern).matcher(value);
		return matcher.find() ? matcher.group(1) : null;
	}

}
