package dev.statuslab.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.wire.Capture.Direction;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The client against this server. */
@LiveServer
class WireLiveTests {

	private static final WireClient CLIENT = new WireClient(Limits.DEFAULT);

	private final InetSocketAddress server;

	WireLiveTests(@Autowired Wire wire) {
		this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), wire.port());
	}

	@Test
	void anInterimResponseHasItsOwnTime() throws IOException {
		WireResponse response = get("/103?delay=500ms");
		assertThat(response.code()).isEqualTo(200);
		WireHead hints = response.interim().get(0);
		assertThat(hints.code()).isEqualTo(103);
		assertThat(hints.values("Link")).isNotEmpty();
		assertThat(response.head().at()).isGreaterThanOrEqualTo(Duration.ofMillis(500)).isGreaterThan(hints.at());
		assertThat(get("/status/200").interim()).isEmpty();
	}

	@Test
	void trailersComeAfterTheChunks() throws IOException {
		WireResponse response = get("/trailers?X-Sum=abc");
		assertThat(response.framing()).isEqualTo(Framing.CHUNKED);
		assertThat(response.trailers()).extracting(FieldLine::line).containsExactly("X-Sum: abc");
		assertThat(response.chunks()).last().isEqualTo(new Chunk(0, ""));
		assertThat(response.chunks().stream().mapToLong(Chunk::size).sum()).isEqualTo(response.content().length());
		assertThat(response.complete()).isTrue();
		assertThat(response.notes()).isEmpty();
		assertThat(get("/trailers").trailers()).isEmpty();
	}

	@Test
	void contentGoesOutAfterA100() throws IOException {
		WireExchange exchange = expecting("/status/100");
		assertThat(exchange.response().code()).isEqualTo(200);
		assertThat(exchange.response().interim()).extracting(WireHead::code).containsExactly(100);
		assertThat(exchange.capture().octets(Direction.SENT).text()).endsWith("\r\n\r\nhello");
	}

	@Test
	void contentStaysHereAfterARefusal() throws IOException {
		WireExchange exchange = expecting("/status/401");
		assertThat(exchange.response().code()).isEqualTo(401);
		assertThat(exchange.response().interim()).isEmpty();
		assertThat(exchange.response().requestSent()).isFalse();
		assertThat(exchange.capture().octets(Direction.SENT).text()).endsWith("\r\n\r\n");
	}

	@Test
	void faultsAreValues() throws IOException {
		WireResponse reset = get("/status/200?fault=reset");
		assertThat(reset.ending()).isEqualTo(Ending.RESET);
		assertThat(reset.octets()).isEqualTo(Octets.NONE);
		WireResponse empty = get("/status/200?fault=empty");
		assertThat(empty.ending()).isEqualTo(Ending.CLOSED);
		assertThat(empty.octets()).isEqualTo(Octets.NONE);
		WireResponse truncated = get("/404?fault=truncate");
		assertThat(truncated.ending()).isEqualTo(Ending.CLOSED);
		assertThat(truncated.code()).isEqualTo(404);
		assertThat(truncated.complete()).isFalse();
		assertThat(truncated.has(Note.Kind.TRUNCATED)).isTrue();
		assertThat(get("/404").complete()).isTrue();
	}

	@Test
	void pipelinedRequestsShareAConnection() throws IOException {
		try (WireConnection connection = CLIENT.connect(this.server)) {
			connection.send(WireRequest.builder("GET", "/status/404", "localhost").build());
			connection.send(WireRequest.builder("HEAD", "/status/200", "localhost").build());
			connection.send(WireRequest.builder("GET", "/410", "localhost").field("Connection", "close").build());
			assertThat(connection.receive().code()).isEqualTo(404);
			WireResponse head = connection.receive();
			assertThat(head.framing()).isEqualTo(Framing.NONE);
			assertThat(head.ending()).isEqualTo(Ending.KEPT);
			WireResponse last = connection.receive();
			assertThat(last.code()).isEqualTo(410);
			assertThat(last.content().length()).isPositive();
			assertThat(last.ending()).isEqualTo(Ending.CLOSED);
		}
	}

	private WireResponse get(String target) throws IOException {
		return CLIENT.exchange(this.server, WireRequest.builder("GET", target, "localhost").build()).response();
	}

	private WireExchange expecting(String target) throws IOException {
		return CLIENT.exchange(this.server,
				WireRequest.builder("POST", target, "localhost")
					.content(Octets.of("hello"))
					.expectContinue(Duration.ofSeconds(5))
					.build());
	}

}
