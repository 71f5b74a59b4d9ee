package dev.statuslab.server;

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

/** What {@code Expect} means, and where it means nothing (RFC 9110 §10.1.1). */
@LiveServer
class ExpectationTests {

	private static final String HOST = "Host: localhost\r\n";

	private static final String EXPECT = "Expect: 100-continue\r\n";

	private final Wire wire;

	ExpectationTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource({ "GET, /codes/404, 200", "GET, /codes/299, 404", "DELETE, /codes/404, 405",
			"GET, /demo/echo/socket, 426" })
	@Verifies({ "rfc9110-10.1.1e", "rfc9110-10.1.1l" })
	void withoutContentNothingIsExpectedAndTheConnectionStays(String method, String target, int status) {
		try (Connection connection = this.wire.open()) {
			for (String length : new String[] { "", "Content-Length: 0\r\n" }) {
				connection.write(method + " " + target + " HTTP/1.1\r\n" + HOST + EXPECT + length + "\r\n");
				Answer answer = connection.read(method);
				assertThat(answer.status()).isEqualTo(status);
				assertThat(answer.interim()).isEmpty();
				assertThat(String.valueOf(answer.field("Connection"))).doesNotContain("close");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 3", "Transfer-Encoding: chunked" })
	@Verifies({ "rfc9112-9.3a", "rfc9110-10.1.1f" })
	void contentThatIsHeldBackEndsTheConnection(String framing) {
		try (Connection connection = this.wire.open()) {
			connection.write("POST /codes/404 HTTP/1.1\r\n" + HOST + EXPECT + framing + "\r\n\r\n");
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(405);
			assertThat(answer.interim()).isEmpty();
			assertThat(answer.field("Connection")).isEqualTo("close");
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	@Test
	void whatArrivedIsSeenAllTheSame() {
		for (String version : new String[] { "1.0", "1.1" }) {
			Answer answer = this.wire.raw("GET /demo/echo HTTP/" + version + "\r\n" + HOST + EXPECT + "\r\n");
			assertThat(answer.text()).containsIgnoringCase("expect").contains("100-continue");
		}
		assertThat(this.wire.raw("GET /demo/echo HTTP/1.1\r\n" + HOST + "\r\n").text())
			.doesNotContainIgnoringCase("expect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Expect: a-miracle\r\n", "Expect: 100-continue, a-miracle\r\n",
			"Expect: 100-continue\r\nExpect: a-miracle\r\n" })
	@Verifies({ "rfc9110-10.1.1c", "rfc9110-10.1.1k" })
	void aMiracleIsNotMetEvenWithoutContent(String expect) {
		assertThat(this.wire.raw("GET /codes/404 HTTP/1.1\r\n" + HOST + expect + "\r\n").status()).isEqualTo(417);
		assertThat(this.wire.raw("GET /codes/404 HTTP/1.0\r\n" + HOST + expect + "\r\n").status())
			.as("HTTP/1.0 knows no expectations")
			.isEqualTo(200);
	}

	@Test
	@Verifies("rfc9110-7.8d")
	void switchingProtocolsComesAfterContinue() {
		String head = "GET /demo/echo/socket HTTP/1.1\r\n" + HOST + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
				+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
		Answer expected = this.wire.raw(head + EXPECT + "\r\n");
		assertThat(expected.status()).isEqualTo(101);
		assertThat(expected.interim()).extracting(Answer::statusLine).containsExactly("HTTP/1.1 100 Continue");
		assertThat(expected.fieldLines("Connection")).containsExactly("Upgrade");
		Answer unexpected = this.wire.raw(head + "\r\n");
		assertThat(unexpected.status()).isEqualTo(101);
		assertThat(unexpected.interim()).isEmpty();
	}

	@Test
	void switchingToHttp2ComesAfterContinueToo() {
		String head = "GET /codes/404 HTTP/1.1\r\n" + HOST + "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n"
				+ "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n";
		Answer expected = this.wire.raw(head + EXPECT + "\r\n");
		assertThat(expected.status()).isEqualTo(101);
		assertThat(expected.interim()).extracting(Answer::status).containsExactly(100);
		assertThat(this.wire.raw(head + "\r\n").interim()).isEmpty();
	}

}
