package dev.statuslab.demo.negotiation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Negotiation by the server and by the client (RFC 9110 §12, RFC 2295). */
@LiveServer
class GreetingTests {

	private static final String GREETING = "/demo/greeting";

	private static final Pattern DESCRIPTION = Pattern
		.compile("\\{\"([^\"]+)\" ([01]\\.\\d) \\{type ([^}]+)}(?: \\{charset utf-8})? \\{language ([^}]+)}}(?:, |$)");

	private final Wire wire;

	GreetingTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			*/*                       | en-GB             | en.txt
			text/html                 | ko                | ko.html
			application/json          | de-AT, en;q=0.5   | de.json
			text/*;q=0.5, text/html   | ko;q=0.1, de;q=0.2| de.html
			text/plain                | fr                | en.txt
			""")
	@Verifies("rfc9110-8.7")
	void theServerChoosesByTheAcceptFields(String accept, String acceptLanguage, String variant) {
		Answer answer = this.wire.get(GREETING, "Accept: " + accept, "Accept-Language: " + acceptLanguage);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Location")).isEqualTo(GREETING + "/" + variant);
		assertThat(answer.field("Content-Language")).isEqualTo(variant.substring(0, 2));
		assertThat(answer.field("TCN")).isEqualTo("adhoc");
		assertNegotiated(answer);
		assertThat(this.wire.get(GREETING + "/" + variant).content()).isEqualTo(answer.content());
	}

	@Test
	@Verifies({ "rfc9110-12.5.5b", "rfc9110-12.5.1b" })
	void withoutAnyWishTheDefaultVariantVariesToo() {
		Answer answer = this.wire.get(GREETING);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo("Hello!\n");
		assertThat(answer.field("Content-Type")).isEqualTo("text/plain;charset=utf-8");
		assertThat(answer.field("Content-Encoding")).isNull();
		assertNegotiated(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/png", "application/x-none", "text/*;q=0, application/json;q=0", "*/*;q=0" })
	@Verifies({ "rfc9110-15.5.7", "rfc9110-12.5.1b", "rfc9110-12.5.5c" })
	void nothingAcceptableIsToldWithTheAlternatives(String accept) {
		Answer answer = this.wire.get(GREETING, "Accept: " + accept);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(406);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("Vary")).contains("accept,");
		assertThat(answer.json().get("alternatives").size()).isEqualTo(9);
		answer.json()
			.get("alternatives")
			.forEach((alternative) -> assertThat(this.wire.get(alternative.get("uri").asString()).status())
				.isEqualTo(200));
		assertThat(answer.field("TCN")).isNull();
	}

	@Test
	@Verifies("rfc9110-12.5.1b")
	void oneAcceptableTypeAmongOthersIsEnough() {
		assertThat(this.wire.get(GREETING, "Accept: image/png, text/html;q=0.001").status()).isEqualTo(200);
		assertThat(this.wire.get(GREETING, "Accept: text/*;q=0, */*").field("Content-Location"))
			.isEqualTo(GREETING + "/en.json");
	}

	@Test
	@Verifies("rfc9110-8.8.3")
	void gzipIsAppliedWhereAskedForAndHasATagOfItsOwn() throws IOException {
		Answer plain = this.wire.get(GREETING);
		Answer coded = this.wire.get(GREETING, "Accept-Encoding: identity;q=0, gzip");
		assertThat(coded.status()).isEqualTo(200);
		assertThat(coded.field("Content-Encoding")).isEqualTo("gzip");
		assertThat(coded.field("ETag")).isNotEqualTo(plain.field("ETag"));
		GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(coded.content()));
		assertThat(in.readAllBytes()).isEqualTo(plain.content());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			br                       | 200
			br, identity;q=0         | 406
			identity;q=0             | 406
			*;q=0                    | 406
			*;q=0, identity          | 200
			*;q=0, gzip              | 200
			""")
	@Verifies({ "rfc9110-12.5.3a", "rfc9110-12.5.5c" })
	void onlyWhoExcludesPlainOctetsGetsNone(String acceptEncoding, int status) {
		for (String target : List.of(GREETING, GREETING + "/ko.html")) {
			Answer answer = this.wire.get(target, "Accept-Encoding: " + acceptEncoding);
			assertThat(answer.status()).isEqualTo(status);
			assertThat(answer.field("Vary")).endsWith("accept-encoding");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "trans", "vlist", "TRANS", "guess-small", "1.0", "trans, 1.0", "unknown, vlist" })
	@Verifies({ "rfc9110-15.4.1b", "rfc9110-15.4.1c", "rfc2295-10.1", "rfc2295-8.3", "rfc2295-12.1", "rfc2295-9.2",
			"rfc2295-10.6" })
	void whoNegotiatesByItselfGetsTheList(String negotiate) {
		Answer answer = this.wire.get(GREETING, "Negotiate: " + negotiate);
		assertThat(answer.status()).isEqualTo(300);
		assertThat(answer.field("TCN")).isEqualTo("list");
		assertNegotiated(answer);
		assertThat(answer.field("Location")).isNull();
		List<String> addresses = addresses(answer);
		assertThat(addresses).hasSize(9);
		assertThat(answer.fieldLines("Link")).hasSize(9).allMatch((link) -> link.contains("rel=\"alternate\""));
		assertThat(answer.json().get("alternatives").valueStream().map((node) -> node.get("uri").asString()))
			.containsExactlyElementsOf(addresses);
	}

	@Test
	@Verifies({ "rfc2295-8.3", "rfc2295-8.5b" })
	void everyVariantOfTheListIsThereAndDoesNotNegotiate() {
		Matcher description = DESCRIPTION.matcher(this.wire.get(GREETING, "Negotiate: trans").field("Alternates"));
		while (description.find()) {
			Answer variant = this.wire.get(description.group(1), "Negotiate: trans", "Accept: image/png");
			assertThat(variant.status()).isEqualTo(200);
			assertThat(variant.field("Content-Type")).startsWith(description.group(3));
			assertThat(variant.field("Content-Language")).isEqualTo(description.group(4));
			assertThat(variant.field("TCN")).isNull();
			assertThat(variant.field("Alternates")).isNull();
			assertThat(variant.field("ETag")).doesNotContain(";");
			assertThat(variant.field("Vary")).doesNotContain("negotiate");
		}
	}

	@Test
	@Verifies("rfc9110-15.4.1c")
	void theListIsAPageForABrowserAndFieldsAloneForHead() {
		Answer page = this.wire.get(GREETING, "Negotiate: trans", "Accept: text/html");
		assertThat(page.status()).isEqualTo(300);
		assertThat(page.field("Content-Type")).isEqualTo("text/html;charset=utf-8");
		assertThat(page.text()).contains("<a href=\"/demo/greeting/ko.html\"");
		Answer head = this.wire.send("HEAD", GREETING, "Negotiate: trans");
		assertThat(head.status()).isEqualTo(300);
		assertThat(head.field("Alternates")).isEqualTo(page.field("Alternates"));
		assertThat(head.fieldLines("Link")).hasSize(9);
	}

	@Test
	@Verifies("rfc9110-15.4.1a")
	void theListNamesThePreferredChoiceWhereTheRequestDecidesIt() {
		Answer answer = this.wire.get(GREETING, "Negotiate: trans", "Accept: text/html", "Accept-Language: ko");
		assertThat(answer.status()).isEqualTo(300);
		assertThat(answer.field("Location")).isEqualTo(GREETING + "/ko.html");
		assertThat(this.wire.get(GREETING, "Negotiate: trans", "Accept: */*").field("Location")).isNull();
	}

	@Test
	@Verifies({ "rfc9110-8.7", "rfc2295-9.2", "rfc2295-10.6" })
	void whoLetsTheServerChooseAndTellsEnoughGetsTheChoice() {
		Answer answer = this.wire.get(GREETING, "Negotiate: trans, *", "Accept: text/html", "Accept-Language: ko");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("TCN")).isEqualTo("choice");
		assertThat(answer.field("Content-Location")).isEqualTo(GREETING + "/ko.html");
		assertNegotiated(answer);
		assertThat(addresses(answer)).hasSize(9);
		Answer variant = this.wire.get(GREETING + "/ko.html");
		assertThat(variant.content()).isEqualTo(answer.content());
		String normal = variant.field("ETag").replace("\"", "");
		assertThat(answer.field("ETag")).startsWith("\"" + normal + ";");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "text/*", "image/png", "text/html, text/plain" })
	void whoLetsTheServerChooseAndDoesNotTellEnoughGetsTheList(String accept) {
		Answer answer = this.wire.get(GREETING, "Negotiate: *", "Accept: " + accept);
		assertThat(answer.status()).isEqualTo(300);
		assertThat(answer.field("TCN")).isEqualTo("list");
	}

	@Test
	@Verifies("rfc2295-8.5a")
	void everySuccessSaysThatTheResourceIsNegotiated() {
		assertThat(this.wire.get(GREETING).field("TCN")).isEqualTo("adhoc");
		assertThat(this.wire.send("HEAD", GREETING).field("TCN")).isEqualTo("adhoc");
		assertThat(this.wire.get(GREETING, "Negotiate: *", "Accept: text/html").field("TCN")).isEqualTo("choice");
		assertThat(this.wire.get(GREETING, "Negotiate: trans").field("TCN")).isEqualTo("list");
		Answer posted = this.wire.json("POST", GREETING, "{\"name\":\"Ada\"}");
		assertThat(posted.status()).isEqualTo(200);
		assertThat(posted.field("TCN")).isEqualTo("adhoc");
		Answer options = this.wire.send("OPTIONS", GREETING);
		assertThat(options.status()).isEqualTo(200);
		assertThat(options.field("TCN")).isEqualTo("adhoc");
		assertThat(options.field("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
		assertThat(this.wire.send("OPTIONS", GREETING + "/ko.html").field("TCN")).isNull();
	}

	@Test
	void unknownDirectivesAreNoNegotiation() {
		assertThat(this.wire.get(GREETING, "Negotiate: please").field("TCN")).isEqualTo("adhoc");
	}

	@Test
	@Verifies({ "rfc9110-15.4.5a", "rfc9110-15.4.5b", "rfc9110-8.6e" })
	void aKnownTagIs304WithTheFieldsOfThe200AndNoMore() {
		for (String negotiate : List.of("X-None: 1", "Negotiate: *")) {
			Answer ok = this.wire.get(GREETING, negotiate, "Accept: text/html");
			Answer answer = this.wire.get(GREETING, negotiate, "Accept: text/html",
					"If-None-Match: " + ok.field("ETag"));
			assertThat(answer.status()).isEqualTo(304);
			for (String field : List.of("ETag", "Vary", "Content-Location", "Cache-Control")) {
				assertThat(answer.field(field)).as(field).isEqualTo(ok.field(field));
			}
			for (String field : List.of("Content-Type", "Content-Language", "Content-Encoding", "Content-Length")) {
				assertThat(answer.field(field)).as(field).isNull();
			}
			Answer other = this.wire.get(GREETING, negotiate, "Accept: application/json",
					"If-None-Match: " + ok.field("ETag"));
			assertThat(other.status()).isEqualTo(200);
		}
		assertThat(this.wire.get(GREETING, "If-Match: \"x\"").status()).isEqualTo(412);
	}

	@Test
	void aVariantKeepsItsOwnFileName() {
		for (String name : List.of("de.html", "en.txt", "xx.html")) {
			assertThat(this.wire.get(GREETING + "/" + name).field("Content-Disposition")).isNull();
		}
		assertThat(this.wire.get("/demo/quota/made-up.bat").field("Content-Disposition"))
			.as("a name that the caller made up")
			.isEqualTo("inline;filename=f.txt");
	}

	@Test
	void anUnknownVariantIsNotFound() {
		Answer answer = this.wire.get(GREETING + "/fr.txt");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json().get("alternatives").size()).isEqualTo(9);
	}

	private static void assertNegotiated(Answer answer) {
		assertThat(answer.field("Vary")).isEqualTo("negotiate, accept, accept-language, accept-encoding");
		assertThat(answer.field("ETag")).matches("\"[^\";]+;[^\";]+\"");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-cache");
	}

	/** The addresses in Alternates, which must hold descriptions of variants only. */
	private static List<String> addresses(Answer answer) {
		String alternates = answer.field("Alternates");
		assertThat(DESCRIPTION.matcher(alternates).replaceAll("")).isEmpty();
		return Arrays.stream(alternates.split("(?<=}}), ")).map((variant) -> variant.split("\"")[1]).toList();
	}

}
