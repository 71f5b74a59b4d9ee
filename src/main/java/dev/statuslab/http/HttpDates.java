package dev.statuslab.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * HTTP-dates: one format is written, three are read (RFC 9110 §5.6.7). Their unit is the
 * second.
 */
public final class HttpDates {

	private static final DateTimeFormatter IMF_FIXDATE = strict(
			new DateTimeFormatterBuilder().appendPattern("EEE, dd MMM ")
				.appendValue(ChronoField.YEAR, 4)
				.appendPattern(" HH:mm:ss 'GMT'"));

	private static final DateTimeFormatter ASCTIME = strict(new DateTimeFormatterBuilder().appendPattern("EEE MMM ")
		.padNext(2)
		.appendValue(ChronoField.DAY_OF_MONTH)
		.appendPattern(" HH:mm:ss ")
		.appendValue(ChronoField.YEAR, 4));

	private static final String LEAP_SECOND = "23:59:60";

	private HttpDates() {
	}

	/**
	 * Writes a date as IMF-fixdate.
	 * @param instant the moment; fractions of a second are cut off
	 * @return for example {@code Sun, 06 Nov 1994 08:49:37 GMT}
	 */
	public static String format(Instant instant) {
		return IMF_FIXDATE.format(instant.atOffset(ZoneOffset.UTC));
	}

	/**
	 * Reads a date in any of the three formats. A date with a two-digit year that would
	 * lie more than 50 years ahead is taken from the past. A leap second is taken as the
	 * second that follows it.
	 * @param text the field value
	 * @return the moment, or nothing if it is no HTTP-date
	 */
	public static Optional<Instant> parse(String text) {
		return parse(text, Instant.now());
	}

	static Optional<Instant> parse(String text, Instant now) {
		String date = text.strip();
		if (date.contains(LEAP_SECOND)) {
			return parse(date.replace(LEAP_SECOND, "23:59:59"), now).map((second) -> second.plusSeconds(1));
		}
		return read(date, IMF_FIXDATE).or(() -> rfc850(date, now)).or(() -> read(date, ASCTIME));
	}

	/**
	 * Of the two years that fit, 2076 and 1976, the later one counts unless it is more
	 * than 50 years ahead.
	 */
	private static Optional<Instant> rfc850(String date, Instant now) {
		OffsetDateTime latest = now.atOffset(ZoneOffset.UTC).plusYears(50);
		Predicate<Instant> near = (instant) -> !instant.isAfter(latest.toInstant());
		return read(date, rfc850(latest.getYear() - 99)).filter(near)
			.or(() -> read(date, rfc850(latest.getYear() - 100)).filter(near));
	}

	private static DateTimeFormatter rfc850(int earliestYear) {
		return strict(new DateTimeFormatterBuilder().appendPattern("EEEE, dd-MMM-")
			.appendValueReduced(ChronoField.YEAR, 2, 2, earliestYear)
			.appendPattern(" HH:mm:ss 'GMT'"));
	}

	private static DateTimeFormatter strict(DateTimeFormatterBuilder format) {
		return format.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
	}

	private static Optional<Instant> read(String date, DateTimeFormatter format) {
		try {
			return Optional.of(LocalDateTime.parse(date, format).toInstant(ZoneOffset.UTC));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
