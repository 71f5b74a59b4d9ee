package dev.statuslab.recipe;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintedOutputTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			HTTP/1.1 200 OK | HTTP/1.1 200 OK
			Date: Sun, 22 Nov 2026 23:14:22 GMT | Date: Mon, 23 Nov 2026 00:00:00 GMT
			ETag: "1-7b534a12dc13e1037ecddc74" | ETag: "2-000000000000000000000000"
			Content-Length: 2738 | Content-Length: 1
			"curl/7.88.1" | "curl/8.5.0"
			* 0.024549 s > 66 octets | * 1.000001 s > 7 octets
			"access_token": "WzrzdxcTmhBDIGESug3AAFK4Y6Hdm2HU" | "access_token": "AzrzdxcTmhBDIGESug3AAFK4Y6Hdm2HU"
			300  The resource has… | 300  The resource has several
			""")
	void aLineThatDiffersInItsValuesIsAsPrinted(String printed, String output) {
		assertThat(missing(List.of(printed), output)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			HTTP/1.1 200 OK | HTTP/1.1 404 Not Found
			HTTP/1.1 200 OK | HTTP/1.1 200 OK and more
			Date: Sun, 22 Nov 2026 23:14:22 GMT | Date: 2026-11-22
			ETag: "1-7b534a12dc13e1037ecddc74" | ETag: W/"1-7b534a12dc13e1037ecddc74"
			Content-Length: 2738 | Content-Length: many
			Retry-After: 7 | Retry-After: 8
			"access_token": "WzrzdxcTmhBDIGESug3AAFK4Y6Hdm2HU" | "access_token": ""
			300  The resource has… | 301  The resource has several
			""")
	void aLineThatSaysSomethingElseIsMissing(String printed, String output) {
		assertThat(missing(List.of(printed), output)).contains(printed);
	}

	@Test
	void anEllipsisStandsForLines() {
		assertThat(missing(List.of("a", "…", "c"), "a", "b", "b", "c")).isEmpty();
		assertThat(missing(List.of("a", "  …"), "a", "b")).isEmpty();
		assertThat(missing(List.of("a", "…", "c"), "a", "c", "b", "c")).isEmpty();
		assertThat(missing(List.of("a", "…", "c"), "a", "b")).contains("c");
	}

	@Test
	void nothingElseMayStandBetweenOrBehind() {
		assertThat(missing(List.of("a", "c"), "a", "c")).isEmpty();
		assertThat(missing(List.of("a", "c"), "a", "b", "c")).contains("c");
		assertThat(missing(List.of("a", "c"), "a", "c", "d")).isPresent();
		assertThat(missing(List.of("a", "c"), "a")).contains("c");
	}

	private static Optional<String> missing(List<String> printed, String... output) {
		return new PrintedOutput(printed).missing(List.of(output));
	}

}
