package dev.statuslab.http;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Preferences are read as RFC 7240 §2 writes them. */
class PreferTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			return=representation                   | return        | representation
			return = minimal                        | return        | minimal
			RETURN=minimal                          | return        | minimal
			return="representation"                 | return        | representation
			respond-async, wait=10                  | wait          | 10
			respond-async;x=1 ,, wait=10            | wait          | 10
			wait=10;why="a, b; wait=3"              | wait          | 10
			foo="a, wait=3", wait=10                | wait          | 10
			foo="a\\", wait=3", wait=10              | wait          | 10
			foo="a\\"b\\\\c"                           | foo           | a"b\\c
			wait=1, wait=2                          | wait          | 1
			return=minimal, return=representation   | return        | minimal
			handling=lenient                        | handling      | lenient
			""")
	void aPreferenceIsFound(String line, String name, String value) {
		assertThat(Prefer.of(List.of(line)).value(name)).contains(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "foo", "foo=", "foo=\"\"", "foo; bar=1", "x=1, foo" })
	void anEmptyValueIsTheSameAsNone(String line) {
		assertThat(Prefer.of(List.of(line)).value("foo")).contains("");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",", ";", "=", "=1", "wait 3", "wa it=3", "wait=3 4", "\"wait\"=3", "x;wait=3",
			"wait=\"3", "x=\"wait=3" })
	void whatIsNoPreferenceIsPassedOver(String line) {
		assertThat(Prefer.of(List.of(line)).value("wait")).isEmpty();
	}

	@Test
	void severalLinesAreOneList() {
		Prefer prefer = Prefer.of(List.of("respond-async", "wait=7", "wait=9, return=minimal"));
		assertThat(prefer.respondAsync()).isTrue();
		assertThat(prefer.waitTime()).contains(Duration.ofSeconds(7));
		assertThat(prefer.returnMinimal()).isTrue();
		assertThat(prefer.returnRepresentation()).isFalse();
	}

	@Test
	void withoutTheFieldNothingIsPreferred() {
		Prefer prefer = Prefer.of(List.of());
		assertThat(prefer.respondAsync()).isFalse();
		assertThat(prefer.waitTime()).isEmpty();
		assertThat(prefer.returnMinimal()).isFalse();
		assertThat(prefer.returnRepresentation()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "wait=0,0", "wait=30,30", "wait=007,7", "wait=\"5\",5", "wait=99999999999999999999,999999999" })
	void waitIsInSeconds(String line, long seconds) {
		assertThat(Prefer.of(List.of(line)).waitTime()).contains(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@ValueSource(strings = { "wait", "wait=", "wait=-1", "wait=1.5", "wait=soon", "wait=+3" })
	void whatIsNoNumberOfSecondsIsPassedOver(String line) {
		assertThat(Prefer.of(List.of(line)).waitTime()).isEmpty();
	}

	@Test
	void aLongFieldIsNoBurden() {
		assertThat(Prefer.of(List.of("\"\\,".repeat(8000))).value("wait")).isEmpty();
		assertThat(Prefer.of(List.of("x=\"" + "\\\"".repeat(12_000) + "\", wait=1")).value("wait")).contains("1");
	}

}
