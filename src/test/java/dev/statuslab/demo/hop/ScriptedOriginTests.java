package dev.statuslab.demo.hop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.statuslab.store.CaffeineStores;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;

import static org.assertj.core.api.Assertions.assertThat;

/** The forward proxy in front of an origin server that writes what a test says. */
class ScriptedOriginTests {

	private static final String GUEST = "Proxy-Authorization: Basic Z3Vlc3Q6Z3Vlc3Qtc2VjcmV0";

	private static final String SOUND = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private volatile String script = SOUND;

	private ServerSocket origin;

	private HopServer hops;

	private Wire proxy;

	@BeforeEach
	void start() throws IOException {
		InetAddress loopback = InetAddress.getLoopbackAddress();
		this.origin = new ServerSocket(0, 10, loopback);
		Thread thread = new Thread(this::serve);
		thread.setDaemon(true);
		thread.start();
		HopProperties properties = new HopProperties(
				new HopProperties.Proxy(true, loopback, 0, null, List.of("a.example")),
				new HopProperties.Portal(false, loopback, 0, null));
		Origin known = new Origin(properties, new ServerProperties()) {

			@Override
			InetSocketAddress address() {
				return new InetSocketAddress(loopback, ScriptedOriginTests.this.origin.getLocalPort());
			}

		};
		CaffeineStores stores = new CaffeineStores(100, Duration.ofMinutes(1));
		HopConfiguration configuration = new HopConfiguration();
		Door door = configuration.proxy(properties);
		this.hops = new HopServer(known, door, configuration.portal(properties), new ProxyAuthentication(stores),
				new Guests(stores), new HopProblems(known, new JsonMapper(), (code) -> "Phrase"), (code) -> "Phrase");
		this.hops.start();
		this.proxy = new Wire(door.address().orElseThrow().getPort());
	}

	@AfterEach
	void stop() throws IOException {
		this.hops.stop();
		this.origin.close();
	}

	@Test
	void aSoundResponseGoesOn() {
		Wire.Answer answer = ask();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo("ok");
	}

	@Test
	@Verifies("rfc9112-3.2.2b")
	void hostIsTheAuthorityOfTheTarget() {
		this.proxy.raw("GET http://a.example/x HTTP/1.1\r\nHost: other.example\r\n" + GUEST + "\r\n\r\n");
		assertThat(this.requests.get(0)).startsWith("GET /x HTTP/1.1\r\n")
			.contains("Host: a.example\r\n")
			.doesNotContain("other.example");
	}

	@Test
	@Verifies("rfc9110-15.2d")
	void interimResponsesGoOnWithTheirFields() {
		this.script = "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n"
				+ "HTTP/1.1 104 Upload Resumption Supported\r\nLocation: /uploads/1\r\n\r\n" + SOUND;
		Wire.Answer answer = ask();
		assertThat(answer.interim()).extracting(Wire.Answer::status).containsExactly(102, 103, 104);
		assertThat(answer.interim().get(1).field("Link")).isEqualTo("</a>; rel=preload");
		assertThat(answer.interim().get(2).field("Location")).isEqualTo("/uploads/1");
		assertThat(answer.status()).isEqualTo(200);
	}

	@Test
	void whatConnectionNominatesInAResponseStopsHere() {
		this.script = "HTTP/1.1 200 OK\r\nConnection: X-Between\r\nX-Between: us\r\nX-For-All: yes\r\n"
				+ "Via: 1.0 inner\r\nContent-Length: 0\r\n\r\n";
		Wire.Answer answer = ask();
		assertThat(answer.field("X-Between")).isNull();
		assertThat(answer.field("X-For-All")).isEqualTo("yes");
		assertThat(answer.field("Via")).isEqualTo("1.0 inner, 1.1 statuslab-proxy");
	}

	@ParameterizedTest
	@ValueSource(strings = { "220 smtp.example ESMTP\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: twelve\r\n\r\nok",
			"HTTP/1.1 200 OK\r\nContent-Le" })
	@Verifies({ "rfc9110-15.6.3", "rfc9112-6.3h", "rfc9110-9.2.2" })
	void anInvalidResponseIsABadGatewayAndIsNotAskedForAgain(String response) {
		this.script = response;
		Wire.Answer answer = this.proxy.exchange("POST", "http://a.example/x", "hello", GUEST);
		assertThat(answer.status()).isEqualTo(502);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(this.requests).hasSize(1);
	}

	@Test
	@Verifies("rfc9112-5.2c")
	void aFoldedFieldIsABadGateway() {
		this.script = "HTTP/1.1 200 OK\r\nX-Folded: over\r\n  two lines\r\nContent-Length: 0\r\n\r\n";
		Wire.Answer answer = ask();
		assertThat((answer.status() == 502) || "over two lines".equals(answer.field("X-Folded"))).isTrue();
	}

	private Wire.Answer ask() {
		return this.proxy.get("http://a.example/x", GUEST);
	}

	private void serve() {
		while (!this.origin.isClosed()) {
			try (Socket connection = this.origin.accept()) {
				connection.setSoTimeout(300);
				this.requests.add(head(connection.getInputStream()));
				connection.getOutputStream().write(this.script.getBytes(StandardCharsets.UTF_8));
				connection.shutdownOutput();
				connection.getInputStream().readAllBytes();
			}
			catch (IOException ex) {
				// the end of a test, or of a connection
			}
		}
	}

	private static String head(InputStream in) {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		try {
			while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
				head.write(in.read());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return head.toString(StandardCharsets.ISO_8859_1);
	}

}
