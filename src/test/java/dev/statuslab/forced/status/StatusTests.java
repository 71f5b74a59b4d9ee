package dev.statuslab.forced.status;

import java.util.Locale;

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

/** Codes on demand in both dialects. */
@LiveServer
class StatusTests {

	private static final String PROBLEM = "application/problem+json";

	private final Wire wire;

	StatusTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void everyFinalCodeIsSentByEveryMethodOnOneConnection() {
		for (String method : new String[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" }) {
			try (Wire.Connection connection = this.wire.open()) {
				for (int code = 200; code < 600; code++) {
					if (code == 444) {
						continue;
					}
					String target = (code % 2 == 0) ? "/status/" + code : "/" + code + "/any/thing";
					connection.write(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
					Answer answer = connection.read(method);
					assertThat(answer.status()).as(method + " " + target).isEqualTo(code);
					assertThat(answer.field("Statuslab")).isEqualTo("forced");
					assertThat(answer.interim()).isEmpty();
				}
			}
		}
	}

	@Test
	void traceIsNotForced() {
		Answer answer = this.wire.send("TRACE", "/status/200");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.field("Statuslab")).isNull();
	}

	@Test
	void httpbinsDialectHasNoContentUnlessATypeIsNamed() {
		assertThat(this.wire.get("/status/404").content()).isEmpty();
		assertThat(this.wire.get("/status/404", "Accept: */*").field("Content-Length")).isEqualTo("0");
		assertThat(this.wire.get("/status/404", "Accept: application/json").json().get("description").asString())
			.isEqualTo("Not Found");
		assertThat(this.wire.get("/status/404", "Accept: text/plain").text()).isEqualTo("404 Not Found");
	}

	@ParameterizedTest
	@ValueSource(ints = { 402, 406, 418 })
	void threeOfHttpbinsCodesHaveSmallContent(int code) {
		Answer answer = this.wire.get("/status/" + code);
		assertThat(answer.content()).isNotEmpty();
		assertThat(answer.field("Content-Type")).isEqualTo("text/plain;charset=utf-8");
	}

	@Test
	void httpstatusDialectTellsCodeAndPhrase() {
		Answer answer = this.wire.get("/404");
		assertThat(answer.text()).isEqualTo("404 Not Found");
		assertThat(answer.field("Content-Type")).isEqualTo("text/plain;charset=utf-8");
		assertThat(this.wire.get("/404", "Accept: application/json").json().toString())
			.isEqualTo("{\"code\":404,\"description\":\"Not Found\"}");
		assertThat(this.wire.get("/299").text()).isEqualTo("299 Unknown Code");
		assertThat(this.wire.get("/404/some/thing").text()).isEqualTo("404 Not Found");
	}

	@Test
	void aProblemCanBeHadAsOne() {
		Answer answer = this.wire.get("/409", "Accept: application/problem+json");
		assertThat(answer.field("Content-Type")).isEqualTo(PROBLEM);
		assertThat(answer.json().get("title").asString()).isEqualTo("Conflict");
		assertThat(answer.json().get("status").asInt()).isEqualTo(409);
	}

	@Test
	void whatHasNoPathOfDigitsIsNoCode() {
		Answer answer = this.wire.get("/4xx");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.field("Content-Type")).isEqualTo(PROBLEM);
		assertThat(answer.field("Statuslab")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/status/99", "/status/1000", "/status/600", "/99", "/1000", "/99999999999999999999",
			"/status/200:NaN", "/status/abc", "/status/200,", "/status/%20", "/random/5-1", "/random/0-2147483646",
			"/random/abc", "/random/200-700", "/status/101", "/101" })
	void whatCanNotBeForcedIsAProblem(String target) {
		Answer answer = this.wire.get(target);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.field("Content-Type")).isEqualTo(PROBLEM);
		assertThat(answer.field("Statuslab")).isNull();
		assertThat(answer.interim()).isEmpty();
	}

	@Test
	void aListOf65IsAProblem() {
		assertThat(this.wire.get("/status/" + "200,".repeat(63) + "200").status()).isEqualTo(200);
		Answer answer = this.wire.get("/status/" + "200,".repeat(64) + "200");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("limit").asInt()).isEqualTo(64);
	}

	@Test
	void oneOfSeveralIsDrawn() {
		for (int i = 0; i < 20; i++) {
			assertThat(this.wire.get("/status/200:0,503:1").status()).isEqualTo(503);
			assertThat(this.wire.get("/random/201-203").status()).isBetween(201, 203);
			assertThat(this.wire.get("/random/201-203/any/thing").status()).isBetween(201, 203);
		}
	}

	@ParameterizedTest
	@CsvSource({ "201, Location, /get", "301, Location, /redirect/1", "302, Location, /redirect/1",
			"303, Location, /redirect/1", "305, Location, /redirect/1", "307, Location, /redirect/1",
			"308, Location, /redirect/1", "401, WWW-Authenticate, 'Basic realm=\"Statuslab\", charset=\"UTF-8\"'",
			"407, Proxy-Authenticate, 'Basic realm=\"Statuslab\", charset=\"UTF-8\"'",
			"405, Allow, 'POST, PUT, PATCH, DELETE, OPTIONS'", "416, Content-Range, bytes */1024", "426, Upgrade, h2c",
			"426, Connection, Upgrade", "429, Retry-After, 5", "503, Retry-After, 5",
			"451, Link, </>; rel=\"blocked-by\"" })
	void whatACodeRequiresIsThereUnasked(int code, String name, String value) {
		assertThat(this.wire.get("/status/" + code).field(name)).isEqualTo(value);
		assertThat(this.wire.get("/status/404").field(name)).as("on another code").isNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 305, 307, 308 })
	void httpstatusRedirectsHome(int code) {
		assertThat(this.wire.get("/" + code).field("Location")).isEqualTo("/");
	}

	@Test
	@Verifies("rfc9110-15.5.6")
	void theMethodAtHandIsNotAllowed() {
		assertThat(this.wire.send("DELETE", "/405").field("Allow")).isEqualTo("GET, HEAD, POST, PUT, PATCH, OPTIONS");
	}

	@Test
	void aPartIsExactlyWhatItsRangeSays() {
		for (String target : new String[] { "/206", "/status/206", "/206?body=%EA%B0%80" }) {
			Answer answer = this.wire.get(target);
			int length = answer.content().length;
			assertThat(length).isPositive();
			assertThat(answer.field("Content-Range")).isEqualTo("bytes 0-%d/%d".formatted(length - 1, length));
		}
		assertThat(this.wire.get("/206?suppressBody=true").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 205, 304 })
	@Verifies({ "rfc9110-15.3.5a", "rfc9110-15.3.6", "rfc9110-15.4.5c" })
	void codesWithoutContentHaveNone(int code) {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("GET /%d HTTP/1.1\r\nHost: localhost\r\n\r\nGET /404 HTTP/1.1\r\nHost: localhost\r\n\r\n"
				.formatted(code));
			Answer first = connection.read("GET");
			assertThat(first.status()).isEqualTo(code);
			assertThat(first.field("Content-Type")).isNull();
			assertThat(connection.read("GET").text()).isEqualTo("404 Not Found");
		}
		Answer refused = this.wire.get("/" + code + "?body=x");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().get("parameter").asString()).isEqualTo("body");
	}

	@Test
	void headTellsTheLengthAndNoMore() {
		Answer get = this.wire.get("/404");
		Answer head = this.wire.send("HEAD", "/404");
		assertThat(head.status()).isEqualTo(404);
		assertThat(head.field("Content-Length")).isEqualTo(get.field("Content-Length"));
		assertThat(head.content()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 301, 308, 404, 410, 503 })
	@Verifies({ "rfc9110-15.1c", "rfc9110-15.5.11b" })
	void noCacheKeepsAForcedCode(int code) {
		assertThat(this.wire.get("/status/" + code).field("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void lengthCountsOctets() {
		Answer answer = this.wire.get("/200?body=%EC%83%81%ED%83%9C");
		assertThat(answer.text()).isEqualTo("상태");
		assertThat(answer.field("Content-Length")).isEqualTo("6");
	}

	@Test
	void contentOfARequestIsReadOff() {
		try (Wire.Connection connection = this.wire.open()) {
			for (int i = 0; i < 3; i++) {
				connection.write("POST /status/503 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000\r\n\r\n"
						+ "x".repeat(20_000));
				assertThat(connection.read("POST").status()).isEqualTo(503);
			}
		}
	}

	@Test
	void noFieldOfTheServerIsDoubled() {
		Answer answer = this.wire.get("/503");
		assertThat(answer.fields().stream().map((line) -> line.split(":")[0].toLowerCase(Locale.ROOT)).toList())
			.doesNotHaveDuplicates();
		assertThat(answer.field("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.field("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
	}

}
