package dev.statuslab.http;

import java.time.Instant;

import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Dates are written in one format and read in three (RFC 9110 §5.6.7). */
class HttpDatesTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ "1994-11-06T08:49:37Z,'Sun, 06 Nov 1994 08:49:37 GMT'",
			"2026-11-22T23:59:59.999Z,'Sun, 22 Nov 2026 23:59:59 GMT'",
			"1970-01-01T00:00:00Z,'Thu, 01 Jan 1970 00:00:00 GMT'" })
	void aDateIsWrittenAsImfFixdate(Instant instant, String text) {
		assertThat(HttpDates.format(instant)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
			"Sun Nov  6 08:49:37 1994", "  Sun, 06 Nov 1994 08:49:37 GMT\t" })
	@Verifies("rfc9110-5.6.7b")
	void threeFormatsAreRead(String text) {
		assertThat(HttpDates.parse(text, NOW)).contains(Instant.parse("1994-11-06T08:49:37Z"));
	}

	@Test
	void asctimeWithATwoDigitDayIsRead() {
		assertThat(HttpDates.parse("Wed Nov 16 08:49:37 1994", NOW)).contains(Instant.parse("1994-11-16T08:49:37Z"));
	}

	@ParameterizedTest
	@CsvSource({ "'Sunday, 22-Nov-26 12:00:00 GMT',2026-11-22T12:00:00Z",
			"'Saturday, 06-Nov-27 08:49:37 GMT',2027-11-06T08:49:37Z",
			"'Sunday, 22-Nov-76 12:00:00 GMT',2076-11-22T12:00:00Z",
			"'Monday, 22-Nov-76 12:00:01 GMT',1976-11-22T12:00:01Z",
			"'Friday, 31-Dec-76 00:00:00 GMT',1976-12-31T00:00:00Z",
			"'Saturday, 01-Jan-77 00:00:00 GMT',1977-01-01T00:00:00Z" })
	void aTwoDigitYearLiesAtMost50YearsAhead(String text, Instant instant) {
		assertThat(HttpDates.parse(text, NOW)).contains(instant);
	}

	@Test
	void aLeapSecondIsADate() {
		assertThat(HttpDates.parse("Sat, 31 Dec 2016 23:59:60 GMT")).contains(Instant.parse("2017-01-01T00:00:00Z"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC",
			"Sun, 06 Nov 1994 08:49:37 +0000", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT",
			"Mon, 06 Nov 1994 08:49:37 GMT", "sun, 06 nov 1994 08:49:37 gmt", "Thu, 31 Feb 2024 08:49:37 GMT",
			"Thu, 30 Feb 2023 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:49:60 GMT",
			"Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov +12345 08:49:37 GMT", "1994-11-06T08:49:37Z",
			"Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT", "Sun Nov 6 08:49:37 1994",
			"Sun, 06-Nov-94 08:49:37 GMT" })
	void anythingElseIsNoDate(String text) {
		assertThat(HttpDates.parse(text, NOW)).isEmpty();
	}

}
