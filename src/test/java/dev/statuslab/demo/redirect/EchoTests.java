package dev.statuslab.demo.redirect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The echo tells what has arrived. */
@LiveServer
class EchoTests {

	private final Wire wire;

	EchoTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" })
	void everyMethodIsEchoed(String method) {
		Answer answer = this.wire.exchange(method, "/demo/echo?a=1&b=%20&a=", "caf\u00e9", "X-one: 1", "X-one: 2",
				"X-odd-CASE: yes");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/json");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		JsonNode echo = answer.json();
		assertThat(echo.get("method").asString()).isEqualTo(method);
		assertThat(echo.get("url").asString())
			.isEqualTo("http://localhost:" + this.wire.port() + "/demo/echo?a=1&b=%20&a=");
		assertThat(echo.at("/fields/X-one").toString()).isEqualTo("[\"1\",\"2\"]");
		assertThat(echo.at("/fields/X-odd-CASE/0").asString()).isEqualTo("yes");
		assertThat(echo.get("body").asString()).isEqualTo("caf\u00e9");
		assertThat(echo.has("bodyEncoding")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE" })
	void aFormIsContentLikeAnyOther(String method) {
		Answer answer = this.wire.exchange(method, "/demo/echo?c=3", "b=2&a=1&b=%41",
				"Content-Type: application/x-www-form-urlencoded");
		assertThat(answer.json().get("body").asString()).isEqualTo("b=2&a=1&b=%41");
	}

	@Test
	@Verifies("rfc9110-8.6b")
	void headHasTheFieldsWithoutTheContent() {
		Answer head = this.wire.send("HEAD", "/demo/echo");
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.field("Content-Type")).isEqualTo("application/json");
		assertThat(head.content()).isEmpty();
		assertThat(head.field("Content-Length")).isEqualTo(this.wire.get("/demo/echo").field("Content-Length"));
	}

	@Test
	void withoutContentTheBodyIsEmpty() {
		assertThat(this.wire.get("/demo/echo").json().get("body").asString()).isEmpty();
	}

	@Test
	void octetsThatAreNoTextComeInBase64() {
		byte[] content = { 0, (byte) 0xC3, (byte) 0x28, (byte) 0xFF };
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("POST /demo/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n");
			connection.write(content);
			JsonNode echo = connection.read("POST").json();
			assertThat(echo.get("bodyEncoding").asString()).isEqualTo("base64");
			assertThat(Base64.getDecoder().decode(echo.get("body").asString())).isEqualTo(content);
		}
	}

	@Test
	@Verifies("rfc9112-7.1.1")
	void aChunkedMessageIsPutTogether() {
		Answer answer = this.wire
			.raw("POST /demo/echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
					+ "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
		assertThat(answer.json().get("body").asString()).isEqualTo("abcde");
	}

	@Test
	void asTextItLooksLikeOnTheWire() {
		Answer answer = this.wire.exchange("PUT", "/demo/echo?q=1", "one\ntwo", "Accept: text/plain", "X-Test: a",
				"X-Test: b");
		assertThat(answer.field("Content-Type")).isEqualTo("text/plain;charset=utf-8");
		assertThat(answer.text()).startsWith("PUT /demo/echo?q=1 HTTP/1.1\r\n")
			.contains("\r\nX-Test: a\r\nX-Test: b\r\n")
			.endsWith("\r\n\r\none\ntwo");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "image/svg+xml", "application/xhtml+xml", "text/javascript",
			"text/html,*/*;q=0.8", "application/problem+json" })
	void aCallersTextNeverBecomesAPage(String accept) {
		Answer answer = this.wire.exchange("POST", "/demo/echo?<script>alert(1)</script>", "<script>alert(1)</script>",
				"Accept: " + accept, "Content-Type: text/html");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/json");
		assertThat(answer.json().get("body").asString()).isEqualTo("<script>alert(1)</script>");
	}

	@Test
	void theLengthIsTold() {
		Answer answer = this.wire.get("/demo/echo");
		assertThat(answer.field("Content-Length"))
			.isEqualTo(String.valueOf(answer.text().getBytes(StandardCharsets.UTF_8).length));
	}

	@Test
	void optionsTellsTheMethods() {
		assertThat(this.wire.send("OPTIONS", "/demo/echo").field("Allow")).contains("PATCH").doesNotContain("TRACE");
	}

}
