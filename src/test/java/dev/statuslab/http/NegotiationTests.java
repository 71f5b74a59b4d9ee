package dev.statuslab.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Negotiation by tables of cases (RFC 9110 §12.5). */
class NegotiationTests {

	private static final List<String> TYPES = List.of("application/json", "text/html", "text/plain");

	private static final List<String> LANGUAGES = List.of("en", "ko");

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none",
			textBlock = """
					# weights
					text/html                                          | text/html
					text/html;q=0.5, text/plain;q=0.6                  | text/plain
					text/html;q=0.1;level=1, application/json;q=0.5    | application/json
					text/html ; Q=0.9 , text/plain;q=1.000             | text/plain
					text/html;q=0.001                                  | text/html
					text/html;q=0                                      | none
					text/html;q=0.000, */*                             | application/json
					application/json;q=0, */*;q=0.1                    | text/html
					# equal weights: the server's order
					text/plain, text/html                              | text/html
					*/*                                                | application/json
					# the most specific range decides
					text/*;q=0.9, text/html;q=0.1                      | text/plain
					text/*, */*;q=0.1                                  | text/html
					*/*;q=0, text/plain                                | text/plain
					text/*;q=0, */*                                    | application/json
					text/*;q=0                                         | none
					text/html;q=0.2, text/html;q=0.8, text/plain;q=0.5 | text/html
					# names are case-insensitive
					TEXT/HTML                                          | text/html
					# a parameter narrows a range
					text/html;level=1, text/plain;q=0.4                | text/plain
					text/*;q=0.3, text/plain;q=0.2, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.1 | text/html
					text/html;level=1, text/html;q=0                   | none
					text/html;level=1                                  | text/html
					text/html;charset=utf-8, application/json;q=0.5    | text/html
					text/html;charset="UTF-8", application/json;q=0.5  | text/html
					text/html;x="a,application/json;q=1", text/plain   | text/plain
					text/html;x="\\",", text/plain                     | text/plain
					# a browser, and an old Java client
					text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html
					image/gif, image/jpeg, *; q=.2, */*; q=.2          | application/json
					# nothing of ours
					image/png                                          | none
					text/htm                                           | none
					""")
	@Verifies("rfc9110-12.5.1a")
	void mediaType(String accept, String chosen) {
		assertThat(Negotiation.mediaType(List.of(accept), TYPES)).isEqualTo(Optional.ofNullable(chosen));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			;                            | application/json
			,                            | application/json
			;;q=1,,;                     | application/json
			text                         | application/json
			*/html                       | application/json
			text/html;q=high             | application/json
			text/html;q=1.1              | application/json
			text/html;q=-1               | application/json
			text/html;q=0.1234           | application/json
			text/html;q=                 | application/json
			text/html;q=.                | application/json
			text/html;q= 1               | application/json
			text/html;q="1"              | application/json
			"                            | application/json
			text/ html                   | application/json
			text/html;q=2, text/plain    | text/plain
			text/html;;                  | text/html
			, text/html ,                | text/html
			text/html;q=0.5;q=x, text/plain;q=0.1 | text/plain
			""")
	void whatCannotBeReadIsPassedOver(String accept, String chosen) {
		assertThat(Negotiation.mediaType(List.of(accept), TYPES)).contains(chosen);
	}

	@Test
	void withoutAFieldAnythingWillDo() {
		assertThat(Negotiation.mediaType(List.of(), TYPES)).contains("application/json");
		assertThat(Negotiation.mediaType(List.of(""), TYPES)).contains("application/json");
	}

	@Test
	void severalLinesAreOneList() {
		assertThat(Negotiation.mediaType(List.of("text/html;q=0.5", "text/plain;q=0.7"), TYPES)).contains("text/plain");
	}

	@Test
	void aHostileFieldCostsLittle() {
		for (String part : List.of("\"a\"", ",", ";", "\"", "\\", "a/b;\"x\",")) {
			String accept = part.repeat(24_000 / part.length());
			assertThat(Duration.ofSeconds(2)).isGreaterThan(time(() -> Negotiation.mediaType(List.of(accept), TYPES)));
		}
	}

	private static Duration time(Runnable work) {
		long start = System.nanoTime();
		assertThatNoException().isThrownBy(work::run);
		return Duration.ofNanos(System.nanoTime() - start);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ko                          | ko
			KO-kr                       | ko
			ko-KR,ko;q=0.9,en-US;q=0.8  | ko
			en-US,en;q=0.9,ko;q=0.8     | en
			fr, ko;q=0.2                | ko
			ko;q=0.3, en;q=0.2          | ko
			ko;q=0.2, en;q=0.3          | en
			# equal weights: the client's order
			ko, en                      | ko
			en, ko                      | en
			# the asterisk stands for what is not named
			*                           | en
			en;q=0.1, *                 | ko
			en;q=0, *                   | ko
			ko;q=0, *                   | en
			*;q=0.5, ko                 | ko
			*, ko                       | en
			# nothing fits, or nothing can be read
			fr                          | en
			ko;q=0                      | en
			*;q=0                       | en
			ko;q=2                      | en
			;                           | en
			*-KR                        | en
			ko_KR                       | en
			k o                         | en
			""")
	void language(String acceptLanguage, String chosen) {
		assertThat(Negotiation.language(List.of(acceptLanguage), LANGUAGES)).isEqualTo(chosen);
	}

	@Test
	void withoutAFieldTheServersLanguage() {
		assertThat(Negotiation.language(List.of(), LANGUAGES)).isEqualTo("en");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			gzip                          | true
			GZIP                          | true
			x-gzip                        | true
			gzip, deflate, br, zstd       | true
			br, *                         | true
			gzip;q=0.001                  | true
			gzip;q=0.5, br                | true
			identity;q=0.5, gzip          | true
			identity, gzip                | true
			identity;q=0, gzip;q=0.1      | true
			gzip;q=0                      | false
			gzip;q=0, *                   | false
			*;q=0                         | false
			identity                      | false
			identity, gzip;q=0.5          | false
			br                            | false
			gzipped                       | false
			gzip;q=yes                    | false
			;                             | false
			,                             | false
			""")
	void coding(String acceptEncoding, boolean accepted) {
		assertThat(Negotiation.accepts(List.of(acceptEncoding), "gzip")).isEqualTo(accepted);
	}

	@Test
	void withoutAFieldNoCoding() {
		assertThat(Negotiation.accepts(List.of(), "gzip")).isFalse();
		assertThat(Negotiation.accepts(List.of(""), "gzip")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			none                          | true
			gzip                          | true
			identity                      | true
			identity;q=0.001, gzip        | true
			identity;q=0                  | false
			IDENTITY;q=0.000, gzip        | false
			*;q=0                         | false
			*;q=0, identity;q=0.5         | true
			identity;q=0, *               | false
			*                             | true
			""")
	void plainOctetsAreAcceptableUnlessExcluded(String acceptEncoding, boolean acceptable) {
		List<String> lines = (acceptEncoding != null) ? List.of(acceptEncoding) : List.of();
		assertThat(Negotiation.acceptsIdentity(lines)).isEqualTo(acceptable);
	}

}
