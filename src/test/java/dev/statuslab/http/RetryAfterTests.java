package dev.statuslab.http;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Retry-After by tables of cases (RFC 9110 §10.2.3). */
class RetryAfterTests {

	private static final Duration EVER = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

	@ParameterizedTest
	@CsvSource({ "PT3S, 3", "PT2.000000001S, 3", "PT2.999S, 3", "PT0.001S, 1", "PT0S, 1", "PT-5S, 1", "PT-0.5S, 1",
			"PT1S, 1", "PT1H, 3600" })
	void aDelayIsRoundedUpToWholeSeconds(Duration delay, String value) {
		assertThat(RetryAfter.in(delay)).hasToString(value);
	}

	@ParameterizedTest
	@CsvSource({ "PT3S, 1994-11-06T08:49:34Z, 37", "PT3S, 1994-11-06T08:49:34.000000001Z, 38",
			"PT2.5S, 1994-11-06T08:49:34.5Z, 37", "PT2.5S, 1994-11-06T08:49:34.6Z, 38",
			"PT0S, 1994-11-06T08:49:36Z, 37", "PT-1H, 1994-11-06T08:49:36Z, 37" })
	void aDateIsNeverTooEarly(Duration delay, Instant now, String second) {
		assertThat(RetryAfter.at(delay, now)).hasToString("Sun, 06 Nov 1994 08:49:" + second + " GMT");
	}

	@Test
	void theLongestDelayIsStillAValue() {
		assertThat(RetryAfter.in(EVER)).hasToString("9223372036854775807");
		assertThat(RetryAfter.at(EVER, Instant.EPOCH)).hasToString("Fri, 31 Dec 9999 23:59:59 GMT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "120", "Sun, 06 Nov 1994 08:49:37 GMT" })
	void aFieldValueIsTakenAsItIs(String value) {
		assertThat(new RetryAfter(value)).hasToString(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-1", "+1", "1.5", "soon", "1\r\nX: 1", "1\n", "٣",
			"Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Mon, 06 Nov 1994 08:49:37 GMT" })
	void anythingElseIsRefused(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new RetryAfter(value));
	}

}
