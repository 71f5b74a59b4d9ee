package dev.statuslab.http;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Cache-Control by tables of cases (RFC 9111 §5.2). */
class CacheDirectivesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			only-if-cached                          | true
			no-store, Only-If-Cached                | true
			, max-age=0 ,, only-if-cached           | true
			private="set-cookie, only-if-cached"    | false
			only-if-cached-not                      | false
			no-cache                                | false
			""")
	void directivesAreFoundInAnyCaseAndNotWithinQuotes(String line, boolean found) {
		assertThat(CacheDirectives.of(List.of(line)).has("only-if-cached")).isEqualTo(found);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
			max-age=10                   | 10
			Max-Age="10"                 | 10
			max-age=10, max-age=20       | 10
			max-age                      | 0
			max-age=ten                  | 0
			max-age=-1                   | 0
			max-age=99999999999999999999 | 2147483647
			s-maxage=5                   | none
			""")
	void secondsAreReadAndStaleWhereTheyCannotBe(String line, Long seconds) {
		assertThat(CacheDirectives.of(List.of("no-transform", line)).time("max-age").map((time) -> time.toSeconds()))
			.isEqualTo(Optional.ofNullable(seconds));
	}

	@Test
	void withoutTheFieldThereAreNone() {
		assertThat(CacheDirectives.of(List.of()).arguments()).isEmpty();
	}

}
