package dev.statuslab.forced.httpbin;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
@TestPropertySource(properties = "statuslab.forced.hosts=allowed.example,other.example:8443")
class RedirectTests {

	private final Wire wire;

	RedirectTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource({ "/redirect/1,/get", "/redirect/2,/relative-redirect/1", "/redirect/100,/relative-redirect/99",
			"/redirect/3?absolute=false,/relative-redirect/2", "/relative-redirect/1,/get",
			"/relative-redirect/7,/relative-redirect/6" })
	void aChainGoesOnRelatively(String target, String location) {
		Answer answer = this.wire.get(target);
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.field("Location")).isEqualTo(location);
		assertThat(answer.field("Statuslab")).isEqualTo("earned");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.field("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
		assertThat(answer.json().get("location").asString()).isEqualTo(location);
	}

	@ParameterizedTest
	@CsvSource({ "/redirect/1?absolute=true,/get", "/redirect/2?absolute=True,/absolute-redirect/1",
			"/absolute-redirect/1,/get", "/absolute-redirect/9,/absolute-redirect/8" })
	void aChainGoesOnAbsolutely(String target, String location) {
		assertThat(this.wire.get(target).field("Location"))
			.isEqualTo("http://localhost:" + this.wire.port() + location);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "101", "-1", "x", "1.5", "99999999999999999999", "%D9%A1", "1%20" })
	void aChainHasOneToAHundredSteps(String n) {
		for (String first : new String[] { "/redirect/", "/relative-redirect/", "/absolute-redirect/" }) {
			Answer answer = this.wire.get(first + n);
			assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
			assertThat(answer.json().get("maximum").asInt()).isEqualTo(100);
		}
	}

	@Test
	void absoluteIsTrueOrFalse() {
		assertThat(this.wire.get("/redirect/2?absolute=maybe").status()).isEqualTo(400);
		assertThat(this.wire.get("/redirect/2?absolute=true&absolute=true").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" })
	void everyMethodIsRedirected(String method) {
		Answer answer = this.wire.send(method, "/redirect-to?url=/get&status_code=307");
		assertThat(answer.status()).isEqualTo(307);
		assertThat(answer.field("Location")).isEqualTo("/get");
		assertThat(answer.field("Statuslab")).isEqualTo("forced");
		assertThat(this.wire.send(method, "/redirect/2").field("Location")).isEqualTo("/relative-redirect/1");
	}

	@ParameterizedTest
	@CsvSource({ "300,0", "301,1", "302,1", "303,1", "305,0", "307,1", "308,1", "399,0" })
	void aRedirectsCodeCanBeNamed(int code, int notes) {
		Answer answer = this.wire.get("/redirect-to?url=/get&status_code=" + code);
		assertThat(answer.status()).isEqualTo(code);
		assertThat(answer.field("Location")).isEqualTo("/get");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.content().length > 0).isEqualTo(notes == 1);
	}

	@ParameterizedTest
	@CsvSource({ "/caf%C3%A9,/caf%C3%A9", "/a%20b,/a%20b", "/%3Cb%3E,/%3Cb%3E", "/a%22b,/a%22b", "/a-b,/a-b" })
	@Verifies("rfc9110-10.2.2a")
	void aLocationIsAReferenceInAscii(String url, String location) {
		assertThat(this.wire.get("/redirect-to?url=" + url).field("Location")).isEqualTo(location);
	}

	@ParameterizedTest
	@ValueSource(strings = { "304", "299", "400", "200", "30", "3000", "x", "" })
	void anotherCodeIsNoRedirect(String code) {
		Answer answer = this.wire.get("/redirect-to?url=/get&status_code=" + code);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("parameter").asString()).isEqualTo("status_code");
		assertThat(answer.field("Location")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/redirect-to", "/redirect-to?url=", "/redirect-to?url=%20",
			"/redirect-to?status_code=302", "/redirect-to?url=/get&url=/ip" })
	void oneTargetIsExpected(String target) {
		Answer answer = this.wire.get(target);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("parameter").asString()).isEqualTo("url");
	}

	@Test
	void theParametersMayStandInAForm() {
		String type = "Content-Type: application/x-www-form-urlencoded";
		Answer answer = this.wire.exchange("POST", "/redirect-to", "url=%2Fget%3Fa%3Db&status_code=303", type);
		assertThat(answer.status()).isEqualTo(303);
		assertThat(answer.field("Location")).isEqualTo("/get?a=b");
		Answer both = this.wire.exchange("PUT", "/redirect-to?url=/ip", "url=/get&status_code=308",
				type + "; charset=utf-8");
		assertThat(both.status()).isEqualTo(308);
		assertThat(both.field("Location")).isEqualTo("/ip");
		assertThat(this.wire.exchange("POST", "/redirect-to", "url=//evil.example", type).status()).isEqualTo(403);
		assertThat(this.wire.exchange("POST", "/redirect-to", "url=/a&url=/b", type).status()).isEqualTo(400);
		assertThat(this.wire.exchange("POST", "/redirect-to", "url=%zz", type).status()).isEqualTo(400);
		assertThat(this.wire.exchange("POST", "/redirect-to", "url=/get", "Content-Type: text/plain").status())
			.isEqualTo(400);
	}

	@Test
	void theFormMayHaveParts() {
		String type = "Content-Type: multipart/form-data; boundary=part";
		String url = "--part\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\n/get\r\n";
		Answer answer = this.wire.exchange("POST", "/redirect-to", url + "--part--\r\n", type);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
		assertThat(answer.field("Location")).isEqualTo("/get");
		String file = url.replace("name=\"url\"", "name=\"url\"; filename=\"a\"");
		assertThat(this.wire.exchange("POST", "/redirect-to", file + "--part--\r\n", type).status()).isEqualTo(400);
		assertThat(this.wire.exchange("POST", "/redirect-to", url, type).status()).isEqualTo(400);
		assertThat(this.wire.exchange("POST", "/redirect-to", url, "Content-Type: multipart/form-data").status())
			.isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/%5Cevil.example", "%5C%5Cevil.example", "https://user@evil.example",
			"http://localhost:PORT@evil.example/", "http://localhost:PORT%5C@evil.example/", "javascript:alert(1)",
			"%252F%252Fevil.example", "%25252F%25252Fevil.example", "/%09/evil.example", "/%0A/evil.example",
			"https://allowed.example.evil.example/", "https://www.allowed.example/", "https://other.example/" })
	void noWayLeadsElsewhere(String url) {
		Answer answer = this.wire.get("/redirect-to?url=" + url.replace("PORT", "" + this.wire.port()));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
		assertThat(answer.field("Location")).isNull();
		assertThat(answer.text()).doesNotContain("//evil");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/get", "get", "http://localhost:PORT/get", "/a%2520b", "https://allowed.example/x",
			"https://other.example:8443/" })
	void theWayHereAndToAllowedHostsIsOpen(String url) {
		String target = url.replace("PORT", "" + this.wire.port());
		assertThat(this.wire.get("/redirect-to?url=" + target).field("Location")).isEqualTo(target.replace("%25", "%"));
	}

	@Test
	void noMarkupOfTheCallersIsExecuted() {
		Answer answer = this.wire.get("/redirect-to?url=/%3Cscript%3Ealert(1)%3C/script%3E", "Accept: text/html");
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.field("Content-Type")).isEqualTo("application/json");
		assertThat(answer.text()).doesNotContain("<script");
	}

}
