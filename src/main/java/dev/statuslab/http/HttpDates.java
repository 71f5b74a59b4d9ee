package dev.statuslab.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * HTTP-dates: one format is written, three are read (RFC 9110 §5.6.7). Their unit is the
 * second.
 */
public final class HttpDates {

	private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter ASCTIME = new DateTimeFormatterBuilder().appendPattern("EEE MMM ")
		.padNext(2)
		.appendValue(ChronoField.DAY_OF_MONTH)
		.appendPattern(" HH:mm:ss yyyy")
		.toFormatter(Locale.ENGLISH);

	private HttpDates() {
	}

	/**
	 * Writes a date as IMF-fixdate.
	 * @param instant the moment; fractions of a second are cut off
	 * @return for example {@code Sun, 06 Nov 1994 08:49:37 GMT}
	 */
	public static String format(Instant instant) {
		return IMF_FIXDATE.format(instant);
	}

	/**
	 * Reads a date in any of the three formats. A two-digit year that would lie more than
	 * 50 years ahead is taken from the past.
	 * @param text the field value
	 * @return the moment, or nothing if it is no HTTP-date
	 */
	public static Optional<Instant> parse(String text) {
		return parse(text, Instant.now());
	}

	static Optional<Instant> parse(String text, Instant now) {
		for (DateTimeFormatter format : List.of(IMF_FIXDATE, rfc850(now), ASCTIME)) {
			try {
				return Optional.of(LocalDateTime.parse(text.strip(), format).toInstant(ZoneOffset.UTC));
			}
			catch (DateTimeException ex) {
				// not in this format: try the next
			}
		}
		return Optional.empty();
	}

	private static DateTimeFormatter rfc850(Instant now) {
		int earliest = now.atOffset(ZoneOffset.UTC).minus(49, ChronoUnit.YEARS).getYear();
		return new DateTimeFormatterBuilder().appendPattern("EEEE, dd-MMM-")
			.appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
			.appendPattern(" HH:mm:ss 'GMT'")
			.toFormatter(Locale.ENGLISH);
	}

}
