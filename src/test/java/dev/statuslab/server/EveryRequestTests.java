package dev.statuslab.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

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

import static org.assertj.core.api.Assertions.assertThat;

/** How RFC 9110 and RFC 9112 want any request to be taken, whatever it asks for. */
@LiveServer
class EveryRequestTests {

	private static final String HOST = "Host: localhost\r\n";

	private static final String VALID = "{\"title\":\"t\",\"content\":\"c\"}";

	private final Wire wire;

	private final String key = UUID.randomUUID().toString();

	EveryRequestTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo/slow-report?parts=20", "/drip?duration=0.2&numbytes=4", "/trailers?X-Sum=1",
			"/v3/api-docs", "/recipes", "/demo/echo" })
	@Verifies({ "rfc9112-6.1a", "rfc9110-6.2a" })
	void anHttp10ClientGetsNoTransferCoding(String target) {
		try (Connection connection = this.wire.open()) {
			connection.write("GET " + target + " HTTP/1.0\r\n\r\n");
			Answer answer = connection.readHead();
			assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 200 OK");
			assertThat(answer.field("Transfer-Encoding")).isNull();
			String content = connection.drain().octets();
			assertThat(content).as("no chunk sizes").doesNotMatch("(?s)[0-9a-fA-F]+\r\n.*").isNotEmpty();
		}
	}

	@Test
	@Verifies("rfc9112-9.6b")
	void afterCloseNothingMoreIsProcessed() {
		String location = create();
		String delete = "DELETE " + location + " HTTP/1.1\r\n" + HOST + "If-Match: *\r\n\r\n";
		try (Connection connection = this.wire.open()) {
			connection.write("GET /ip HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n" + delete);
			String octets = connection.drain().octets();
			assertThat(octets.split("HTTP/1\\.1 ", -1)).hasSize(2);
			assertThat(octets).startsWith("HTTP/1.1 200 OK\r\n").contains("\r\nConnection: close\r\n");
		}
		assertThat(this.wire.get(location).status()).isEqualTo(200);
		assertThat(this.wire.raw(delete).status()).as("it would have worked").isEqualTo(204);
	}

	@Test
	@Verifies("rfc9110-5.3b")
	void nothingIsDoneBeforeTheLastField() throws InterruptedException {
		String location = create();
		String tag = this.wire.get(location).field("ETag");
		for (String condition : List.of("If-Match: \"stale\"\r\n", "If-Match: " + tag + "\r\n")) {
			try (Connection connection = this.wire.open()) {
				connection.write("PUT " + location + " HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n"
						+ "Content-Length: " + VALID.length() + "\r\n");
				Thread.sleep(200);
				connection.write(condition);
				assertThat(this.wire.get(location).field("ETag")).isEqualTo(tag);
				connection.write("\r\n" + VALID);
				assertThat(connection.read("PUT").status()).isEqualTo(condition.contains("stale") ? 412 : 204);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET, /codes/404, 200", "GET, /nowhere, 404", "GET, /demo/event, 301", "GET, /demo/access, 401",
			"DELETE, /codes/404, 405", "POST, /demo/documents, 415", "GET, /demo/media/numbers.txt, 200",
			"GET, /demo/gateway/healthy, 200" })
	@Verifies("rfc9110-5.1")
	void anUnknownFieldChangesNothing(String method, String target, int status) {
		assertThat(this.wire.exchange(method, target, "POST".equals(method) ? "x" : null).status()).isEqualTo(status);
		assertThat(this.wire
			.exchange(method, target, "POST".equals(method) ? "x" : null, "X-Foo: bar", "Unheard-Of:", "If-Bored: *")
			.status()).isEqualTo(status);
	}

	@Test
	@Verifies("rfc9110-9.2.1")
	void whatIsSafeChangesNothing() {
		String document = create();
		this.wire.json("POST", "/demo/meter/" + this.key + "/payments", "{\"units\":3}");
		this.wire.json("POST", "/demo/maintenance/" + this.key, "{\"seconds\":60}");
		List<String> addresses = List.of(document, "/demo/documents", "/demo/meter/" + this.key,
				"/demo/meter/" + this.key + "/payments", "/demo/meter/" + this.key + "/reports",
				"/demo/maintenance/" + this.key, "/demo/orders", "/demo/jobs", "/demo/transfers/" + this.key,
				"/demo/pool/" + this.key, "/demo/guestbook");
		Map<String, String> before = state(document);
		for (String address : addresses) {
			for (String method : List.of("GET", "HEAD", "OPTIONS", "TRACE")) {
				this.wire.send(method, address + "?_method=DELETE", "X-HTTP-Method-Override: DELETE", "If-Match: *");
			}
		}
		assertThat(state(document)).isEqualTo(before);
		this.wire.send("DELETE", document, "If-Match: *");
		this.wire.send("POST", "/demo/meter/" + this.key + "/reports");
		assertThat(state(document)).as("what is unsafe does").isNotEqualTo(before);
	}

	/** What the addresses show to those who read them. */
	private Map<String, String> state(String document) {
		Map<String, String> state = new TreeMap<>();
		for (String address : List.of(document, "/demo/documents", "/demo/meter/" + this.key,
				"/demo/maintenance/" + this.key)) {
			Answer answer = this.wire.get(address);
			state.put(address, answer.status() + " " + answer.field("ETag") + " " + answer.text());
		}
		return state;
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"title\":\"another\"}", "x", "" })
	@Verifies("rfc9110-9.3.1")
	void contentOfARequestToReadOrDeleteMeansNothing(String content) {
		String location = create();
		String type = "Content-Type: application/json";
		Answer plain = this.wire.get(location);
		assertThat(this.wire.exchange("GET", location, content, type).content()).isEqualTo(plain.content());
		assertThat(this.wire.exchange("HEAD", location, content, type).field("ETag")).isEqualTo(plain.field("ETag"));
		assertThat(this.wire.exchange("DELETE", location, content, type).status()).isEqualTo(428);
		assertThat(this.wire.exchange("DELETE", location, content, type, "If-Match: *").status()).isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/redirect-to?url=/get%0d%0aX-Injected:1",
			"/status/302?header=Location:/a%0d%0aX-Injected:1", "/response-headers?X-A=b%0d%0aX-Injected:1",
			"/response-headers?X-A=b%0dX-Injected:1", "/trailers?X-A=b%0d%0aX-Injected:1",
			"/cookies/set?a=b%0d%0aX-Injected:1", "/etag/a%0d%0aX-Injected:1",
			"/103?header=Link:%3C/a%3E%0d%0aX-Injected:1", "/429?retry-after=1%0d%0aX-Injected:1",
			"/basic-auth/u%0d%0aX-Injected:1/p", "/digest-auth/auth/u%0d%0aX-Injected:1/p",
			"/demo/library/pamphlet?from=XA%0d%0aX-Injected:1", "/demo/redirects/302?location=a%0d%0aX-Injected:1",
			"/demo/documents/a%0d%0aX-Injected:1", "/demo/gateway/echo?a=%0d%0aX-Injected:1",
			"/codes?q=a%0d%0aX-Injected:1", "/demo/meter/a%0d%0aX-Injected:1", "/demo/today?a=%0d%0aX-Injected:1" })
	@Verifies("rfc9112-2.2a")
	void noFieldLineIsTheCallers(String target) {
		try (Connection connection = this.wire.open()) {
			connection.write("GET " + target + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
			String octets = connection.drain().octets();
			String head = octets.substring(0, octets.indexOf("\r\n\r\n"));
			assertThat(head).startsWith("HTTP/1.1 ");
			List<String> lines = new ArrayList<>(List.of(head.split("\r\n")));
			assertThat(lines).noneMatch((line) -> line.contains("\r") || line.contains("\n") || line.contains("\u0000"))
				.noneMatch((line) -> line.startsWith("X-Injected"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/redirect-to?url=http://user@localhost:PORT/get",
			"/redirect-to?url=http://user:password@localhost:PORT/get",
			"/status/302?header=Location:http://user@localhost:PORT/get",
			"/103?header=Link:%3Chttp://user@localhost:PORT/a%3E;rel=preload", "http://user@localhost:PORT/get",
			"http://user@localhost:PORT/demo/redirects/302?location=absolute" })
	@Verifies({ "rfc9110-4.2.4a", "rfc9110-4.2.4b" })
	void userinfoInAReferenceIsAnError(String reference) {
		String target = reference.replace("PORT", String.valueOf(this.wire.port()));
		Answer answer = this.wire.get(target);
		assertThat(answer.status()).as(answer.toString()).isIn(400, 403);
		assertThat(answer.field("Location")).isNull();
		assertThat(this.wire.get(target.replaceAll("user[^@]*@", "")).status()).isIn(200, 302);
	}

	@Test
	@Verifies("rfc9110-10.2.2a")
	void whatIsNotAsciiIsPercentEncodedInALocation() {
		assertThat(this.wire.get("/redirect-to?url=/caf%C3%A9").field("Location")).isEqualTo("/caf%C3%A9");
		assertThat(this.wire.get("/302?header=Location:/a%20%22b").field("Location")).isEqualTo("/a%20%22b");
	}

	private String create() {
		return this.wire.json("POST", "/demo/documents", VALID).field("Location");
	}

}
