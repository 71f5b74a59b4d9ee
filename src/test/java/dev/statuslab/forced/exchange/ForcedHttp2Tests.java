package dev.statuslab.forced.exchange;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.statuslab.server.Sleepers;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Codes on demand over HTTP/2, frame by frame. */
@LiveServer
class ForcedHttp2Tests {

	private final HTTP2Client client = new HTTP2Client();

	private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

	private final Wire wire;

	private final Sleepers sleepers;

	private Session session;

	ForcedHttp2Tests(@Autowired Wire wire, @Autowired Sleepers sleepers) {
		this.wire = wire;
		this.sleepers = sleepers;
	}

	@BeforeEach
	void connect() throws Exception {
		this.client.start();
		this.session = this.client
			.connect(new InetSocketAddress("127.0.0.1", this.wire.port()), new Session.Listener() {
			})
			.get(5, TimeUnit.SECONDS);
	}

	@AfterEach
	void disconnect() throws Exception {
		this.client.stop();
	}

	@Test
	void earlyHintsAreAHeadersFrameOfTheirOwn() throws Exception {
		send("/103?header=Link:%3C/a.css%3E;rel=preload");
		assertThat(next()).isEqualTo("103 </a.css>;rel=preload");
		assertThat(next()).isEqualTo("200 </a.css>;rel=preload");
		assertThat(next()).isEqualTo("data 200 OK, last");
	}

	@Test
	void aFinalCodeHasNoInterimOne() throws Exception {
		send("/404");
		assertThat(next()).isEqualTo("404 null");
		assertThat(next()).isEqualTo("data 404 Not Found, last");
	}

	@Test
	void trailersFollowTheContent() throws Exception {
		send("/trailers?X-Sum=abc");
		assertThat(next()).isEqualTo("200 null");
		assertThat(next()).startsWith("data {").doesNotEndWith("last");
		assertThat(next()).isEqualTo("trailers abc, last");
	}

	@Test
	void aFieldOfTheConnectionStaysBehind() throws Exception {
		send("/426?suppressBody=true");
		assertThat(next()).isEqualTo("426 null, last");
	}

	@ParameterizedTest
	@CsvSource({ "/444", "/200?fault=empty", "/200?fault=reset" })
	void nothingButAReset(String target) throws Exception {
		send(target);
		assertThat(next()).isEqualTo("reset " + ErrorCode.CANCEL_STREAM_ERROR);
		assertTheConnectionLives();
	}

	@Test
	void aResetAfterTheHeaders() throws Exception {
		send("/404?fault=abort-after-headers");
		assertThat(next()).isEqualTo("404 null");
		assertThat(next()).isEqualTo("reset " + ErrorCode.CANCEL_STREAM_ERROR);
		assertTheConnectionLives();
	}

	@Test
	void aResetInTheContent() throws Exception {
		send("/404?fault=truncate");
		assertThat(next()).isEqualTo("404 null");
		assertThat(next()).isEqualTo("data 404 No");
		assertThat(next()).isEqualTo("reset " + ErrorCode.CANCEL_STREAM_ERROR);
		assertTheConnectionLives();
	}

	@Test
	void manyWaitOnOneConnectionForLongerThanItMayBeIdle() throws Exception {
		for (int i = 0; i < 50; i++) {
			send("/204?delay=3s");
		}
		for (int i = 0; i < 50; i++) {
			assertThat(next()).as("idle timeout is 2 s here").isEqualTo("204 null, last");
		}
	}

	@Test
	void aStreamThatIsResetWaitsNoLonger() throws Exception {
		int before = this.sleepers.count();
		Stream stream = send("/200?delay=30s");
		awaitCount(before + 1);
		stream.reset(new ResetFrame(stream.getId(), ErrorCode.CANCEL_STREAM_ERROR.code), Callback.NOOP);
		awaitCount(before);
	}

	private void awaitCount(int count) throws InterruptedException {
		for (int i = 0; i < 300 && this.sleepers.count() != count; i++) {
			Thread.sleep(10);
		}
		assertThat(this.sleepers.count()).isEqualTo(count);
	}

	private void assertTheConnectionLives() throws Exception {
		send("/204");
		assertThat(next()).isEqualTo("204 null, last");
	}

	private String next() throws InterruptedException {
		return this.events.poll(10, TimeUnit.SECONDS);
	}

	private Stream send(String target) throws Exception {
		HttpURI uri = HttpURI.from("http://127.0.0.1:" + this.wire.port() + target);
		MetaData.Request request = new MetaData.Request("GET", uri, HttpVersion.HTTP_2, HttpFields.EMPTY);
		Promise.Completable<Stream> promise = new Promise.Completable<>();
		this.session.newStream(new HeadersFrame(request, null, true), promise, new Listener());
		return promise.get(5, TimeUnit.SECONDS);
	}

	private final class Listener implements Stream.Listener {

		@Override
		public void onHeaders(Stream stream, HeadersFrame frame) {
			MetaData section = frame.getMetaData();
			String shown = (section instanceof MetaData.Response response)
					? response.getStatus() + " " + response.getHttpFields().get("Link")
					: "trailers " + section.getHttpFields().get("X-Sum");
			ForcedHttp2Tests.this.events.add(shown + (frame.isEndStream() ? ", last" : ""));
			stream.demand();
		}

		@Override
		public void onDataAvailable(Stream stream) {
			Stream.Data data = stream.readData();
			if (data == null) {
				stream.demand();
				return;
			}
			String text = StandardCharsets.UTF_8.decode(data.frame().getByteBuffer()).toString();
			boolean last = data.frame().isEndStream();
			data.release();
			if (!text.isEmpty()) {
				ForcedHttp2Tests.this.events.add("data " + text + (last ? ", last" : ""));
			}
			if (!last) {
				stream.demand();
			}
		}

		@Override
		public void onReset(Stream stream, ResetFrame frame, Callback callback) {
			ForcedHttp2Tests.this.events.add("reset " + ErrorCode.from(frame.getError()));
			callback.succeeded();
		}

	}

}
