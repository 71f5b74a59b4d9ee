package dev.statuslab.forced.exchange;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Late, slow and broken responses, as a client sees them. */
@LiveServer
class DeliveryTests {

	private static final String END = " HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private final Wire wire;

	DeliveryTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/status/200?delay=300ms", "/200?delay=0.3s", "/200?delay=.3", "/200?sleep=300",
			"/random/200?sleep=200&delay=100ms", "/flaky/late?failures=0&delay=300ms" })
	void aResponseIsAsLateAsAsked(String target) {
		long start = System.nanoTime();
		assertThat(this.wire.get(target).status()).isEqualTo(200);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
	}

	@Test
	void theQueryWinsOverTheField() {
		long start = System.nanoTime();
		assertThat(this.wire.get("/200?sleep=1", "X-HttpStatus-Sleep: 14000").status()).isEqualTo(200);
		assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
		start = System.nanoTime();
		assertThat(this.wire.get("/200", "X-HttpStatus-Sleep: 300").status()).isEqualTo(200);
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
	}

	@Test
	void aDelayOutlivesTheIdleTimeout() {
		assertThat(this.wire.get("/200?delay=3s").status()).as("idle timeout is 2 s here").isEqualTo(200);
	}

	@Test
	void headersCanComeLongBeforeTheContent() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("GET /200" + END.replace("\r\n\r\n", "\r\nX-HttpStatus-SleepAfterHeaders: 500\r\n\r\n"));
			assertThat(connection.readHead().status()).isEqualTo(200);
			long start = System.nanoTime();
			assertThat(connection.readOctets(6)).isEqualTo("200 OK");
			assertThat(System.nanoTime() - start).isGreaterThan(250_000_000L);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "delay=31s", "sleep=30001", "sleep=999999999", "delay=20s&sleep=20000", "delay=-1s",
			"delay=abc", "delay=1h", "delay=", "delay=1e9", "delay=999999999999999", "sleep=1.5", "sleep=-1", "sleep=x",
			"fault=unknown" })
	void anImpossibleDelayIsAProblem(String query) {
		Answer answer = this.wire.get("/status/200?" + query);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
	}

	@Test
	void delaysCountTogether() {
		assertThat(this.wire.get("/200?delay=20s", "X-HttpStatus-SleepAfterHeaders: 10001").status()).isEqualTo(400);
		assertThat(this.wire.get("/200?body=" + "x".repeat(3002), "X-HttpStatus-DribbleBody: true").status())
			.isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "/status/444, false", "/444, false", "/200?fault=empty, false", "/200?fault=reset, true",
			"/200?fault=abort-before-headers, true" })
	void nothingIsAnswered(String target, boolean reset) {
		for (String method : new String[] { "GET", "HEAD", "DELETE" }) {
			assertThat(end(method + " " + target + END)).isEqualTo(new Ending("", reset));
		}
	}

	@Test
	void emptyIsOrderlyWithContentToo() {
		assertThat(end("POST /444 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc").octets()).isEmpty();
		assertThat(end("POST /200?fault=empty HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc"))
			.isEqualTo(new Ending("", false));
	}

	@Test
	void theConnectionBreaksAfterTheHeaders() {
		Ending ending = end("GET /404?fault=abort-after-headers" + END);
		assertThat(ending.octets()).startsWith("HTTP/1.1 404 Not Found\r\n")
			.contains("Content-Length: 13\r\n")
			.endsWith("\r\n\r\n");
		assertThat(ending.reset()).isTrue();
	}

	@Test
	void theConnectionBreaksAfterOneOctet() {
		Ending ending = end("GET /404?fault=abort-in-body" + END);
		assertThat(ending.octets()).contains("Content-Length: 13\r\n").endsWith("\r\n\r\n4");
		assertThat(ending.reset()).isTrue();
	}

	@Test
	void theContentIsCutInTwo() {
		Ending ending = end("GET /404?fault=truncate" + END);
		assertThat(ending.octets()).contains("Content-Length: 13\r\n").endsWith("\r\n\r\n404 No");
		assertThat(ending.reset()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "AbortBeforeHeaders, ''", "AbortAfterHeaders, '\r\n\r\n'", "AbortDuringBody, '\r\n\r\n4'" })
	void httpstatusFieldsBreakTheConnection(String field, String end) {
		String request = "GET /404 HTTP/1.1\r\nHost: localhost\r\nX-HttpStatus-" + field + ": %s\r\n\r\n";
		Ending ending = end(request.formatted("true"));
		assertThat(ending.reset()).isTrue();
		assertThat(ending.octets()).endsWith(end);
		assertThat(ending.octets()).doesNotContain("Not Found\r\n\r\n");
		assertThat(this.wire.raw(request.formatted("false")).text()).isEqualTo("404 Not Found");
		assertThat(this.wire.raw(request.formatted("maybe")).status()).isEqualTo(400);
	}

	@Test
	void contentDribbles() {
		for (String request : new String[] { "GET /404?fault=dribble" + END,
				"GET /404 HTTP/1.1\r\nHost: localhost\r\nX-HttpStatus-DribbleBody: true\r\n\r\n" }) {
			try (Wire.Connection connection = this.wire.open()) {
				connection.write(request);
				assertThat(connection.readHead().field("Content-Length")).isEqualTo("13");
				long start = System.nanoTime();
				assertThat(connection.readOctets(13)).isEqualTo("404 Not Found");
				assertThat(System.nanoTime() - start).as("12 pauses of 10 ms").isGreaterThan(80_000_000L);
				connection.write("GET /200" + END);
				assertThat(connection.read("GET").text()).as("the connection goes on").isEqualTo("200 OK");
			}
		}
	}

	@Test
	void aWholeResponseIsWhole() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("GET /404?fault=none" + END);
			assertThat(connection.read("GET").text()).isEqualTo("404 Not Found");
			connection.write("GET /404" + END);
			assertThat(connection.read("GET").text()).isEqualTo("404 Not Found");
		}
	}

	@Test
	void aFaultComesAfterItsDelay() {
		long start = System.nanoTime();
		assertThat(end("GET /200?fault=reset&delay=300ms" + END).reset()).isTrue();
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
	}

	@Test
	void contentIsTakenBeforeTheDelay() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("POST /503?delay=200ms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000\r\n\r\n"
					+ "x".repeat(20_000) + "GET /404" + END);
			assertThat(connection.read("POST").status()).isEqualTo(503);
			assertThat(connection.read("GET").status()).isEqualTo(404);
		}
	}

	@Test
	void contentThatStallsIsATimeout() {
		Answer answer = this.wire.raw("POST /200?delay=1ms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nab");
		assertThat(answer.status()).isEqualTo(408);
		assertThat(answer.field("Connection")).isEqualTo("close");
	}

	@Test
	void contentThatIsTooLargeIsRefused() {
		Answer answer = this.wire
			.raw("POST /200?delay=1ms HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + "11170\r\n"
					+ "x".repeat(70_000) + "\r\n0\r\n\r\n");
		assertThat(answer.status()).isEqualTo(413);
	}

	@Test
	@Verifies("rfc9112-9.3.2")
	void pipelinedRequestsAreAnsweredInOrder() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("GET /503?delay=300ms" + END + "GET /404?delay=50ms" + END + "GET /codes/404" + END);
			assertThat(connection.read("GET").status()).isEqualTo(503);
			assertThat(connection.read("GET").status()).isEqualTo(404);
			assertThat(connection.read("GET").status()).isEqualTo(200);
		}
	}

	private Ending end(String request) {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(request);
			return connection.drain();
		}
	}

}
