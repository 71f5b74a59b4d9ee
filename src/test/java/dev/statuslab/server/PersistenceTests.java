package dev.statuslab.server;

import java.io.IOException;
import java.io.OutputStream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** Who keeps a connection, who closes it, and who says so (RFC 9112 §9.3, §9.6). */
@LiveServer
@Import(PersistenceTests.Endless.class)
class PersistenceTests {

	private static final String KEEP = "Connection: keep-alive\r\n";

	private final Wire wire;

	PersistenceTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/codes/404", "/codes/299", "/status/304", "/status/204", "/demo/nothing" })
	@Verifies("rfc9112-9.6a")
	void anHttp10ClientIsToldThatTheConnectionCloses(String target) {
		try (Connection connection = this.wire.open()) {
			connection.write("GET " + target + " HTTP/1.0\r\n\r\n");
			assertThat(connection.read("GET").fieldLines("Connection")).containsExactly("close");
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/codes/404", "/codes/299", "/status/304", "/status/204" })
	void anHttp10ClientMayKeepTheConnection(String target) {
		try (Connection connection = this.wire.open()) {
			for (int i = 0; i < 2; i++) {
				connection.write("GET " + target + " HTTP/1.0\r\n" + KEEP + "\r\n");
				assertThat(connection.read("GET").fieldLines("Connection")).containsExactly("keep-alive");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "keep-alive, close", "close", "Close, Keep-Alive" })
	@Verifies("rfc9112-9.6b")
	void closeIsTheStrongerOption(String options) {
		for (String version : new String[] { "1.0", "1.1" }) {
			try (Connection connection = this.wire.open()) {
				String request = "GET /codes/404 HTTP/" + version + "\r\nHost: localhost\r\nConnection: " + options
						+ "\r\n\r\n";
				connection.write(request + request);
				assertThat(connection.read("GET").fieldLines("Connection")).containsExactly("close");
				assertThat(connection.closedByServer()).as("the second request is not answered").isTrue();
			}
		}
	}

	@Test
	@Verifies("rfc9112-6.1a")
	void contentOfUnknownLengthEndsAnHttp10Connection() {
		try (Connection connection = this.wire.open()) {
			connection.write("GET /test/endless HTTP/1.0\r\n" + KEEP + "\r\n");
			Answer answer = connection.read("GET");
			assertThat(answer.field("Transfer-Encoding")).isNull();
			assertThat(answer.field("Content-Length")).isNull();
			assertThat(answer.fieldLines("Connection")).containsExactly("close");
			assertThat(answer.text()).isEqualTo("some more");
		}
	}

	@Test
	@Verifies("rfc9112-6.3a")
	void contentOfUnknownLengthIsChunkedForHttp11() {
		try (Connection connection = this.wire.open()) {
			connection.write("GET /test/endless HTTP/1.1\r\nHost: localhost\r\n\r\n");
			Answer answer = connection.read("GET");
			assertThat(answer.field("Transfer-Encoding")).isEqualTo("chunked");
			assertThat(answer.field("Connection")).isNull();
			assertThat(answer.text()).isEqualTo("some more");
			connection.write("GET /codes/404 HTTP/1.1\r\nHost: localhost\r\n\r\n");
			assertThat(connection.read("GET").status()).isEqualTo(200);
		}
	}

	@Test
	void otherConnectionOptionsStay() {
		Answer answer = this.wire.raw("GET /demo/echo/socket HTTP/1.0\r\n\r\n");
		assertThat(answer.status()).isEqualTo(426);
		assertThat(answer.fieldLines("Connection")).containsExactly("Upgrade, close");
	}

	@Test
	@Verifies("rfc9112-9.3.2")
	void pipelinedRequestsAreAnsweredInTheirOrder() {
		try (Connection connection = this.wire.open()) {
			String get = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n";
			connection.write(get.formatted("/status/201?delay=500ms") + get.formatted("/codes/404")
					+ get.formatted("/status/202"));
			assertThat(connection.read("GET").status()).isEqualTo(201);
			assertThat(connection.read("GET").status()).isEqualTo(200);
			assertThat(connection.read("GET").status()).isEqualTo(202);
		}
	}

	/** Does not know how long its content becomes. */
	@RestController
	static class Endless {

		@GetMapping("/test/endless")
		void endless(HttpServletResponse response) throws IOException {
			OutputStream out = response.getOutputStream();
			out.write("some ".getBytes());
			response.flushBuffer();
			out.write("more".getBytes());
		}

	}

}
