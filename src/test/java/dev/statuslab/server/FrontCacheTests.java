package dev.statuslab.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue from memory: variants, validators and preconditions. */
@LiveServer
@Import(FrontCacheTests.Sample.class)
class FrontCacheTests {

	private static final String HOST = "Host: localhost\r\n";

	private static final String SAMPLE = "/classes/sample";

	private final Wire wire;

	private final Sample sample;

	FrontCacheTests(@Autowired Wire wire, @Autowired Sample sample) {
		this.wire = wire;
		this.sample = sample;
	}

	@Test
	void aVariantIsRenderedOnce() {
		int before = this.sample.renders.get();
		String target = SAMPLE + "?format=json&lang=en";
		Answer cold = this.wire.get(target);
		for (int i = 0; i < 3; i++) {
			Answer warm = this.wire.get(target, "Accept: text/html", "Accept-Language: ko");
			assertThat(warm.content()).isEqualTo(cold.content());
			assertThat(withoutDate(warm)).isEqualTo(withoutDate(cold));
		}
		assertThat(this.sample.renders.get() - before).isEqualTo(1);
	}

	@Test
	void theEntityTagIsStrongAndStable() {
		String tag = this.wire.get("/codes/404").field("ETag");
		assertThat(tag).matches("\"[!-~&&[^\"]]+\"");
		assertThat(this.wire.get("/codes/404").field("ETag")).isEqualTo(tag);
		assertThat(this.wire.get("/codes/404?lang=en").field("ETag")).isEqualTo(tag);
		assertThat(this.wire.get("/codes/410").field("ETag")).isNotEqualTo(tag);
	}

	@Test
	void everyVariantHasATagOfItsOwn() {
		Set<String> tags = new LinkedHashSet<>();
		for (String type : List.of("application/json", "text/html", "text/plain")) {
			for (String language : List.of("en", "ko")) {
				for (String coding : List.of("identity", "gzip")) {
					tags.add(this.wire
						.get(SAMPLE, "Accept: " + type, "Accept-Language: " + language, "Accept-Encoding: " + coding)
						.field("ETag"));
				}
			}
		}
		assertThat(tags).hasSize(12).doesNotContainNull();
	}

	@Test
	void theSameOctetsInAnotherLanguageHaveAnotherTag() {
		Answer english = this.wire.get("/codes?q=no-such-word", "Accept-Language: en");
		Answer korean = this.wire.get("/codes?q=no-such-word", "Accept-Language: ko");
		assertThat(korean.content()).isEqualTo(english.content());
		assertThat(korean.field("ETag")).isNotEqualTo(english.field("ETag"));
	}

	@Test
	void theSameOctetsUnderAnotherTypeHaveAnotherTag() {
		Answer schema = this.wire.get("/schemas/status-code.json");
		Answer json = this.wire.get("/schemas/status-code.json?format=json");
		assertThat(json.content()).isEqualTo(schema.content());
		assertThat(json.field("ETag")).isNotEqualTo(schema.field("ETag"));
	}

	@ParameterizedTest(name = "Accept-Encoding: {0}")
	@CsvSource(delimiter = '|', textBlock = """
			gzip                   | true
			GZIP                   | true
			gzip, deflate, br      | true
			br, gzip;q=0.5         | true
			*                      | true
			gzip;q=0.001           | true
			gzip;q=0               | false
			gzip;q=0.000           | false
			gzip;q=0, *            | false
			*;q=0                  | false
			identity               | false
			br                     | false
			''                     | false
			""")
	@Verifies("rfc9110-8.4a")
	void gzipComesToThoseWhoAskForIt(String encodings, boolean coded) throws IOException {
		Answer plain = this.wire.get("/codes/404");
		assertThat(plain.field("Content-Encoding")).isNull();
		Answer answer = this.wire.get("/codes/404", "Accept-Encoding: " + encodings);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Vary")).contains("Accept-Encoding");
		assertThat(answer.field("Content-Encoding")).isEqualTo(coded ? "gzip" : null);
		assertThat(answer.field("Content-Length")).isEqualTo(String.valueOf(answer.content().length));
		assertThat(answer.field("ETag").equals(plain.field("ETag"))).isEqualTo(!coded);
		byte[] decoded = coded ? new GZIPInputStream(new ByteArrayInputStream(answer.content())).readAllBytes()
				: answer.content();
		assertThat(decoded).isEqualTo(plain.content());
		if (coded) {
			assertThat(answer.content().length).isLessThan(plain.content().length);
		}
	}

	@Test
	void aResponseTellsWhatItVariesBy() {
		Answer answer = this.wire.get("/codes/404");
		assertThat(answer.fieldLines("Vary")).containsExactly("Accept, Accept-Language, Accept-Encoding");
		assertThat(answer.field("Cache-Control")).contains("max-age=");
		assertThat(answer.field("Content-Language")).isEqualTo("en");
		assertThat(answer.field("Date")).isNotNull();
		assertThat(answer.field("Transfer-Encoding")).isNull();
	}

	@Test
	void notModifiedCarriesWhatTheRfcWants() {
		Answer full = this.wire.get("/codes/404");
		Answer answer = this.wire.get("/codes/404", "If-None-Match: " + full.field("ETag"));
		assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 304 Not Modified");
		for (String name : List.of("ETag", "Vary", "Cache-Control")) {
			assertThat(answer.fieldLines(name)).as(name).isEqualTo(full.fieldLines(name)).hasSize(1);
		}
		assertThat(answer.field("Date")).isNotNull();
		for (String name : List.of("Content-Type", "Content-Length", "Content-Encoding", "Content-Language",
				"Transfer-Encoding", "Last-Modified")) {
			assertThat(answer.field(name)).as(name).isNull();
		}
	}

	@ParameterizedTest(name = "{0}, {1}: {2}")
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			If-None-Match: {tag}                  | -                                                | 304
			If-None-Match: W/{tag}                | -                                                | 304
			If-None-Match: "a", {tag}, "b"        | -                                                | 304
			If-None-Match: "a"                    | If-None-Match: {tag}                             | 304
			If-None-Match: *                      | -                                                | 304
			If-None-Match: "a"                    | -                                                | 200
			If-None-Match: ""                     | -                                                | 200
			If-None-Match: {bare}                 | -                                                | 200
			If-None-Match: {gzip}                 | -                                                | 200
			If-None-Match: {ko}                   | -                                                | 200
			If-None-Match: {gzip}                 | Accept-Encoding: gzip                            | 304
			If-None-Match: {tag}                  | Accept-Encoding: gzip                            | 200
			If-None-Match: {ko}                   | Accept-Language: ko                              | 304
			If-None-Match: {tag}                  | Accept-Language: ko                              | 200
			If-Match: {tag}                       | -                                                | 200
			If-Match: "a", {tag}                  | -                                                | 200
			If-Match: *                           | -                                                | 200
			If-Match: "a"                         | -                                                | 412
			If-Match: W/{tag}                     | -                                                | 412
			If-Match: {ko}                        | -                                                | 412
			If-Match: {gzip}                      | -                                                | 412
			If-Match: {gzip}                      | Accept-Encoding: gzip                            | 200
			If-Match: "a"                         | If-None-Match: {tag}                             | 412
			If-Match: {tag}                       | If-None-Match: {tag}                             | 304
			If-Match: {tag}                       | If-None-Match: "a"                               | 200
			If-Match: *                           | If-None-Match: *                                 | 304
			If-None-Match: "a"                    | If-Modified-Since: Fri, 01 Jan 2038 00:00:00 GMT | 200
			If-None-Match: {tag}                  | If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT | 304
			If-Match: {tag}                       | If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT | 200
			If-Modified-Since: Fri, 01 Jan 2038 00:00:00 GMT | -                                     | 200
			If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT | -                                   | 200
			""")
	@Verifies("rfc9110-13.2.1a")
	void preconditionsAreEvaluatedInTheOrderOfTheRfc(String first, String second, int status) {
		for (String method : List.of("GET", "HEAD")) {
			Answer answer = (second != null) ? this.wire.send(method, "/codes/404", tagged(first), tagged(second))
					: this.wire.send(method, "/codes/404", tagged(first));
			assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		}
	}

	private String tagged(String line) {
		String tag = this.wire.get("/codes/404").field("ETag");
		return line.replace("{tag}", tag)
			.replace("{bare}", tag.replace("\"", ""))
			.replace("{gzip}", this.wire.get("/codes/404", "Accept-Encoding: gzip").field("ETag"))
			.replace("{ko}", this.wire.get("/codes/404?lang=ko").field("ETag"));
	}

	@Test
	void aFalsePreconditionIsAProblemThatTellsTheCurrentTag() {
		String tag = this.wire.get("/codes/404").field("ETag");
		Answer answer = this.wire.get("/codes/404", "If-Match: \"another\"");
		assertThat(answer.status()).isEqualTo(412);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("ETag")).isEqualTo(tag);
		assertThat(answer.json().get("currentEntityTag").asString()).isEqualTo(tag);
		assertThat(answer.json().get("documentation").asString()).isEqualTo("/codes/412");
	}

	@ParameterizedTest
	@ValueSource(strings = { "If-None-Match: *", "If-Match: \"a\"", "If-Match: *",
			"If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT" })
	void aPreconditionDoesNotHideAnError(String line) {
		assertThat(this.wire.get("/codes/299", line).status()).isEqualTo(404);
		assertThat(this.wire.get("/codes?class=6xx", line).status()).isEqualTo(400);
		assertThat(this.wire.get("/codes/404", line, "Accept: image/png").status()).isEqualTo(406);
	}

	@Test
	void aPreconditionHoldsForWhatIsNotYetInMemory() {
		assertThat(this.wire.get("/codes?q=first&lang=en", "If-Match: \"a\"").status()).isEqualTo(412);
		assertThat(this.wire.get("/codes?q=second&lang=en", "If-None-Match: *").status()).isEqualTo(304);
		String tag = this.wire.get("/codes?class=1&lang=en").field("ETag");
		Answer cold = this.wire.get("/codes?lang=en&class=1", "If-None-Match: " + tag);
		assertThat(cold.status()).isEqualTo(304);
		assertThat(cold.field("Content-Length")).isNull();
		assertThat(cold.field("Content-Type")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/codes/404", "/codes", "/codes?class=3xx", "/classes/4xx?lang=ko", "/codes/299",
			"/codes?class=6xx", "/schemas/status-code.json" })
	@Verifies({ "rfc9110-9.3.2b", "rfc9110-8.6b" })
	void headHasTheFieldsOfGetAndNoContent(String target) {
		Answer get = this.wire.get(target);
		Answer head = this.wire.send("HEAD", target);
		assertThat(head.statusLine()).isEqualTo(get.statusLine());
		assertThat(withoutDate(head)).isEqualTo(withoutDate(get));
		assertThat(head.field("Content-Length")).isEqualTo(String.valueOf(get.content().length));
	}

	@Test
	void headWorksOnWhatIsNotYetInMemory() {
		String target = "/codes?q=by-head-first";
		Answer head = this.wire.send("HEAD", target);
		Answer get = this.wire.get(target);
		assertThat(head.status()).isEqualTo(200);
		assertThat(withoutDate(head)).isEqualTo(withoutDate(get));
		Answer coded = this.wire.send("HEAD", "/codes?q=by-head-first-too", "Accept-Encoding: gzip");
		assertThat(coded.field("Content-Encoding")).isEqualTo("gzip");
	}

	@Test
	void theConnectionStaysUsable() {
		String tag = this.wire.get("/codes/404").field("ETag");
		try (Connection connection = this.wire.open()) {
			for (int round = 0; round < 3; round++) {
				String cold = "/codes?q=round-" + round;
				assertThat(exchange(connection, "HEAD", cold, "").status()).isEqualTo(200);
				assertThat(exchange(connection, "GET", cold, "").json().get("count").asInt()).isZero();
				assertThat(exchange(connection, "GET", "/codes/404", "If-None-Match: " + tag + "\r\n").status())
					.isEqualTo(304);
				assertThat(exchange(connection, "HEAD", "/codes/404", "").status()).isEqualTo(200);
				assertThat(exchange(connection, "GET", "/codes/404", "If-Match: \"a\"\r\n").status()).isEqualTo(412);
				assertThat(exchange(connection, "HEAD", "/codes/404", "If-Match: \"a\"\r\n").status()).isEqualTo(412);
				assertThat(exchange(connection, "GET", "/codes/404", "Accept: image/png\r\n").status()).isEqualTo(406);
				assertThat(exchange(connection, "GET", "/codes/299", "").status()).isEqualTo(404);
				assertThat(exchange(connection, "GET", "/codes/404", "").json().get("code").asInt()).isEqualTo(404);
			}
		}
	}

	@Test
	void pipelinedRequestsAreAnsweredInOrder() {
		try (Connection connection = this.wire.open()) {
			StringBuilder requests = new StringBuilder();
			for (int code : new int[] { 200, 301, 404, 500 }) {
				requests.append("GET /codes/").append(code).append(" HTTP/1.1\r\n").append(HOST).append("\r\n");
			}
			connection.write(requests.toString());
			for (int code : new int[] { 200, 301, 404, 500 }) {
				assertThat(connection.read("GET").json().get("code").asInt()).isEqualTo(code);
			}
		}
	}

	private static Answer exchange(Connection connection, String method, String target, String fields) {
		connection.write(method + " " + target + " HTTP/1.1\r\n" + HOST + fields + "\r\n");
		return connection.read(method);
	}

	@ParameterizedTest(name = "Accept: {0}")
	@CsvSource(delimiter = '|', textBlock = """
			text/html;q=0.9, application/json;q=0.8  | text/html
			text/html;q=0.8, application/json;q=0.9  | application/json
			application/json                         | application/json
			*/*                                      | application/json
			text/*                                   | text/html
			text/*, text/html;q=0                    | text/plain
			text/*;q=0.1, application/*;q=0.2        | application/json
			*/*, application/json;q=0                | text/html
			text/plain                               | text/plain
			TEXT/Plain                               | text/plain
			image/png, text/plain;q=0.1              | text/plain
			text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | text/html
			""")
	@Verifies("rfc9110-12.5.1b")
	void theTypeIsNegotiated(String accept, String type) {
		Answer answer = this.wire.get(SAMPLE, "Accept: " + accept);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).startsWith(type);
		assertThat(answer.text()).contains(type);
	}

	@ParameterizedTest(name = "Accept-Language: {0}")
	@CsvSource(delimiter = '|', textBlock = """
			ko                          | ko
			ko-KR,ko;q=0.9,en;q=0.8     | ko
			en;q=0.1, ko                | ko
			KO                          | ko
			fr, ko;q=0.1                | ko
			en;q=0, *                   | ko
			en                          | en
			en-GB                       | en
			fr                          | en
			ko;q=0                      | en
			ko;q=0.5, en;q=0.6          | en
			*                           | en
			''                          | en
			""")
	void theLanguageIsNegotiated(String languages, String language) {
		Answer answer = this.wire.get(SAMPLE, "Accept-Language: " + languages);
		assertThat(answer.field("Content-Language")).isEqualTo(language);
		assertThat(answer.json().get("language").asString()).isEqualTo(language);
	}

	@Test
	@Verifies("rfc9110-12.5.5c")
	void whatIsNotAcceptableVariesLikeWhatIs() {
		Answer answer = this.wire.get(SAMPLE, "Accept: image/png");
		assertThat(answer.status()).isEqualTo(406);
		assertThat(answer.fieldLines("Vary")).isNotEmpty()
			.isEqualTo(this.wire.get(SAMPLE, "Accept: text/plain").fieldLines("Vary"));
	}

	@Test
	void theParametersWinOverTheFields() {
		Answer answer = this.wire.get(SAMPLE + "?format=text&lang=ko", "Accept: text/html", "Accept-Language: en");
		assertThat(answer.field("Content-Type")).startsWith("text/plain");
		assertThat(answer.field("Content-Language")).isEqualTo("ko");
		assertThat(answer.text()).contains("text/plain", "ko");
		answer = this.wire.get(SAMPLE + "?f%6Frmat=html&%6Cang=ko", "Accept: application/json");
		assertThat(answer.field("Content-Type")).startsWith("text/html");
		assertThat(answer.field("Content-Language")).isEqualTo("ko");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host: evil.example", "X-Forwarded-Host: evil.example", "X-Forwarded-Prefix: /evil",
			"Forwarded: host=evil.example;proto=https", "X-Forwarded-Proto: evil", "X-Original-URL: /evil",
			"X-Rewrite-URL: /evil" })
	void noFieldOfACallerGetsIntoAPageForAll(String line) {
		String host = line.startsWith("Host:") ? "" : HOST;
		int code = 400 + Math.floorMod(line.hashCode(), 17);
		String name = line.substring(0, line.indexOf(':'));
		// a target of its own, so that it is this request that brings the page into
		// memory
		for (String address : List.of("/codes/" + code + "?lang=en&format=json", "/codes?class=3xx&field=" + name,
				"/codes?view=full&q=" + code)) {
			Answer poisoned = this.wire.raw("GET " + address + " HTTP/1.1\r\n" + host + line + "\r\n\r\n");
			assertThat(poisoned.status()).isEqualTo(200);
			assertThat(poisoned.text()).doesNotContain("evil");
			assertThat(this.wire.get(address).content()).isEqualTo(poisoned.content());
		}
	}

	@Test
	@Verifies("rfc9110-15.1c")
	void onlyWhatSucceedsIsKept() {
		for (int i = 0; i < 2; i++) {
			assertThat(this.wire.get("/codes/298").status()).isEqualTo(404);
			assertThat(this.wire.get("/codes/298").field("Cache-Control")).isEqualTo("no-store");
			assertThat(this.wire.exchange("POST", "/codes/404", "{}").status()).isEqualTo(405);
		}
		assertThat(this.wire.get("/codes/404").status()).isEqualTo(200);
	}

	@Test
	void aRangeIsNotForTheCatalogue() {
		Answer whole = this.wire.get("/codes/404");
		Answer answer = this.wire.get("/codes/404", "Range: bytes=0-9");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.content()).isEqualTo(whole.content());
		Answer cold = this.wire.get("/schemas/status-code.json?lang=ko", "Range: bytes=0-9");
		assertThat(cold.status()).isEqualTo(200);
		assertThat(cold.field("Accept-Ranges")).isNull();
	}

	private static List<String> withoutDate(Answer answer) {
		return answer.fields().stream().filter((line) -> !line.startsWith("Date:")).sorted().toList();
	}

	/** One address in all types and languages, which counts how often it is rendered. */
	@RestController
	static class Sample {

		private final AtomicInteger renders = new AtomicInteger();

		@GetMapping(path = SAMPLE, produces = "application/json")
		Map<String, String> json(Locale locale) {
			this.renders.incrementAndGet();
			return Map.of("type", "application/json", "language", locale.getLanguage());
		}

		@GetMapping(path = SAMPLE, produces = "text/html")
		String html(Locale locale) {
			return "<p>text/html " + locale.getLanguage();
		}

		@GetMapping(path = SAMPLE, produces = "text/plain")
		String text(Locale locale) {
			return "text/plain " + locale.getLanguage();
		}

	}

}
