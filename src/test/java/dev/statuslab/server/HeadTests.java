package dev.statuslab.server;

import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The versions of HTTP/1, and heads that are too large. */
@LiveServer
class HeadTests {

	private static final String HOST = "Host: localhost\r\n";

	private final Wire wire;

	HeadTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1", "HTTP/1.2", "HTTP/1.9" })
	@Verifies({ "rfc9110-6.2b", "rfc9110-6.2a", "rfc9110-2.5" })
	void aLaterMinorVersionIsServedAsTheHighestThatIsSpoken(String version) {
		try (Connection connection = this.wire.open()) {
			for (String target : List.of("/codes/404", "/")) {
				connection.write("GET " + target + " " + version + "\r\n" + HOST + "\r\n");
				assertThat(connection.read("GET").statusLine()).isEqualTo("HTTP/1.1 200 OK");
			}
		}
		assertThat(this.wire.raw("GET / " + version + "\r\n\r\n").status()).as("without Host").isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/0.9", "HTTP/1.10", "HTTP/1.22", "HTTP/2.2", "HTTP/3.2", "HTTP/4.0" })
	@Verifies({ "rfc9110-6.2b", "rfc9110-15.6.6a" })
	void noOtherVersionIsServed(String version) {
		assertThat(this.wire.raw("GET /codes/404 " + version + "\r\n" + HOST + "\r\n").status()).isEqualTo(505);
	}

	@Test
	void theVersionIsFoundWhereverTheRequestLineIsParted() throws Exception {
		String line = "GET /codes/404 HTTP/1.3\r\n";
		for (int i = 1; i < line.length(); i++) {
			try (Connection connection = this.wire.open()) {
				connection.write(line.substring(0, i));
				Thread.sleep(20);
				connection.write(line.substring(i) + HOST + "\r\n");
				assertThat(connection.read("GET").status()).as("parted at %d", i).isEqualTo(200);
			}
		}
	}

	@Test
	void contentAndFieldsThatLookLikeAVersionStay() {
		String content = "GET /a HTTP/1.9\r\n\r\n HTTP/1.2";
		Answer answer = this.wire.exchange("POST", "/demo/echo", content, "Content-Type: text/plain",
				"X-Line: GET / HTTP/1.7");
		assertThat(answer.json().get("body").asString()).isEqualTo(content);
		assertThat(answer.text()).contains("GET / HTTP/1.7");
	}

	@Test
	@Verifies({ "rfc9110-5.4a", "rfc6585-5a", "rfc6585-5c", "rfc9110-5.4b" })
	void aFieldThatIsTooLargeIsNamed() {
		Answer answer = this.wire
			.raw("GET / HTTP/1.1\r\n" + HOST + "X-Small: a\r\nX-Large: secret" + "x".repeat(30_000) + "\r\n\r\n");
		assertThat(answer.status()).isEqualTo(431);
		assertThat(answer.field("Connection")).isEqualTo("close");
		assertThat(answer.json().get("field").asString()).isEqualTo("X-Large");
		assertThat(answer.json().get("limit").asInt()).isEqualTo(24 * 1024);
		assertThat(answer.text()).doesNotContain("secret", "xxx");
	}

	@Test
	void itIsNamedEvenIfOthersComeAfterIt() {
		Answer answer = this.wire.raw("GET / HTTP/1.1\r\n" + HOST + "X-Large: " + "x".repeat(20_000) + "\r\n"
				+ "X-Small: a\r\n".repeat(1000) + "\r\n");
		assertThat(answer.status()).isEqualTo(431);
		assertThat(answer.json().get("field").asString()).isEqualTo("X-Large");
	}

	@Test
	void itsNameMayComeInParts() throws Exception {
		try (Connection connection = this.wire.open()) {
			for (String part : List.of("GET / HTTP/1.1\r\n" + HOST + "X-La", "rge: ", "x".repeat(30_000))) {
				connection.write(part);
				Thread.sleep(50);
			}
			assertThat(connection.read("GET").json().get("field").asString()).isEqualTo("X-Large");
		}
	}

	@Test
	@Verifies("rfc6585-5c")
	void noFieldIsNamedForTheSumOfAll() {
		for (String fields : List.of("X-Small: a\r\n".repeat(3000), ("X-Some: " + "x".repeat(9_000) + "\r\n").repeat(3),
				"X".repeat(30_000) + ": a\r\n")) {
			Answer answer = this.wire.raw("GET / HTTP/1.1\r\n" + HOST + fields + "\r\n");
			assertThat(answer.status()).isEqualTo(431);
			assertThat(answer.json().has("field")).isFalse();
		}
	}

	@Test
	void aLargeFieldOfTheRequestBeforeIsForgotten() throws Exception {
		try (Connection connection = this.wire.open()) {
			connection.write("GET /codes/404 HTTP/1.1\r\n" + HOST + "X-Before: " + "x".repeat(15_000));
			Thread.sleep(50);
			connection.write("\r\n\r\n");
			assertThat(connection.read("GET").status()).isEqualTo(200);
			connection.write("GET /codes/404 HTTP/1.1\r\n" + HOST + "X-Small: a\r\n".repeat(3000) + "\r\n");
			Answer answer = connection.read("GET");
			assertThat(answer.status()).isEqualTo(431);
			assertThat(answer.json().has("field")).isFalse();
		}
	}

}
