package dev.statuslab.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The preferences of one request (RFC 7240 §2): wishes, which a server may pass over.
 * What can't be read is passed over too; of a preference that is given twice, the first
 * one counts.
 */
public final class Prefer {

	/** The request field's name. */
	public static final String FIELD = "Prefer";

	/** The response field that tells which preferences were honoured (RFC 7240 §3). */
	public static final String APPLIED = "Preference-Applied";

	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private static final Pattern DELTA_SECONDS = Pattern.compile("[0-9]+");

	private static final int MAX_DIGITS = 9;

	private static final Duration LONGEST = Duration.ofSeconds(999_999_999);

	private final Map<String, String> values = new HashMap<>();

	private Prefer(List<String> lines) {
		for (String line : lines) {
			FieldSyntax.split(line, ',').forEach(this::read);
		}
	}

	/**
	 * Reads the field.
	 * @param lines its lines, in the order received; empty where it is absent
	 * @return the preferences
	 */
	public static Prefer of(List<String> lines) {
		return new Prefer(lines);
	}

	/**
	 * The value of a preference, without quotes.
	 * @param name the preference's name in lower case, such as {@code handling}
	 * @return its value, empty for one that has none; nothing if it was not expressed
	 */
	public Optional<String> value(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

	/**
	 * Whether the client wishes for the resource's state in the answer to a change:
	 * {@code return=representation} (RFC 7240 §4.2).
	 * @return whether it does
	 */
	public boolean returnRepresentation() {
		return value("return").filter("representation"::equals).isPresent();
	}

	/**
	 * Whether the client wishes for a short answer to a change: {@code return=minimal}
	 * (RFC 7240 §4.2).
	 * @return whether it does
	 */
	public boolean returnMinimal() {
		return value("return").filter("minimal"::equals).isPresent();
	}

	/**
	 * Whether the client would rather be told at once that the work is not done yet:
	 * {@code respond-async} (RFC 7240 §4.1).
	 * @return whether it does
	 */
	public boolean respondAsync() {
		return value("respond-async").isPresent();
	}

	/**
	 * How long the client is willing to wait for the answer: {@code wait} (RFC 7240
	 * §4.3), in whole seconds. A number too large to be meant is taken as 31 years.
	 * @return the time, or nothing if it was not given or is no number of seconds
	 */
	public Optional<Duration> waitTime() {
		return value("wait").filter((value) -> DELTA_SECONDS.matcher(value).matches())
			.map((digits) -> (digits.length() > MAX_DIGITS) ? LONGEST : Duration.ofSeconds(Long.parseLong(digits)));
	}

	private void read(String element) {
		String preference = FieldSyntax.split(element, ';').get(0);
		int equals = preference.indexOf('=');
		String name = ((equals < 0) ? preference : preference.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
		String word = (equals < 0) ? "" : preference.substring(equals + 1).strip();
		boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
		if (TOKEN.matcher(name).matches() && (word.isEmpty() || quoted || TOKEN.matcher(word).matches())) {
			this.values.putIfAbsent(name, quoted ? unquoted(word) : word);
		}
	}

	private static String unquoted(String word) {
		return word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1");
	}

}
