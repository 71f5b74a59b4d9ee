package dev.statuslab.server;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Connection;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients that leave, or stay, while their answers are awaited. */
class ClientWatchTests {

	private static final Duration IDLE = Duration.ofMillis(300);

	private static final int LONGER = 900;

	private final Server server = new Server();

	private final ServerConnector connector;

	private final Waiting waiting = new Waiting();

	ClientWatchTests() {
		HttpConfiguration configuration = new HttpConfiguration();
		configuration.addCustomizer(new Patience());
		this.connector = new ServerConnector(this.server, new Http1Connection.Factory(configuration, (status) -> ""),
				new HTTP2CServerConnectionFactory(configuration));
		this.connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
		this.connector.setIdleTimeout(IDLE.toMillis());
		this.server.addConnector(this.connector);
		this.server.setHandler(this.waiting);
	}

	@BeforeEach
	void start() throws Exception {
		this.server.start();
	}

	@AfterEach
	void stop() throws Exception {
		this.server.stop();
	}

	@Test
	void aClientThatClosesIsGone() throws Exception {
		try (Connection connection = wire().open()) {
			connection.write(get(10_000));
			this.waiting.await();
		}
		assertThat(this.waiting.gone()).isInstanceOf(EofException.class);
	}

	@Test
	void aClientThatResetsIsGone() throws Exception {
		Socket socket = new Socket(this.connector.getHost(), this.connector.getLocalPort());
		socket.getOutputStream().write(get(10_000).getBytes(StandardCharsets.US_ASCII));
		this.waiting.await();
		socket.setSoLinger(true, 0);
		socket.close();
		assertThat(this.waiting.gone()).isInstanceOf(EofException.class);
	}

	@Test
	void aClientThatClosesAfterItsContentWasReadIsGone() throws Exception {
		try (Connection connection = wire().open()) {
			connection.write(post(10_000, "read"));
			this.waiting.await();
		}
		assertThat(this.waiting.gone()).isInstanceOf(EofException.class);
	}

	@Test
	void aClientThatShutsDownItsOutputIsGone() throws Exception {
		try (Connection connection = wire().open()) {
			connection.write(get(10_000));
			this.waiting.await();
			connection.shutdownOutput();
			assertThat(this.waiting.gone()).isInstanceOf(EofException.class);
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	@Test
	void oneThatShutsDownItsOutputAndIsAnsweredAtOnceGetsTheAnswer() throws Exception {
		try (Connection connection = wire().open()) {
			connection.write(get(0));
			connection.shutdownOutput();
			assertThat(connection.read("GET").text()).isEqualTo("0");
		}
		assertThat(this.waiting.gone).isEmpty();
	}

	@Test
	void aClientThatStaysIsAnsweredHoweverLongItWaits() throws Exception {
		try (Connection connection = wire().open()) {
			for (int i = 0; i < 2; i++) {
				connection.write(get(LONGER));
				assertThat(connection.read("GET").text()).isEqualTo("" + LONGER);
			}
			assertThat(connection.closedByServer()).as("idle between requests").isTrue();
		}
		assertThat(this.waiting.gone).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "read", "unread" })
	void aClientThatSentContentIsAnsweredAsWell(String content) throws Exception {
		try (Connection connection = wire().open()) {
			connection.write(post(LONGER, content) + get(1));
			assertThat(connection.read("POST").text()).isEqualTo("" + LONGER);
			assertThat(connection.read("GET").text()).isEqualTo("1");
		}
		assertThat(this.waiting.gone).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.0\r\n", "HTTP/1.1\r\nConnection: close\r\n" })
	void oneThatKeepsNoConnectionIsAnsweredAndHasNotGone(String version) throws Exception {
		try (Connection connection = wire().open()) {
			connection.write("GET /?200 " + version + "Host: localhost\r\n\r\n");
			assertThat(connection.read("GET").text()).isEqualTo("200");
			assertThat(connection.closedByServer()).isTrue();
		}
		assertThat(this.waiting.gone).isEmpty();
	}

	@Test
	void whatIsSentMeanwhileIsAnsweredAfterwards() throws Exception {
		try (Connection connection = wire().open()) {
			connection.write(get(LONGER));
			this.waiting.await();
			connection.write(get(3).substring(0, 7));
			Thread.sleep(50);
			connection.write(get(3).substring(7) + post(2, "read") + get(1));
			assertThat(connection.read("GET").text()).isEqualTo("" + LONGER);
			assertThat(connection.read("GET").text()).isEqualTo("3");
			assertThat(connection.read("POST").text()).isEqualTo("2");
			assertThat(connection.read("GET").text()).isEqualTo("1");
		}
		assertThat(this.waiting.gone).isEmpty();
	}

	@Test
	void anHttp2ClientIsAnsweredHoweverLongItWaits() throws Exception {
		HttpClient client = new HttpClient(new HttpClientTransportOverHTTP2(new HTTP2Client()));
		client.start();
		try {
			String address = "http://127.0.0.1:" + this.connector.getLocalPort() + "/?" + LONGER;
			assertThat(client.GET(address).getContentAsString()).isEqualTo("" + LONGER);
		}
		finally {
			client.stop();
		}
		assertThat(this.waiting.gone).isEmpty();
	}

	/** Answers and next requests cross each other at every possible moment. */
	@Test
	void manyClientsGetTheirAnswersInOrder() throws Exception {
		ExecutorService clients = Executors.newFixedThreadPool(50);
		try {
			List<Future<Integer>> counts = new ArrayList<>();
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
			for (int i = 0; i < 50; i++) {
				counts.add(clients.submit(() -> exchangesUntil(end)));
			}
			for (Future<Integer> count : counts) {
				assertThat(count.get(20, TimeUnit.SECONDS)).isPositive();
			}
		}
		finally {
			clients.shutdownNow();
		}
		assertThat(this.waiting.gone).isEmpty();
	}

	private int exchangesUntil(long end) throws InterruptedException {
		int count = 0;
		try (Connection connection = wire().open()) {
			while (System.nanoTime() < end) {
				int[] waits = ThreadLocalRandom.current().ints(1 + count % 3, 0, 4).toArray();
				for (int wait : waits) {
					connection.write(get(wait));
					if (wait == 3) {
						Thread.sleep(ThreadLocalRandom.current().nextInt(5));
					}
				}
				for (int wait : waits) {
					assertThat(connection.read("GET").text()).isEqualTo("" + wait);
				}
				count++;
			}
		}
		return count;
	}

	private Wire wire() {
		return new Wire(this.connector.getLocalPort());
	}

	private static String get(int milliseconds) {
		return "GET /?" + milliseconds + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
	}

	private static String post(int milliseconds, String content) {
		return "POST /" + content + "?" + milliseconds + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
				+ content.length() + "\r\n\r\n" + content;
	}

	/** Answers after as many milliseconds as the query says, with that number. */
	private static final class Waiting extends Handler.Abstract {

		private final BlockingQueue<Request> begun = new LinkedBlockingQueue<>();

		private final BlockingQueue<Throwable> gone = new LinkedBlockingQueue<>();

		@Override
		public boolean handle(Request request, Response response, Callback callback) throws Exception {
			assertThat(request.getMethod()).as("whole").isIn("GET", "POST");
			if (request.getHttpURI().getPath().equals("/read")) {
				assertThat(Content.Source.asString(request)).isEqualTo("read");
			}
			String wait = request.getHttpURI().getQuery();
			if (wait.equals("0")) {
				Content.Sink.write(response, true, wait, callback);
				return true;
			}
			Scheduler.Task timer = request.getComponents()
				.getScheduler()
				.schedule(() -> Content.Sink.write(response, true, wait, callback), Long.parseLong(wait),
						TimeUnit.MILLISECONDS);
			request.addFailureListener((failure) -> {
				this.gone.add(failure);
				timer.cancel();
				callback.failed(failure);
			});
			this.begun.add(request);
			return true;
		}

		private void await() throws InterruptedException {
			assertThat(this.begun.poll(5, TimeUnit.SECONDS)).isNotNull();
		}

		private Throwable gone() throws InterruptedException {
			return this.gone.poll(2, TimeUnit.SECONDS);
		}

	}

}
