package dev.statuslab.lab;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import dev.statuslab.server.Exchange;
import dev.statuslab.server.Sleepers;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import dev.statuslab.testing.Wire.Ending;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every way in which a reply can be sent, over a real socket. */
class ReplySenderTests {

	private static final String EXPECTING = "PUT / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
			+ "Content-Length: 5\r\n\r\n";

	private final Server server = new Server();

	private final AtomicReference<Reply> reply = new AtomicReference<>();

	private final AtomicReference<String> heard = new AtomicReference<>("");

	private Wire wire;

	@BeforeEach
	void start() throws Exception {
		ServerConnector connector = new ServerConnector(this.server);
		connector.setHost("127.0.0.1");
		this.server.addConnector(connector);
		this.server.setHandler(new Handler.Abstract() {

			private final ReplySender sender = new ReplySender(new Sleepers(10));

			@Override
			public boolean handle(Request request, Response response, Callback callback) {
				this.sender.send(ReplySenderTests.this.reply.get(), new Exchange(request, response, callback),
						ReplySenderTests::hear);
				return true;
			}

		});
		this.server.setAttribute("heard", this.heard);
		this.server.start();
		this.wire = new Wire(connector.getLocalPort());
	}

	private static void hear(Request request, boolean early, Callback next) {
		Content.Source.asStringAsync(request, StandardCharsets.UTF_8).whenComplete((text, failure) -> {
			@SuppressWarnings("unchecked")
			AtomicReference<String> heard = (AtomicReference<String>) request.getConnectionMetaData()
				.getConnector()
				.getServer()
				.getAttribute("heard");
			heard.set(text + " " + early);
			next.succeeded();
		});
	}

	@AfterEach
	void stop() throws Exception {
		this.server.stop();
	}

	@Test
	void whoWaitsFor100IsHeardAfterIt() {
		this.reply.set(Reply.ok("done").hearing(Duration.ofMillis(200)));
		try (Connection connection = this.wire.open()) {
			connection.write(EXPECTING);
			assertThat(connection.readHead().status()).isEqualTo(100);
			connection.write("hello");
			assertThat(connection.read("PUT").text()).isEqualTo("done");
		}
		assertThat(this.heard.get()).isEqualTo("hello false");
	}

	@Test
	void whoDoesNotWaitIsSeen() {
		this.reply.set(Reply.ok("done").hearing(Duration.ofMillis(200)));
		try (Connection connection = this.wire.open()) {
			connection.write(EXPECTING + "hello");
			assertThat(connection.read("PUT").text()).isEqualTo("done");
		}
		assertThat(this.heard.get()).isEqualTo("hello true");
	}

	@Test
	void whoIsRefusedIsNotHeard() {
		this.reply.set(Reply.of(417));
		try (Connection connection = this.wire.open()) {
			connection.write(EXPECTING);
			Answer answer = connection.read("PUT");
			assertThat(answer.status()).isEqualTo(417);
			assertThat(answer.interim()).isEmpty();
		}
		assertThat(this.heard.get()).isEmpty();
	}

	@Test
	void interimResponsesComeFirst() {
		this.reply.set(Reply.ok("done").interim(103, new Field("Link", "</a>")).interim(102).interim(199));
		Answer answer = this.wire.get("/");
		assertThat(answer.interim()).extracting(Answer::status).containsExactly(103, 102, 199);
		assertThat(answer.text()).isEqualTo("done");
	}

	@Test
	void chunksAndTrailers() {
		this.reply.set(Reply.ok("in two chunks").trailer("X-Sum", "13"));
		Answer answer = this.wire.get("/");
		assertThat(answer.field("Content-Length")).isNull();
		assertThat(answer.text()).isEqualTo("in two chunks");
		assertThat(answer.trailers()).containsExactly("X-Sum: 13");
	}

	@Test
	void aReplyBreaksOff() {
		this.reply.set(Reply.ok("a long content").breakOff(6, false));
		try (Connection connection = this.wire.open()) {
			connection.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
			assertThat(connection.readHead().field("Content-Length")).isEqualTo("14");
			assertThat(connection.drain().octets()).isEqualTo("a long");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whatIsWrittenGoesOutOctetForOctet(boolean reset) {
		String message = "HTTP/1.1 200 Fine\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
				+ "x".repeat(100);
		this.reply.set(Reply.written(message, reset));
		try (Connection connection = this.wire.open()) {
			connection.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
			Ending ending = connection.drain();
			assertThat(ending.octets()).isEqualTo(message);
			assertThat(ending.reset()).isEqualTo(reset);
		}
	}

	@Test
	void noReplyIsNotOneOctet() {
		this.reply.set(Reply.none());
		try (Connection connection = this.wire.open()) {
			connection.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
			assertThat(connection.drain().octets()).isEmpty();
		}
	}

	@Test
	void nothingIsKeptUnlessTheExerciseSaysSo() {
		this.reply.set(Reply.ok("plain"));
		assertThat(this.wire.get("/").field("Cache-Control")).isEqualTo("no-store");
		this.reply.set(Reply.ok("plain").field("Cache-Control", "max-age=5").keepable());
		assertThat(this.wire.get("/").field("Cache-Control")).isEqualTo("max-age=5");
	}

}
