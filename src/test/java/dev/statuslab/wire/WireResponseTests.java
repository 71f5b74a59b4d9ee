package dev.statuslab.wire;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A response is read as RFC 9112 says, however it is cut, and is never said to be more
 * than it is.
 */
class WireResponseTests {

	private static final Limits LIMITS = Limits.DEFAULT.withExchange(Duration.ofSeconds(5))
		.withSilence(Duration.ofSeconds(4));

	private static final String CHUNKED = "HTTP/1.1 103 Early Hints\\r\\nLink: </a>\\r\\n\\r\\n"
			+ "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n"
			+ "5;a=b\\r\\nhello\\r\\n1\\r\\n!\\r\\n0;z\\r\\nX-Sum: abc\\r\\n\\r\\n";

	private static final String LENGTH = "HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\n\\r\\nhello";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nhi                      | 200 CONTENT_LENGTH (hi) complete KEPT
					GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n                        | 200 CONTENT_LENGTH () complete KEPT
					GET  | HTTP/1.1 200 OK\\r\\ncontent-length: 2, 2\\r\\n\\r\\nhi                   | 200 CONTENT_LENGTH (hi) complete KEPT REPEATED_CONTENT_LENGTH@41
					GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nContent-Length: 3\\r\\n\\r\\nhi | 200 CLOSE (hi) incomplete CLOSED CONTENT_LENGTH@57
					GET  | HTTP/1.1 200 OK\\r\\nContent-Length: +2\\r\\n\\r\\nhi                     | 200 CLOSE (hi) incomplete CLOSED CONTENT_LENGTH@39
					GET  | HTTP/1.1 200 OK\\r\\nContent-Length:\\r\\n\\r\\nhi                        | 200 CLOSE (hi) incomplete CLOSED CONTENT_LENGTH@36
					GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nConnection: close\\r\\n\\r\\nhi | 200 CONTENT_LENGTH (hi) complete CLOSED
					GET  | HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\nConnection: x, Close\\r\\n\\r\\nhi | 200 CONTENT_LENGTH (h) complete CLOSED SURPLUS@61
					GET  | HTTP/1.0 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nhi                      | 200 CONTENT_LENGTH (hi) complete CLOSED
					GET  | HTTP/1.0 200 OK\\r\\nContent-Length: 2\\r\\nConnection: keep-alive\\r\\n\\r\\nhi | 200 CONTENT_LENGTH (hi) complete KEPT
					GET  | HTTP/1.1 200 OK\\r\\n\\r\\nto the end                                     | 200 CLOSE (to the end) complete CLOSED
					HEAD | HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n                        | 200 NONE () complete KEPT
					HEAD | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n               | 200 NONE () complete KEPT
					GET  | HTTP/1.1 204 No Content\\r\\n\\r\\n                                       | 204 NONE () complete KEPT
					GET  | HTTP/1.1 204 No Content\\r\\nContent-Length: 0\\r\\n\\r\\n                | 204 NONE () complete KEPT FRAMED_WITHOUT_CONTENT@46
					GET  | HTTP/1.1 205 Reset Content\\r\\nContent-Length: 0\\r\\n\\r\\n             | 205 CONTENT_LENGTH () complete KEPT
					GET  | HTTP/1.1 304 Not Modified\\r\\nContent-Length: 9\\r\\n\\r\\n              | 304 NONE () complete KEPT
					GET  | HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: x\\r\\n\\r\\nraw           | 101 NONE () complete SWITCHED
					CONNECT | HTTP/1.1 200 OK\\r\\n\\r\\nraw                                         | 200 NONE () complete SWITCHED
					CONNECT | HTTP/1.1 403 No\\r\\nContent-Length: 2\\r\\n\\r\\nno                   | 403 CONTENT_LENGTH (no) complete KEPT
					GET  | HTTP/1.1 100 \\r\\n\\r\\nHTTP/1.1 102 P\\r\\n\\r\\nHTTP/1.1 200 \\r\\n\\r\\n | 100>102>200 CLOSE () complete CLOSED
					GET  | HTTP/1.1 103 E\\r\\nContent-Length: 3\\r\\n\\r\\nHTTP/1.1 204 N\\r\\n\\r\\n | 103>204 NONE () complete KEPT FRAMED_WITHOUT_CONTENT@37
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nhi\\r\\n0\\r\\n\\r\\n | 200 CHUNKED (hi) complete KEPT
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n   | 200 CHUNKED () complete KEPT
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: Chunked\\r\\nContent-Length: 1\\r\\n\\r\\n1\\r\\na\\r\\n0\\r\\n\\r\\n | 200 CHUNKED (a) complete KEPT LENGTH_AND_CODING@66
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: gzip, chunked\\r\\n\\r\\n1\\r\\na\\r\\n0\\r\\n\\r\\n | 200 CHUNKED (a) complete KEPT
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\nabc               | 200 CLOSE (abc) complete CLOSED TRANSFER_CODING@44
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked, chunked\\r\\n\\r\\n0\\r\\n\\r\\n | 200 CHUNKED () incomplete CLOSED TRANSFER_CODING@56
					GET  | HTTP/1.0 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n   | 200 CHUNKED () incomplete CLOSED CODING_IN_HTTP_1_0@47
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nx\\r\\nhi\\r\\n | 200 CHUNKED () incomplete CLOSED CHUNK_SIZE@50
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n-1\\r\\nhi\\r\\n | 200 CHUNKED () incomplete CLOSED CHUNK_SIZE@51
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\nhi\\r\\n0\\r\\n\\r\\n | 200 CHUNKED (h) incomplete CLOSED CHUNK_END@52
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n00000000000000000001\\r\\nh\\n0\\r\\n\\r\\n | 200 CHUNKED (h) complete KEPT BARE_LF@71
					GET  | HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1000000000000000000\\r\\nh | 200 CHUNKED () incomplete CLOSED CHUNK_SIZE@68
					GET  | HTTP/1.1 204 N\\nA: b\\r\\n\\n                                            | 204 NONE () complete KEPT BARE_LF@15
					GET  | HTTP/1.1 204\\r\\n\\r\\n                                                  | 204 NONE () complete KEPT STATUS_LINE_SPACE@14
					GET  | HTTP/1.1  204 N\\r\\n\\r\\n                                               | 204 NONE () complete KEPT STATUS_LINE_SPACE@17
					GET  | HTTP/2.0 204 N\\r\\n\\r\\n                                                | 204 NONE () complete KEPT VERSION@16
					GET  | HTTP/1.1 999 N\\r\\nContent-Length: 0\\r\\n\\r\\n                         | 999 CONTENT_LENGTH () complete KEPT STATUS_CODE@16
					GET  | HTTP/1.1 099 N\\r\\nContent-Length: 0\\r\\n\\r\\n                         | 99 CONTENT_LENGTH () complete KEPT STATUS_CODE@16
					GET  | HTTP/1.1 2000 N\\r\\n\\r\\n                                               | 0 NONE () incomplete CLOSED STATUS_LINE@17
					GET  | http/1.1 200 N\\r\\n\\r\\n                                                | 0 NONE () incomplete CLOSED STATUS_LINE@16
					GET  | <p>no HTTP at all</p>\\r\\nmore                                           | 0 NONE () incomplete CLOSED STATUS_LINE@23
					GET  | HTTP/1.1 204 N\\r\\nA: b\\r\\n  c\\r\\n\\r\\n                             | 204 NONE () complete KEPT OBS_FOLD@27
					GET  | HTTP/1.1 204 N\\r\\n A: b\\r\\n\\r\\n                                     | 204 NONE () complete KEPT FIELD_LINE@23
					GET  | HTTP/1.1 204 N\\r\\nnonsense\\r\\n\\r\\n                                  | 204 NONE () complete KEPT FIELD_LINE@26
					GET  | HTTP/1.1 204 N\\r\\nA : b\\r\\n\\r\\n                                     | 204 NONE () complete KEPT SPACE_BEFORE_COLON@23
					GET  | HTTP/1.1 204 N\\r\\nA: b\\rc\\r\\n\\r\\n                                  | 204 NONE () complete KEPT BARE_CR@22
					GET  | HTTP/1.1 204 N\\r\\nA: b\\0c\\r\\n\\r\\n                                  | 204 NONE () complete KEPT CONTROL_CHARACTER@24
					""")
	void isReadTheSameHoweverItIsCut(String method, String escaped, String expected) throws Exception {
		String octets = escaped.translateEscapes();
		try (ScriptedPeer peer = ScriptedPeer.saying(octets)) {
			assertThat(describe(receive(peer, method, LIMITS))).isEqualTo(expected);
		}
		try (ScriptedPeer peer = dribbling(octets)) {
			assertThat(describe(receive(peer, method, LIMITS))).as("an octet at a time").isEqualTo(expected);
		}
		for (int cut = 1; cut < octets.length(); cut++) {
			try (ScriptedPeer peer = pausingAt(octets, cut)) {
				assertThat(describe(receive(peer, method, LIMITS))).as("cut at %d", cut).isEqualTo(expected);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { CHUNKED, LENGTH })
	void thatEndsAnywhereBeforeItsEndIsIncomplete(String escaped) throws Exception {
		String octets = escaped.translateEscapes();
		for (int cut = 0; cut < octets.length(); cut++) {
			try (ScriptedPeer peer = ScriptedPeer.saying(octets.substring(0, cut))) {
				WireResponse response = receive(peer, "GET", LIMITS);
				assertIncomplete(response, octets, cut);
				assertThat(response.ending()).isEqualTo(Ending.CLOSED);
				assertThat(response.octets()).hasToString(octets.substring(0, cut));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { CHUNKED, LENGTH })
	void thatFallsSilentAnywhereIsIncomplete(String escaped) throws Exception {
		String octets = escaped.translateEscapes();
		for (int cut = 0; cut < octets.length(); cut++) {
			String part = octets.substring(0, cut);
			try (ScriptedPeer peer = new ScriptedPeer((it) -> it.send(part))) {
				WireResponse response = receive(peer, "GET", LIMITS.withSilence(Duration.ofMillis(20)));
				assertIncomplete(response, octets, (int) response.octets().total());
				assertThat(response.ending()).isEqualTo(Ending.SILENT);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { CHUNKED, LENGTH })
	void thatIsResetAnywhereIsIncomplete(String escaped) throws Exception {
		String octets = escaped.translateEscapes();
		for (int cut = 0; cut < octets.length(); cut++) {
			String part = octets.substring(0, cut);
			try (ScriptedPeer peer = new ScriptedPeer((it) -> {
				it.awaitHead();
				it.send(part);
				it.reset();
			})) {
				WireResponse response = receive(peer, "GET", LIMITS);
				assertIncomplete(response, octets, (int) response.octets().total());
				assertThat(response.ending()).isEqualTo(Ending.RESET);
			}
		}
	}

	@Test
	void toldByTheCloseIsIncompleteAfterAReset() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.awaitHead();
			it.send("HTTP/1.1 200 OK\r\n\r\nhel");
			Thread.sleep(20);
			it.reset();
		})) {
			WireResponse response = receive(peer, "GET", LIMITS);
			assertThat(describe(response)).isEqualTo("200 CLOSE (hel) incomplete RESET TRUNCATED@22");
		}
	}

	@Test
	void keepsChunksTrailersAndSpelling() throws Exception {
		try (ScriptedPeer peer = ScriptedPeer.saying(CHUNKED.translateEscapes())) {
			WireResponse response = receive(peer, "GET", LIMITS);
			assertThat(response.chunks()).containsExactly(new Chunk(5, ";a=b"), new Chunk(1, ""), new Chunk(0, ";z"));
			assertThat(response.trailers()).containsExactly(new FieldLine("X-Sum", "abc", "X-Sum: abc"));
			assertThat(response.content().text()).isEqualTo("hello!");
			assertThat(response.interim()).singleElement()
				.satisfies((interim) -> assertThat(interim.values("LINK")).containsExactly("</a>"));
			assertThat(response.octets()).hasToString(CHUNKED.translateEscapes());
		}
		try (ScriptedPeer peer = ScriptedPeer
			.saying("HTTP/1.1 204 Nö  \r\nsEt: \t1 \r\nSet:2\r\nset: a\r\n\tb\r\n\r\n")) {
			WireResponse response = receive(peer, "GET", LIMITS);
			assertThat(response.head().reason()).isEqualTo("Nö  ");
			assertThat(response.head().fields()).containsExactly(new FieldLine("sEt", "1", "sEt: \t1 "),
					new FieldLine("Set", "2", "Set:2"), new FieldLine("set", "a b", "set: a\r\n\tb"));
		}
	}

	@Test
	void thatIsNotClosedAsSaidIsNoted() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> it.send("HTTP/1.1 204 N\r\nConnection: close\r\n\r\n"))) {
			WireResponse response = receive(peer, "GET", LIMITS.withSilence(Duration.ofMillis(50)));
			assertThat(describe(response)).isEqualTo("204 NONE () complete SILENT NOT_CLOSED@37");
		}
	}

	@Test
	void beyondItsLimitsIsCutThereAndCounted() throws Exception {
		String octets = LENGTH.translateEscapes();
		try (ScriptedPeer peer = ScriptedPeer.saying(octets)) {
			WireResponse response = receive(peer, "GET", LIMITS.withReceived(octets.length() - 1));
			assertThat(response.ending()).isEqualTo(Ending.TOO_LONG);
			assertThat(response.complete()).isFalse();
			assertThat(response.content().text()).isEqualTo("hell");
		}
		try (ScriptedPeer peer = ScriptedPeer.saying(octets)) {
			assertThat(receive(peer, "GET", LIMITS.withReceived(octets.length())).complete()).isTrue();
		}
		try (ScriptedPeer peer = ScriptedPeer.saying(octets)) {
			WireResponse response = receive(peer, "GET", LIMITS.withKept(4));
			assertThat(response.complete()).isTrue();
			assertThat(response.octets()).hasToString("HTTP");
			assertThat(response.octets().total()).isEqualTo(octets.length());
			assertThat(response.content()).hasToString("hell");
			assertThat(response.content().whole()).isFalse();
		}
	}

	@Test
	void thatNeverEndsIsGivenUpInTime() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((it) -> {
			it.send("HTTP/1.1 200 OK\r\n\r\n");
			for (int i = 0; i < 200; i++) {
				it.send("x");
				Thread.sleep(10);
			}
		})) {
			WireResponse response = receive(peer, "GET", LIMITS.withExchange(Duration.ofMillis(300)));
			assertThat(response.ending()).isEqualTo(Ending.TIMED_OUT);
			assertThat(response.complete()).isFalse();
			assertThat(response.content().length()).isPositive();
		}
	}

	private static void assertIncomplete(WireResponse response, String octets, int cut) {
		assertThat(response.complete()).as("cut at %d", cut).isFalse();
		assertThat(response.notes()).as("cut at %d", cut).containsExactly(new Note(Note.Kind.TRUNCATED, cut));
		int statusLine = octets.indexOf("200 OK\r\n") + 8;
		assertThat(response.code()).as("cut at %d", cut).isEqualTo((cut < statusLine) ? 0 : 200);
		assertThat(octets.startsWith(response.octets().toString())).isTrue();
		assertThat("hello!").startsWith(response.content().text());
	}

	private static ScriptedPeer dribbling(String octets) throws Exception {
		return new ScriptedPeer((peer) -> {
			peer.awaitHead();
			peer.dribble(octets);
			peer.end();
		});
	}

	private static ScriptedPeer pausingAt(String octets, int cut) throws Exception {
		return new ScriptedPeer((peer) -> {
			peer.awaitHead();
			peer.send(octets.substring(0, cut));
			Thread.sleep(1);
			peer.send(octets.substring(cut));
			peer.end();
		});
	}

	private static WireResponse receive(ScriptedPeer peer, String method, Limits limits) throws Exception {
		return new WireClient(limits).exchange(peer.address(), WireRequest.raw(method, method + " / HTTP/1.1\r\n\r\n"))
			.response();
	}

	private static String describe(WireResponse response) {
		String codes = Stream.concat(response.interim().stream().map(WireHead::code), Stream.of(response.code()))
			.map(String::valueOf)
			.collect(Collectors.joining(">"));
		String notes = response.notes()
			.stream()
			.map((note) -> " " + note.kind() + "@" + note.offset())
			.collect(Collectors.joining());
		return "%s %s (%s) %s %s%s".formatted(codes, response.framing(), response.content().text(),
				response.complete() ? "complete" : "incomplete", response.ending(), notes);
	}

}
