package dev.statuslab.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

import dev.statuslab.wire.Capture.Direction;
import dev.statuslab.wire.Capture.Event;
import dev.statuslab.wire.Capture.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is sent goes out as the request says, while what comes is read. */
class WireConnectionTests {

	private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

	private static final WireClient CLIENT = new WireClient(
			Limits.DEFAULT.withExchange(Duration.ofSeconds(8)).withSilence(Duration.ofSeconds(4)));

	@Test
	void octetsGoOutAsGivenWithTheirPauses() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.heard(it.awaitEnd());
			it.send(OK);
		})) {
			WireRequest request = WireRequest.raw("GET", "GET / HT")
				.pause(Duration.ofMillis(100))
				.octets(Octets.of("TP/9\n"))
				.endOfOutput();
			WireExchange exchange = CLIENT.exchange(peer.address(), request);
			assertThat(peer.heard()).isEqualTo("GET / HTTP/9\n");
			assertThat(exchange.response().content().text()).isEqualTo("ok");
			assertThat(exchange.response().requestSent()).isTrue();
			assertThat(exchange.response().times().firstOctet()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
			Capture capture = exchange.capture();
			assertThat(capture.whole()).isTrue();
			assertThat(capture.events()).extracting(Event::direction)
				.containsExactly(Direction.SENT, Direction.SENT, Direction.SENT, Direction.RECEIVED);
			assertThat(capture.events()).extracting(Event::kind)
				.containsExactly(Kind.OCTETS, Kind.OCTETS, Kind.END, Kind.OCTETS);
			assertThat(capture.events()).extracting(Event::at).isSorted();
			assertThat(capture.octets(Direction.SENT)).hasToString("GET / HTTP/9\n");
			assertThat(capture.octets(Direction.RECEIVED)).hasToString(OK);
		}
	}

	@Test
	void aPauseOfTheRequestIsNoSilenceOfTheServer() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.awaitHead();
			it.send(OK);
		})) {
			WireClient impatient = new WireClient(CLIENT.limits().withSilence(Duration.ofMillis(200)));
			WireRequest request = WireRequest.raw("GET", "GET")
				.pause(Duration.ofMillis(600))
				.octets(Octets.of(" / HTTP/1.1\r\n\r\n"));
			assertThat(impatient.exchange(peer.address(), request).response().code()).isEqualTo(200);
		}
	}

	@Test
	void eachPartOfAResponseHasItsTime() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.awaitHead();
			for (String part : new String[] { "H", "TTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n", "ok" }) {
				it.send(part);
				Thread.sleep(300);
			}
		})) {
			WireResponse.Times times = CLIENT.exchange(peer.address(), WireRequest.builder("GET", "/", "h").build())
				.response()
				.times();
			assertThat(times.head()).isGreaterThan(times.firstOctet().plusMillis(100));
			assertThat(times.end()).isGreaterThan(times.head().plusMillis(100)).isLessThan(Duration.ofSeconds(4));
		}
	}

	@Test
	void aResetReachesTheServer() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer(
				(it) -> assertThatExceptionOfType(IOException.class).isThrownBy(it::awaitEnd)
					.satisfies((reset) -> it.heard("reset")))) {
			WireRequest request = WireRequest.raw("GET", "GET").pause(Duration.ofMillis(50)).reset();
			WireExchange exchange = CLIENT.exchange(peer.address(), request);
			assertThat(exchange.response().ending()).isEqualTo(Ending.ABORTED);
			assertThat(exchange.capture().events()).extracting(Event::kind).containsExactly(Kind.OCTETS, Kind.RESET);
			assertThat(peer.heard()).isEqualTo("reset");
		}
	}

	@Test
	void contentIsWithheldUntilA100() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			String head = it.awaitHead();
			it.send("HTTP/1.1 103 Early Hints\r\n\r\n");
			Thread.sleep(50);
			it.send("HTTP/1.1 100 Continue\r\n\r\n");
			it.heard(head + it.awaitUntil("hello"));
			it.send(OK);
		})) {
			WireResponse response = CLIENT.exchange(peer.address(), expecting(Duration.ofSeconds(7))).response();
			assertThat(peer.heard())
				.isEqualTo("PUT /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n" + "Content-Length: 5\r\n\r\nhello");
			assertThat(response.code()).isEqualTo(200);
			assertThat(response.interim()).extracting(WireHead::code).containsExactly(103, 100);
			assertThat(response.interim()).extracting(WireHead::at).isSorted();
			assertThat(response.requestSent()).isTrue();
		}
	}

	@Test
	void contentIsSentWhenNo100ComesInTime() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.awaitUntil("hello");
			it.send(OK);
		})) {
			WireResponse response = CLIENT.exchange(peer.address(), expecting(Duration.ofMillis(100))).response();
			assertThat(response.code()).isEqualTo(200);
			assertThat(response.times().firstOctet()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
		}
	}

	@Test
	void contentIsNotSentAfterAFinalResponse() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.awaitHead();
			it.send("HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n");
			it.heard(it.awaitEnd());
		})) {
			try (WireConnection connection = CLIENT.connect(peer.address())) {
				WireResponse response = connection.exchange(expecting(Duration.ofSeconds(7)));
				assertThat(response.code()).isEqualTo(417);
				assertThat(response.requestSent()).isFalse();
			}
			assertThat(peer.heard()).isEmpty();
		}
	}

	@Test
	void anEarlyResponseIsReadWhileContentIsStillSent() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.awaitHead();
			it.send("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno");
			Thread.sleep(1000);
		})) {
			long start = System.nanoTime();
			try (WireConnection connection = CLIENT.connect(peer.address())) {
				WireResponse response = connection.exchange(large());
				assertThat(response.code()).isEqualTo(413);
				assertThat(response.complete()).isTrue();
				assertThat(response.requestSent()).isFalse();
			}
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
		}
	}

	@Test
	void anEarlyResponseIsReadThoughTheConnectionIsResetAfterIt() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.awaitHead();
			it.send("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno");
			Thread.sleep(100);
			it.reset();
		})) {
			WireResponse response = CLIENT.exchange(peer.address(), large()).response();
			assertThat(response.code()).isEqualTo(413);
			assertThat(response.complete()).isTrue();
			assertThat(response.ending()).isEqualTo(Ending.RESET);
		}
	}

	@Test
	void aServerThatNeverReadsIsGivenUp() throws Exception {
		try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			WireClient client = new WireClient(CLIENT.limits().withSilence(Duration.ofMillis(200)));
			WireResponse response = client
				.exchange(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()), large())
				.response();
			assertThat(response.ending()).isEqualTo(Ending.SILENT);
			assertThat(response.requestSent()).isFalse();
			assertThat(response.head()).isNull();
		}
	}

	@Test
	void pipelinedRequestsAreAnsweredInTheirOrder() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.awaitHead();
			it.awaitHead();
			it.awaitHead();
			it.send("HTTP/1.1 200 A\r\nContent-Length: 2\r\n\r\n" + OK + "HTTP/1.1 404 C\r\n\r\n");
			it.end();
		})) {
			try (WireConnection connection = CLIENT.connect(peer.address())) {
				connection.send(WireRequest.builder("HEAD", "/1", "h").build());
				connection.send(WireRequest.builder("GET", "/2", "h").build());
				connection.send(WireRequest.builder("GET", "/3", "h").build());
				assertThat(connection.receive().octets().total()).isEqualTo(37);
				assertThat(connection.receive().octets()).hasToString(OK);
				assertThat(connection.receive().ending()).isEqualTo(Ending.CLOSED);
				assertThat(connection.receive().octets()).isEqualTo(Octets.NONE);
				assertThat(connection.capture().received()).isEqualTo(37 + OK.length() + 18);
			}
		}
	}

	@Test
	void afterASwitchThereAreOctetsOnly() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.awaitHead();
			it.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nwel");
			it.send("come\n");
			it.send(it.awaitUntil("!"));
		})) {
			try (WireConnection connection = CLIENT.connect(peer.address())) {
				assertThat(connection.exchange(WireRequest.builder("GET", "/", "h").build()).ending())
					.isEqualTo(Ending.SWITCHED);
				assertThat(connection.read(3, Duration.ofSeconds(4)).octets()).hasToString("wel");
				assertThat(connection.readUntil(Octets.of("e\n"), Duration.ofSeconds(4)).octets())
					.hasToString("come\n");
				connection.send(Octets.of("echo!"));
				Received echo = connection.read(6, Duration.ofMillis(300));
				assertThat(echo.octets()).hasToString("echo!");
				assertThat(echo.ending()).isEqualTo(Ending.TIMED_OUT);
			}
		}
	}

	@Test
	void aRequestWithoutAnOctetInAnswerStillWaits() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.awaitUntil("go");
			it.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
			it.awaitEnd();
		})) {
			WireClient client = new WireClient(CLIENT.limits().withSilence(Duration.ofMillis(200)));
			try (WireConnection connection = client.connect(peer.address())) {
				assertThat(connection.exchange(WireRequest.raw("HEAD", "HEAD")).octets().total()).isZero();
				connection.send(Octets.of("go"));
				assertThat(connection.receive().complete()).as("read as the response to HEAD").isTrue();
			}
		}
	}

	@Test
	void whatIsBeyondTheBoundIsCounted() throws Exception {
		try (ScriptedPeer peer = ScriptedPeer.saying(OK)) {
			WireClient client = new WireClient(CLIENT.limits().withKept(10));
			Capture capture = client.exchange(peer.address(), WireRequest.raw("GET", "GET / HTTP/1.1\r\n\r\n"))
				.capture();
			assertThat(capture.whole()).isFalse();
			assertThat(capture.sent()).isEqualTo(18);
			assertThat(capture.received()).isEqualTo(OK.length());
			assertThat(capture.octets(Direction.SENT)).hasToString("GET / HTTP");
			assertThat(capture.octets(Direction.RECEIVED).length()).isZero();
		}
	}

	@Test
	void closingLeavesNoThread() throws Exception {
		try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			InetSocketAddress address = new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort());
			try (WireConnection writing = CLIENT.connect(address); WireConnection pausing = CLIENT.connect(address)) {
				writing.send(large());
				pausing.send(WireRequest.raw("GET", "G").pause(Duration.ofMinutes(5)));
				Thread.sleep(100);
				assertThat(senders()).isGreaterThanOrEqualTo(2);
			}
			for (int i = 0; i < 100 && senders() > 0; i++) {
				Thread.sleep(20);
			}
			assertThat(senders()).isZero();
		}
	}

	@Test
	void noServerIsAnException() throws Exception {
		InetSocketAddress nobody;
		try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nobody = new InetSocketAddress(closed.getInetAddress(), closed.getLocalPort());
		}
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> CLIENT.connect(nobody));
	}

	private static long senders() {
		return Thread.getAllStackTraces().keySet().stream().filter((it) -> "wire-sender".equals(it.getName())).count();
	}

	private static WireRequest expecting(Duration atMost) {
		return WireRequest.builder("PUT", "/a", "h").content(Octets.of("hello")).expectContinue(atMost).build();
	}

	/** More than sockets hold. */
	private static WireRequest large() {
		return WireRequest.builder("POST", "/", "h").content(Octets.of(new byte[32 << 20])).build();
	}

}
