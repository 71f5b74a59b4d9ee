package dev.statuslab.recipe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.statuslab.data.InvalidEntryException;
import org.jspecify.annotations.Nullable;

/**
 * Something in a response that later steps use: the value of a field or of a place in the
 * JSON content.
 *
 * @param field a field's name
 * @param json a JSON Pointer (RFC 6901)
 * @param pattern finds the part of it that is meant, in its first group
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Capture(@Nullable String field, @Nullable String json, @Nullable String pattern) {

	public Capture {
		if ((field == null) == (json == null)) {
			throw new InvalidEntryException("field", "or json is expected, one of the two");
		}
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
