package dev.statuslab.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The directives of Cache-Control (RFC 9111 §5.2), of a request or of a response.
 *
 * @param arguments what each directive is told, by its name in lower case; empty where it
 * has no argument
 */
public record CacheDirectives(Map<String, String> arguments) {

	/** The name of the field. */
	public static final String FIELD = "Cache-Control";

	private static final Pattern DELTA_SECONDS = Pattern.compile("\\d+");

	/** RFC 9111 §1.2.2: what is larger counts as this. */
	private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

	public CacheDirectives {
		arguments = Map.copyOf(arguments);
	}

	/**
	 * Reads the directives; of several with one name the first counts (RFC 9111 §4.2.1).
	 * @param lines the lines of Cache-Control
	 * @return the directives, none where the field is absent
	 */
	public static CacheDirectives of(List<String> lines) {
		Map<String, String> arguments = new LinkedHashMap<>();
		for (String line : lines) {
			for (String member : FieldSyntax.split(line, ',')) {
				String[] parts = member.strip().split("=", 2);
				if (!parts[0].isEmpty()) {
					String argument = (parts.length > 1) ? parts[1].replaceAll("^\"|\"$", "") : "";
					arguments.putIfAbsent(parts[0].toLowerCase(Locale.ROOT), argument);
				}
			}
		}
		return new CacheDirectives(arguments);
	}

	/**
	 * Whether a directive is there, with or without an argument.
	 * @param directive its name in lower case, such as {@code no-store}
	 * @return whether it is there
	 */
	public boolean has(String directive) {
		return this.arguments.containsKey(directive);
	}

	/**
	 * The argument of a directive that takes seconds. One that can't be read counts as
	 * zero: what is not known to be fresh is stale (RFC 9111 §4.2.1).
	 * @param directive its name in lower case, such as {@code max-age}
	 * @return the time; nothing where the directive is absent, zero where it can't be
	 * read
	 */
	public Optional<Duration> time(String directive) {
		return Optional.ofNullable(this.arguments.get(directive)).map(CacheDirectives::deltaSeconds);
	}

	private static Duration deltaSeconds(String argument) {
		if (!DELTA_SECONDS.matcher(argument).matches()) {
			return Duration.ZERO;
		}
		return (argument.length() < 10) ? Duration.ofSeconds(Long.parseLong(argument)) : LONGEST;
	}

}
