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

/** Where content begins and ends (RFC 9112 §6, §7). */
@LiveServer
class FramingTests {

	private static final String ECHO = "POST /demo/echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";

	private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

	private static final String NEXT = "GET /codes/404 HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private final Wire wire;

	FramingTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "2\r\nab\r\n0\r\n\r\n", "000002\r\nab\r\n0\r\n\r\n", "1\r\na\r\n1\r\nb\r\n0\r\n\r\n",
			"2;x=y;z=\"q;\\\"\"\r\nab\r\n0;end\r\n\r\n", "2\r\nab\r\n0\r\nX-Trailer: c\r\n\r\n" })
	@Verifies("rfc9112-7.1.1")
	void chunksAreReadAndTheConnectionStays(String chunks) {
		try (Connection connection = this.wire.open()) {
			connection.write(ECHO + CHUNKED + "\r\n" + chunks + NEXT);
			assertThat(connection.read("POST").json().get("body").asString()).isEqualTo("ab");
			assertThat(connection.read("GET").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "zz\r\nab\r\n0\r\n\r\n", "-1\r\nab\r\n0\r\n\r\n", "0x2\r\nab\r\n0\r\n\r\n",
			"2\r\nabc\r\n0\r\n\r\n", "2\r\nab0\r\n\r\n", "2;x=\ry\r\nab\r\n0\r\n\r\n",
			"FFFFFFFFFFFFFFFFF\r\nab\r\n0\r\n\r\n", "10000000000000002\r\nab\r\n0\r\n\r\n",
			"2\r\nab\r\n0\r\nX-Trailer : c\r\n\r\n" })
	@Verifies("rfc9112-7.1")
	void brokenChunksAreABadRequest(String chunks) {
		for (String method : new String[] { "GET", "POST" }) {
			try (Connection connection = this.wire.open()) {
				connection.write(ECHO.replace("POST", method) + CHUNKED + "\r\n" + chunks + NEXT);
				Answer answer = connection.read(method);
				assertThat(answer.status()).isEqualTo(400);
				assertThat(answer.field("Connection")).isEqualTo("close");
				assertThat(connection.closedByServer()).isTrue();
			}
		}
	}

	@Test
	@Verifies("rfc9112-9.3a")
	void whatFollowsBrokenChunksThatNobodyReadIsNotARequest() {
		try (Connection connection = this.wire.open()) {
			connection.write("GET /codes/404 HTTP/1.1\r\nHost: localhost\r\n" + CHUNKED + "\r\nzz\r\n" + NEXT);
			assertThat(connection.read("GET").status()).isEqualTo(200);
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "chunked|200", "CHUNKED|200", "', chunked,'|200", "'gzip, chunked'|501",
					"'identity, chunked'|501", "identity|400", "gzip|400", "'chunked, chunked'|400",
					"'chunked, gzip'|400", "chunked;q=1|400", "\"chunked\"|400", "xchunked|400", "''|400" })
	@Verifies({ "rfc9112-6.3c", "rfc9112-6.1f" })
	void onlyChunkedIsATransferCoding(String codings, int status) {
		Answer answer = this.wire.raw(ECHO + "Transfer-Encoding: " + codings + "\r\n\r\n2\r\nab\r\n0\r\n\r\n");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(String.valueOf(answer.field("Connection"))).isEqualTo((status == 200) ? "null" : "close");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { CHUNKED + CHUNKED, "Content-Length: 2\r\nContent-Length: 2\r\n", "Content-Length: 2, 2\r\n",
					"Content-Length:\r\n", "Content-Length: 2\r\n" + CHUNKED, CHUNKED + "Content-Length: 2\r\n" })
	@Verifies({ "rfc9112-6.3d", "rfc9112-6.1e" })
	void framingThatIsToldTwiceIsABadRequest(String framing) {
		try (Connection connection = this.wire.open()) {
			connection.write(ECHO + framing + "\r\n2\r\nab\r\n0\r\n\r\n" + NEXT);
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.field("Connection")).isEqualTo("close");
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Connection: keep-alive\r\n", "Connection: keep-alive\r\nContent-Length: 2\r\n" })
	void aTransferCodingInHttp10IsFaultyFraming(String fields) {
		String head = ECHO.replace("HTTP/1.1", "HTTP/1.0") + fields;
		try (Connection connection = this.wire.open()) {
			connection.write(head + CHUNKED + "\r\n2\r\nab\r\n0\r\n\r\n" + NEXT);
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.field("Connection")).isEqualTo("close");
			assertThat(connection.closedByServer()).isTrue();
		}
		assertThat(this.wire.raw(head + "\r\nab").status()).as("without it").isEqualTo(200);
	}

	@Test
	@Verifies("rfc9112-6.3g")
	void withoutFramingThereIsNoContent() {
		try (Connection connection = this.wire.open()) {
			connection.write(ECHO + "\r\n" + NEXT);
			assertThat(connection.read("POST").json().get("body").asString("")).isEmpty();
			assertThat(connection.read("GET").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /codes/404 HTTP/1.1\nHost: localhost\n\n",
			"GET /codes/404 HTTP/1.1\r\nHost: localhost\nA: b\r\n\n" })
	void aLoneLineFeedEndsALine(String head) {
		assertThat(this.wire.raw(head).status()).isEqualTo(200);
		assertThat(this.wire.raw(head.replace("\n", "\r") + "\r\n\r\n").status()).as("a lone CR does not")
			.isEqualTo(400);
	}

	@Test
	@Verifies("rfc9112-3.2.2a")
	void theAuthorityOfTheTargetIsTheOneThatCounts() {
		Answer answer = this.wire.raw("GET http://example.org/demo/echo HTTP/1.1\r\nHost: other.example\r\n\r\n");
		assertThat(answer.json().get("url").asString()).isEqualTo("http://example.org/demo/echo");
		assertThat(this.wire.raw("GET /demo/echo HTTP/1.1\r\nHost: other.example\r\n\r\n").json().get("url").asString())
			.isEqualTo("http://other.example/demo/echo");
	}

}
