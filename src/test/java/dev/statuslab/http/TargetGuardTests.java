package dev.statuslab.http;

import java.util.Set;

import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TargetGuardTests {

	private static final Links HERE = new Links("http://localhost:8080", "");

	private final TargetGuard guard = new TargetGuard(Set.of("Allowed.example", "other.example:8443", " "));

	@ParameterizedTest
	@ValueSource(strings = { "/get", "/", "get", "../get", "?a=b", "#top", "/get?next=https://evil.example",
			"/get?next=https%3A%2F%2Fevil.example", "/a//b", "/a:b", "./a:b", "/100%", "/a%20b", "/user@evil.example",
			"/%E2%82%AC", "evil.example", "http://localhost:8080", "http://localhost:8080/",
			"HTTP://LocalHost:8080/get", "http://localhost:8080?a=b", "http://localhost:8080#@evil.example",
			"http://localhost:8080/@evil.example", "https://allowed.example/a", "http://ALLOWED.example",
			"https://other.example:8443/" })
	void whatStaysPassesAsItStands(String reference) {
		assertThat(this.guard.require(reference, HERE)).isEqualTo(reference);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "///evil.example", "\\\\evil.example", "/\\evil.example",
			"\\/evil.example", " //evil.example", "\u00A0//evil.example", "/\t/evil.example", "/\n/evil.example",
			"\t//evil.example", "/%09/evil.example", "/%0a/evil.example", "/get\r\nSet-Cookie: a=b",
			"/get%0d%0aSet-Cookie:a=b", "/get\u0000", "/get%00" })
	void whatBrowsersTakeForAnotherHostIsRefused(String reference) {
		refused(reference);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "https://user@evil.example", "https://localhost:8080/get",
			"http://localhost", "http://localhost:80/", "http://localhost:80800/",
			"http://localhost:8080.evil.example/", "http://localhost:8080@evil.example/",
			"http://localhost:8080\\@evil.example/", "http://localhost:8080%5C@evil.example/",
			"http://localhost:8080%2F@evil.example/", "http://localhost:8080%00.evil.example/",
			"http://localhost:8080 @evil.example/", "http://a@localhost:8080/get", "http:\\\\evil.example",
			"http:/evil.example", "https:evil.example", "http:///evil.example", "http://", "ht\ttp://evil.example",
			"ftp://localhost:8080/", "ws://localhost:8080/" })
	@Verifies("rfc9110-4.2.4b")
	void anotherOriginIsRefused(String reference) {
		refused(reference);
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
			"java\tscript:alert(1)", "javascript%3Aalert(1)", "%20javascript:alert(1)", "\u0001javascript:alert(1)",
			"data:text/html,x", "vbscript:x", "mailto:a@b", "blob:http://localhost:8080/x", "x:y" })
	void anotherSchemeIsRefused(String reference) {
		refused(reference);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%2F%2Fevil.example", "/%2Fevil.example", "/%5Cevil.example", "%5c%5cevil.example",
			"%252F%252Fevil.example", "/%252Fevil.example", "%25252F%25252Fevil.example", "https%3A%2F%2Fevil.example",
			"https%253A%252F%252Fevil.example", "https%25253A%25252F%25252Fevil.example", "%20%2F%2Fevil.example",
			"/%2525252525252Fevil.example", "/harmless%2525252525" })
	void anEncodingHidesNothing(String reference) {
		refused(reference);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://allowed.example.evil.example/", "https://evil-allowed.example/",
			"https://www.allowed.example/", "https://allowed.example:8443/", "https://allowed.example./",
			"https://user@allowed.example/", "https://allowed.example@evil.example/", "//allowed.example/",
			"https://allowed.example\\@evil.example/", "https://other.example/", "ftp://allowed.example/" })
	void anAllowedHostIsExact(String reference) {
		refused(reference);
	}

	@Test
	void withoutAListOnlyThisServerIsAllowed() {
		TargetGuard strict = new TargetGuard(Set.of());
		assertThat(strict.require("/get", HERE)).isEqualTo("/get");
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> strict.require("https://allowed.example/a", HERE));
	}

	@ParameterizedTest
	@CsvSource({ "/a b,/a%20b", "/é,/%C3%A9", "/a\\b,/a%5Cb", "' /get ',/get", "/<b>,/%3Cb%3E", "/a%20b\",/a%20b%22" })
	@Verifies("rfc9110-10.2.2a")
	void whatCannotStandInAUriIsEncoded(String reference, String sent) {
		assertThat(this.guard.require(reference, HERE)).isEqualTo(sent);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Location|/get", "Content-Location|/get", "Link|</a.css>; rel=preload",
			"Link|<http://localhost:8080/a>; rel=next, <b>; rel=prev", "Refresh|5", "Refresh|0;url=/get",
			"Refresh|1.5, URL='/get'", "Refresh|0; url=\"/get\"; x", "Refresh|0 /get", "X-Anything|//evil.example" })
	void aFieldThatLeadsNowhereElsePasses(String name, String value) {
		assertThat(this.guard.requireField(name, value, HERE)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "location|//evil.example", "CONTENT-LOCATION|https://evil.example/",
			"Link|<//evil.example/a.css>; rel=stylesheet", "Link|</ok>; rel=next, <https://evil.example>; rel=prev",
			"Link|</ok>; title=\"<\", <//evil.example>; rel=stylesheet", "Link|</ok>; rel=x, <//evil.example",
			"Link|//evil.example; rel=next", "Link|</a>; rel=preload; as=image; ImageSrcSet=\"//evil.example/a 2x\"",
			"Refresh|0;url=//evil.example", "Refresh|0;URL=https://evil.example", "Refresh|0; url = '//evil.example'",
			"Refresh|0;url=\"//evil.example", "Refresh|0;//evil.example", "Refresh|0 https://evil.example",
			"Refresh|0,url=/\\evil.example", "Refresh|0;url=javascript:alert(1)",
			"Refresh|0;url=http://localhost:8080\"@evil.example/", "Refresh|0;url=http://localhost:8080'@evil.example/",
			"Refresh|0;url='http://localhost:8080\"@evil.example/'" })
	void aFieldThatLeadsElsewhereIsRefused(String name, String value) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.guard.requireField(name, value, HERE))
			.satisfies((problem) -> assertThat(problem.problem().status()).isEqualTo(403));
	}

	@Test
	void linksAreNotWithoutNumber() {
		String links = "<a>,".repeat(32);
		assertThat(this.guard.requireField("Link", links, HERE)).isEqualTo(links);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.guard.requireField("Link", links + "<a>", HERE));
	}

	private void refused(String reference) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.guard.require(reference, HERE))
			.satisfies((problem) -> {
				assertThat(problem.problem().status()).isEqualTo(403);
				assertThat(problem.problem().detail()).doesNotContain("evil");
			});
	}

}
