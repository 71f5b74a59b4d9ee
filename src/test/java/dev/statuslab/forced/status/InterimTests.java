package dev.statuslab.forced.status;

import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Interim responses are real ones (RFC 9110 §15.2). */
@LiveServer
class InterimTests {

	private final Wire wire;

	InterimTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(ints = { 102, 103, 104, 150, 199 })
	@Verifies({ "rfc9110-15a", "rfc9110-8.6c", "rfc9112-6.1b", "rfc9112-9.3b" })
	void anInterimResponseComesBeforeAFinal200(int code) {
		for (String target : new String[] { "/status/" + code, "/" + code }) {
			Answer answer = this.wire.get(target);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.interim()).extracting(Answer::status).containsExactly(code);
			for (String name : new String[] { "Content-Length", "Transfer-Encoding", "Connection" }) {
				assertThat(answer.interim().get(0).field(name)).as(name).isNull();
			}
			assertThat(answer.field("Statuslab")).isEqualTo("forced");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 100, 102, 103 })
	@Verifies("rfc9110-15.2a")
	void noneGoesToAnHttp10Client(int code) {
		Answer answer = this.wire
			.raw("GET /status/%d HTTP/1.0\r\nHost: localhost\r\nExpect: 100-continue\r\n\r\n".formatted(code));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.interim()).isEmpty();
	}

	@Test
	@Verifies("rfc8297-2a")
	void earlyHintsCarryALink() {
		Answer answer = this.wire.get("/status/103");
		assertThat(answer.interim().get(0).field("Link")).isEqualTo("</css/main.css>; rel=preload; as=style");
		assertThat(answer.field("Link")).isEqualTo("</css/main.css>; rel=preload; as=style");
	}

	@Test
	@Verifies("rfc8297-2b")
	void earlyHintsCarryTheCallersLinks() {
		Answer answer = this.wire
			.get("/103?header=Link:%3C/a.css%3E;rel=preload&header=Link:%3C/b.js%3E;rel=preload&header=X-More:1");
		Answer hints = answer.interim().get(0);
		assertThat(hints.fieldLines("Link")).isEqualTo(List.of("</a.css>;rel=preload", "</b.js>;rel=preload"));
		assertThat(hints.field("X-More")).isNull();
		assertThat(answer.fieldLines("Link")).isEqualTo(hints.fieldLines("Link"));
		assertThat(answer.field("X-More")).isEqualTo("1");
	}

	@Test
	@Verifies({ "resumable-upload-4.2b", "resumable-upload-interopb" })
	void anUploadsResourceIsTold() {
		for (String target : new String[] { "/status/104", "/104" }) {
			Answer announced = this.wire.get(target).interim().get(0);
			assertThat(announced.statusLine()).isEqualTo("HTTP/1.1 104 Upload Resumption Supported");
			assertThat(announced.field("Location")).isEqualTo("/anything");
			assertThat(announced.field("Upload-Draft-Interop-Version")).isEqualTo("8");
		}
	}

	@Test
	void aCallersProgressIsToldInstead() {
		Answer answer = this.wire.get("/104?header=Upload-Offset:5&header=X-More:1");
		Answer progress = answer.interim().get(0);
		assertThat(progress.fields()).containsExactly("Upload-Offset: 5");
		assertThat(answer.field("X-More")).isEqualTo("1");
	}

	@Test
	@Verifies("rfc8297-2d")
	void hintsAreFlushedAtOnce() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("GET /103?delay=1s HTTP/1.1\r\nHost: localhost\r\n\r\n");
			long start = System.nanoTime();
			assertThat(connection.readHead().status()).isEqualTo(103);
			long hints = System.nanoTime();
			assertThat(connection.read("GET").status()).isEqualTo(200);
			long end = System.nanoTime();
			assertThat(end - hints).as("the final response is late, the hints are not").isGreaterThan(hints - start);
			assertThat(end - start).isGreaterThanOrEqualTo(1_000_000_000L);
		}
	}

	@Test
	@Verifies({ "rfc9110-10.1.1a", "rfc9110-10.1.1b" })
	void continueIsSentOnlyWhereItIsExpected() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("POST /status/100 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
					+ "Expect: 100-continue\r\n\r\n");
			assertThat(connection.readHead().status()).isEqualTo(100);
			connection.write("12345GET /status/100 HTTP/1.1\r\nHost: localhost\r\n\r\n");
			assertThat(connection.read("POST").status()).isEqualTo(200);
			Answer unexpected = connection.read("GET");
			assertThat(unexpected.status()).isEqualTo(200);
			assertThat(unexpected.interim()).isEmpty();
		}
	}

	@Test
	void anotherCodeIsFinalBeforeAnyContent() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("POST /status/401 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
					+ "Expect: 100-continue\r\n\r\n");
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.interim()).isEmpty();
		}
	}

}
