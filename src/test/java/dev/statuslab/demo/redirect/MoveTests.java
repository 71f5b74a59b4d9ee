package dev.statuslab.demo.redirect;

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

/** Addresses that moved lead where something answers. */
@LiveServer
class MoveTests {

	private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

	private final Wire wire;

	MoveTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource({ "/demo/event, 301, /demo/new-event", "/demo/checkout, 307, /demo/checkout/standby",
			"/demo/v1/payments, 308, /demo/v2/payments" })
	@Verifies({ "rfc9110-15.4.2a", "rfc9110-15.4.8a", "rfc9110-15.4.9a", "rfc9110-10.2.2c" })
	void theOldAddressLeadsToOneThatAnswers(String old, int status, String location) {
		Answer answer = this.wire.get(old);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.fieldLines("Location")).containsExactly(location);
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(this.wire.get(location).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/demo/event", "/demo/today", "/demo/checkout", "/demo/v1/payments", "/demo/redirects/303" })
	@Verifies({ "rfc9110-15.4.2c", "rfc9110-15.4.4b" })
	void thePersonWhoIsNotTakenThereGetsALink(String address) {
		Answer json = this.wire.get(address);
		String location = json.field("Location");
		assertThat(json.field("Content-Type")).isEqualTo("application/json");
		assertThat(json.json().get("location").asString()).isEqualTo(location);
		assertThat(json.json().get("status").asInt()).isEqualTo(json.status());
		Answer page = this.wire.get(address, BROWSER);
		assertThat(page.field("Content-Type")).isEqualTo("text/html;charset=utf-8");
		assertThat(page.text()).contains("<a href=\"" + location + "\">");
	}

	@Test
	void headSaysTheSameWithoutTheNote() {
		Answer head = this.wire.send("HEAD", "/demo/event");
		assertThat(head.status()).isEqualTo(301);
		assertThat(head.field("Location")).isEqualTo("/demo/new-event");
		assertThat(head.content()).isEmpty();
	}

	@Test
	@Verifies("rfc9110-13.2.1c")
	void preconditionsDoNotStopARedirect() {
		assertThat(this.wire.get("/demo/event", "If-None-Match: *").status()).isEqualTo(301);
		assertThat(this.wire.get("/demo/event", "If-Match: \"other\"").status()).isEqualTo(301);
	}

	@Test
	void theNewPageHasAValidator() {
		Answer first = this.wire.get("/demo/new-event");
		assertThat(first.field("Cache-Control")).isEqualTo("no-cache");
		Answer second = this.wire.get("/demo/new-event", "If-None-Match: " + first.field("ETag"));
		assertThat(second.status()).isEqualTo(304);
		assertThat(second.field("ETag")).isEqualTo(first.field("ETag"));
		assertThat(this.wire.get("/demo/new-event", "If-None-Match: \"other\"").status()).isEqualTo(200);
		assertThat(this.wire.get("/demo/new-event", "If-Match: \"other\"").status()).isEqualTo(412);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo/checkout/standby", "/demo/v2/payments" })
	void theNewEndpointSaysWhatArrived(String address) {
		Answer answer = this.wire.json("POST", address, "{\"amount\":5}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().at("/arrived/method").asString()).isEqualTo("POST");
		assertThat(answer.json().at("/arrived/body").asString()).isEqualTo("{\"amount\":5}");
	}

	@Test
	@Verifies("rfc9112-9.3c")
	void aRedirectedRequestsContentDoesNotBecomeTheNextRequest() {
		try (Wire.Connection connection = this.wire.open()) {
			String smuggled = "GET /demo/new-event HTTP/1.1\r\nHost: localhost\r\n\r\n";
			connection.write("POST /demo/v1/payments HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
					+ smuggled.length() + "\r\n\r\n" + smuggled);
			assertThat(connection.read("POST").status()).isEqualTo(308);
			connection.write("GET /demo/echo HTTP/1.1\r\nHost: localhost\r\n\r\n");
			assertThat(connection.read("GET").json().get("url").asString()).endsWith("/demo/echo");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo/event", "/demo/today", "/demo/checkout", "/demo/v1/payments" })
	@Verifies("rfc9112-9.3c")
	void muchContentIsReadOffBeforeTheNextRequest(String address) {
		try (Wire.Connection connection = this.wire.open()) {
			String content = "GET /demo/new-event HTTP/1.1\r\n".repeat(2_000);
			connection.write("POST " + address + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + content.length()
					+ "\r\n\r\n" + content);
			assertThat(connection.read("POST").status()).isBetween(301, 308);
			connection.write("GET /demo/echo?next HTTP/1.1\r\nHost: localhost\r\n\r\n");
			assertThat(connection.read("GET").json().get("url").asString()).endsWith("/demo/echo?next");
		}
	}

	@Test
	void contentThatComesLateIsReadOffToo() throws InterruptedException {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("POST /demo/checkout HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\n");
			Thread.sleep(100);
			connection.write("a basket");
			assertThat(connection.read("POST").status()).isEqualTo(307);
			connection.write("GET /demo/new-event HTTP/1.1\r\nHost: localhost\r\n\r\n");
			assertThat(connection.read("GET").status()).isEqualTo(200);
		}
	}

}
