package dev.statuslab.demo.protocol;

import java.util.List;
import java.util.stream.Stream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
class SlowTests {

	private static final String PAGE = "/demo/pages/slow";

	private static final String LINK = "</statuslab.css>; rel=preload; as=style";

	private final Wire wire;

	SlowTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies({ "rfc2518-10.1b", "rfc9110-15.2b" })
	void aSlowReportGivesASignOfLife() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("GET /demo/slow-report?parts=4 HTTP/1.1\r\nHost: localhost\r\n\r\n");
			Answer interim = connection.readHead();
			assertThat(interim.statusLine()).isEqualTo("HTTP/1.1 102 Processing");
			assertThat(interim.fields()).isEmpty();
			Answer answer = connection.read("GET");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.json().get("parts").asInt()).isEqualTo(4);
			assertThat(answer.json().at("/chapters/0/number").asInt()).isEqualTo(3711);
			assertThat(answer.json().at("/chapters/3/last").asInt()).isEqualTo(20_000);
			connection.write("GET /demo/slow-report?parts=1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
			assertThat(connection.read("GET").status()).as("the connection is in order").isEqualTo(200);
		}
	}

	@Test
	@Verifies("rfc2518-10.1a")
	void aFastReportGivesNone() {
		Answer answer = this.wire.get("/demo/slow-report?parts=1");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.interim()).isEmpty();
	}

	@Test
	@Verifies("rfc2518-10.1c")
	void nothingIsProcessedBeforeTheRequestIsComplete() throws InterruptedException {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("GET /demo/slow-report?parts=1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\n");
			Thread.sleep(1200);
			connection.write("x");
			Answer answer = connection.read("GET");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.interim()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo/slow-report?parts=4", "/demo/pages/slow?hints=true" })
	@Verifies("rfc9110-15.2a")
	void noInterimResponseGoesToHttp10(String target) {
		Answer answer = this.wire.raw("GET " + target + " HTTP/1.0\r\nSec-Fetch-Mode: navigate\r\n\r\n");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.interim()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "21" })
	void aReportHasABoundedNumberOfParts(String parts) {
		assertThat(this.wire.get("/demo/slow-report?parts=" + parts).status()).isEqualTo(422);
		assertThat(this.wire.get("/demo/slow-report?parts=" + parts + "x").status()).isEqualTo(400);
	}

	@Test
	void whoLeavesMakesRoom() throws InterruptedException {
		List<Wire.Connection> waiting = Stream.generate(this.wire::open).limit(100).toList();
		for (Wire.Connection connection : waiting) {
			connection.write("GET /demo/slow-report?parts=20 HTTP/1.1\r\nHost: localhost\r\n\r\n");
		}
		// a sign of life from each tells that all have their places
		waiting.forEach((connection) -> assertThat(connection.readHead().status()).isEqualTo(102));
		Answer refused = this.wire.get("/demo/slow-report?parts=1");
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.field("Retry-After")).isEqualTo("8");
		waiting.forEach(Wire.Connection::close);
		int status = 503;
		for (int i = 0; status == 503 && i < 20; i++) {
			Thread.sleep(100);
			status = this.wire.get("/demo/slow-report?parts=1").status();
		}
		assertThat(status).isEqualTo(200);
	}

	@Test
	@Verifies({ "rfc8297-2a", "rfc8297-2d" })
	void hintsComeWellBeforeThePage() {
		try (Wire.Connection connection = this.wire.open()) {
			long start = System.nanoTime();
			connection.write("GET " + PAGE + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Mode: navigate\r\n\r\n");
			Answer hints = connection.readHead();
			long hinted = System.nanoTime();
			assertThat(hints.statusLine()).isEqualTo("HTTP/1.1 103 Early Hints");
			assertThat(hints.fields()).containsExactly("Link: " + LINK);
			Answer answer = connection.read("GET");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.fieldLines("Link")).containsExactly(LINK);
			assertThat(System.nanoTime() - hinted).isGreaterThan(hinted - start);
			assertThat(answer.text()).contains("href=\"/statuslab.css\"");
		}
		assertThat(this.wire.get("/statuslab.css").status()).as("what is hinted at exists").isEqualTo(200);
	}

	@Test
	@Verifies("rfc8297-3")
	void hintsGoOnlyToWhoAsksForThem() {
		assertThat(this.wire.get(PAGE + "?hints=true").interim()).extracting(Answer::status).containsExactly(103);
		for (Answer without : List.of(this.wire.get(PAGE), this.wire.get(PAGE, "Sec-Fetch-Mode: cors"),
				this.wire.get(PAGE + "?hints=false", "Sec-Fetch-Mode: navigate"))) {
			assertThat(without.status()).isEqualTo(200);
			assertThat(without.interim()).isEmpty();
			assertThat(without.field("Link")).isEqualTo(LINK);
		}
	}

	@Test
	void theFinalResponseComesOverHttp2Too() throws Exception {
		HttpClient client = new HttpClient(new HttpClientTransportOverHTTP2(new HTTP2Client()));
		client.start();
		try {
			for (String target : new String[] { "/demo/slow-report?parts=4", PAGE + "?hints=true" }) {
				ContentResponse answer = client.GET("http://127.0.0.1:" + this.wire.port() + target);
				assertThat(answer.getStatus()).isEqualTo(200);
			}
		}
		finally {
			client.stop();
		}
	}

}
