package dev.statuslab.forced.exchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.statuslab.http.ProblemException;

/** Reads the lengths of time that a caller may write. */
public final class Durations {

	private static final Pattern DURATION = Pattern.compile("([0-9]{0,12}(?:\\.[0-9]{1,12})?)(ms|s|m)?");

	private static final Map<String, BigDecimal> NANOSECONDS = Map.of("ms", BigDecimal.valueOf(1_000_000L), "s",
			BigDecimal.valueOf(1_000_000_000L), "m", BigDecimal.valueOf(60_000_000_000L));

	private Durations() {
	}

	/**
	 * Reads a time such as {@code 500ms}, {@code 1.5s} or {@code 2}, which is in seconds.
	 * @param parameter who names the time, for the problem
	 * @param text the time
	 * @return the time, not negative
	 * @throws ProblemException 400 if it is none
	 */
	public static Duration of(String parameter, String text) {
		Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
		if (!matcher.matches() || matcher.group(1).isEmpty()) {
			throw new ProblemException(400, "This is no length of time: " + text).with("parameter", parameter)
				.with("allowed", new TreeMap<>(Map.of("seconds", "2, 2s or 0.5", "milliseconds", "500ms")));
		}
		String unit = (matcher.group(2) != null) ? matcher.group(2) : "s";
		return Duration.ofNanos(new BigDecimal(matcher.group(1)).multiply(NANOSECONDS.get(unit))
			.min(BigDecimal.valueOf(Long.MAX_VALUE))
			.longValue());
	}

	/**
	 * Reads a whole number of milliseconds, the unit of httpstat.us.
	 * @param parameter who names the time, for the problem
	 * @param text the number
	 * @return the time
	 * @throws ProblemException 400 if it is none
	 */
	public static Duration ofMilliseconds(String parameter, String text) {
		if (!text.strip().matches("[0-9]{1,12}")) {
			throw new ProblemException(400, "A whole number of milliseconds is expected, and not: " + text)
				.with("parameter", parameter);
		}
		return Duration.ofMillis(Long.parseLong(text.strip()));
	}

}
