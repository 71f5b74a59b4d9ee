package dev.statuslab.http;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads fields that are structured Items (RFC 9651 §3.3). A field that is none, or of
 * another type, counts as absent (RFC 9651 §4.2), and so does one of several lines.
 * Parameters are read over.
 */
public final class StructuredItem {

	private static final String BARE = "(?:-?[0-9]{1,15}(?:\\.[0-9]{1,3})?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\""
			+ "|[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*|:[A-Za-z0-9+/=]*:|\\?[01]|@-?[0-9]{1,15})";

	private static final String PARAMETERS = "(?:; *[a-z*][a-z0-9_.*-]*(?:=" + BARE + ")?)*";

	private static final Pattern BOOLEAN = Pattern.compile(" *\\?([01])" + PARAMETERS + " *");

	private static final Pattern INTEGER = Pattern.compile(" *(-?[0-9]{1,15})" + PARAMETERS + " *");

	private StructuredItem() {
	}

	/**
	 * Reads a Boolean (RFC 9651 §3.3.6), {@code ?1} or {@code ?0}.
	 * @param lines the field's lines
	 * @return its value; nothing if there is none to go by
	 */
	public static Optional<Boolean> bool(List<String> lines) {
		return match(BOOLEAN, lines).map("1"::equals);
	}

	/**
	 * Reads an Integer that is not negative (RFC 9651 §3.3.1).
	 * @param lines the field's lines
	 * @return its value; nothing if there is none to go by
	 */
	public static OptionalLong count(List<String> lines) {
		return match(INTEGER, lines).map(Long::valueOf)
			.filter((value) -> value >= 0)
			.map(OptionalLong::of)
			.orElse(OptionalLong.empty());
	}

	private static Optional<String> match(Pattern pattern, List<String> lines) {
		Matcher matcher = (lines.size() == 1) ? pattern.matcher(lines.get(0)) : null;
		return (matcher != null && matcher.matches()) ? Optional.of(matcher.group(1)) : Optional.empty();
	}

}
