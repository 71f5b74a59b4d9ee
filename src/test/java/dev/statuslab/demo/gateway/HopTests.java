package dev.statuslab.demo.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import dev.statuslab.http.ProblemException;
import dev.statuslab.store.CaffeineStores;
import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The hop, and the cache before it, by an upstream server that a test has written. */
class HopTests {

	private static final String OK = "HTTP/1.1 200 OK\r\n";

	private Instant now = Instant.now();

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: twelve", "Content-Length: -1", "Content-Length: +3",
			"Content-Length: 3, 4", "Content-Length: 3\r\nContent-Length: 4", "Content-Length: 4\r\nContent-Length: 3",
			"Content-Length:", "Content-Length: 3, 3", "Content-Length: 3\r\nContent-Length: 3",
			"Content-Length: 3\r\nTransfer-Encoding: chunked" })
	@Verifies("rfc9112-6.3h")
	void aLengthThatIsNoneIsABadGatewayAndEndsTheConnection(String framing) throws Exception {
		try (ScriptedUpstream upstream = new ScriptedUpstream(OK + framing + "\r\n\r\nabc")) {
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> new Hop(upstream).forward(request()).join())
				.withCauseInstanceOf(ProblemException.class)
				.satisfies((failure) -> {
					ProblemException problem = (ProblemException) failure.getCause();
					assertThat(problem.problem().status()).isEqualTo(502);
					assertThat(problem.problem().members()).containsEntry("error", "http_protocol_error");
				});
			assertThat(upstream.left.get(2, TimeUnit.SECONDS)).as("the gateway has closed the connection").isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Content-Length: 3", "Content-Length: 003", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0" })
	@Verifies("rfc9112-6.3h")
	void aLengthGoesThrough(String framing) throws IOException {
		String content = framing.startsWith("Transfer") ? "\r\n\r\n" : "\r\n\r\nabc";
		try (ScriptedUpstream upstream = new ScriptedUpstream(OK + framing + content)) {
			assertThat(new Hop(upstream).forward(request()).join().content()).asString().isEqualTo("abc");
		}
	}

	@Test
	@Verifies("rfc8470-5.1d")
	void aRefusalOfEarlyDataGoesOnToTheClient() throws IOException {
		try (ScriptedUpstream upstream = new ScriptedUpstream("HTTP/1.1 425 Too Early\r\nContent-Length: 0\r\n\r\n")) {
			UpstreamResponse response = new Hop(upstream).forward(request("Early-Data", "1")).join();
			assertThat(response.status()).isEqualTo(425);
			assertThat(upstream.head.join()).contains("\r\nEarly-Data: 1\r\n");
		}
	}

	@ParameterizedTest
	@CsvSource({ "REFUSED, 502", "SILENT, 504" })
	@Verifies("rfc9111-5.2.2.2")
	void whatIsStaleIsNeverTheAnswerThoughTheUpstreamServerIsAway(Behaviour away, int status) throws IOException {
		ResponseCache cache = new ResponseCache(new CaffeineStores(10, Duration.ofHours(1)), () -> this.now);
		try (ScriptedUpstream upstream = new ScriptedUpstream(
				OK + "Cache-Control: max-age=10, must-revalidate\r\nContent-Length: 3\r\n\r\nabc")) {
			assertThat(read(cache, upstream).getBody()).asString().isEqualTo("abc");
		}
		Upstream gone = new Upstream();
		gone.start();
		Upstream unreachable = new Upstream() {

			@Override
			synchronized URI address(Behaviour behaviour) {
				return gone.address(away);
			}

		};
		this.now = this.now.plusMillis(9_000);
		assertThat(read(cache, unreachable).getBody()).as("still fresh").asString().isEqualTo("abc");
		this.now = this.now.plusMillis(1_000);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> read(cache, unreachable))
			.satisfies((failure) -> assertThat(((ProblemException) failure.getCause()).problem().status())
				.isEqualTo(status));
		gone.stop();
	}

	private static ResponseEntity<byte[]> read(ResponseCache cache, Upstream upstream) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/demo/gateway/healthy");
		request.setQueryString("timeout=300");
		return new GatewayController(cache, new Hop(upstream)).read("healthy", request, new MockHttpServletResponse())
			.join();
	}

	private static GatewayRequest request() {
		return request("X-None", "1");
	}

	private static GatewayRequest request(String name, String value) {
		return new GatewayRequest("GET", "/target", Behaviour.HEALTHY, Duration.ofSeconds(2),
				new ForwardedFields(Map.of(name, List.of(value))), new byte[0]);
	}

	/**
	 * Answers one request as it was told to, and keeps its end of the connection open.
	 */
	private static final class ScriptedUpstream extends Upstream implements AutoCloseable {

		private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

		private final CompletableFuture<String> head = new CompletableFuture<>();

		private final CompletableFuture<Boolean> left = new CompletableFuture<>();

		ScriptedUpstream(String response) throws IOException {
			Thread thread = new Thread(() -> answer(response), "scripted-upstream");
			thread.setDaemon(true);
			thread.start();
		}

		private void answer(String response) {
			try (Socket connection = this.door.accept()) {
				InputStream in = connection.getInputStream();
				StringBuilder received = new StringBuilder();
				int octet = 0;
				while (octet >= 0 && received.indexOf("\r\n\r\n") < 0) {
					octet = in.read();
					received.append((char) octet);
				}
				this.head.complete(received.toString());
				connection.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
				this.left.complete(in.read() < 0);
			}
			catch (SocketException reset) {
				this.left.complete(true);
			}
			catch (IOException ex) {
				this.left.completeExceptionally(ex);
			}
		}

		@Override
		synchronized URI address(Behaviour behaviour) {
			return URI.create("http://127.0.0.1:" + this.door.getLocalPort() + "/");
		}

		@Override
		public void close() throws IOException {
			this.door.close();
		}

	}

}
