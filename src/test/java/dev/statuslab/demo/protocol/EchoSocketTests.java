package dev.statuslab.demo.protocol;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

import dev.statuslab.demo.protocol.WebSocketPeer.Frame;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
class EchoSocketTests {

	private static final String SOCKET = "/demo/echo/socket";

	// RFC 6455 §1.3
	private static final String[] HANDSHAKE = { "Upgrade: websocket", "Connection: Upgrade",
			"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13" };

	private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

	private final Wire wire;

	EchoSocketTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies({ "rfc9110-15.2.2", "rfc9110-7.8a", "rfc9110-7.8h", "rfc6455-4.2.2a", "rfc6455-4.2.2b",
			"rfc9110-15.5.22b" })
	void theProtocolIsSwitchedAndSpoken() throws IOException {
		try (WebSocketPeer peer = new WebSocketPeer(this.wire.port())) {
			String response = peer.handshake(head("HTTP/1.1", HANDSHAKE));
			assertThat(response).startsWith("HTTP/1.1 101 Switching Protocols\r\n");
			assertThat(response.toLowerCase(Locale.ROOT)).contains("\r\nupgrade: websocket\r\n")
				.contains("\r\nconnection: upgrade\r\n")
				.doesNotContain("content-length")
				.doesNotContain("transfer-encoding")
				.doesNotContain("sec-websocket-protocol")
				.doesNotContain("sec-websocket-extensions");
			assertThat(response).contains("\r\nSec-WebSocket-Accept: " + ACCEPT + "\r\n");
			peer.send(WebSocketPeer.TEXT, "Grüß Gott".getBytes("UTF-8"));
			Frame text = peer.read();
			assertThat(text.opcode()).isEqualTo(WebSocketPeer.TEXT);
			assertThat(text.last()).isTrue();
			assertThat(text.text()).isEqualTo("Grüß Gott");
			byte[] octets = new byte[4096];
			octets[7] = -1;
			peer.send(WebSocketPeer.BINARY, octets);
			Frame binary = peer.read();
			assertThat(binary.opcode()).isEqualTo(WebSocketPeer.BINARY);
			assertThat(binary.payload()).isEqualTo(octets);
			peer.send(WebSocketPeer.PING, new byte[] { 1 });
			Frame pong = peer.read();
			assertThat(pong.opcode()).isEqualTo(WebSocketPeer.PONG);
			assertThat(pong.payload()).containsExactly(1);
			peer.send(WebSocketPeer.CLOSE, new byte[] { 0x03, (byte) 0xe8 });
			Frame close = peer.read();
			assertThat(close.opcode()).isEqualTo(WebSocketPeer.CLOSE);
			assertThat(close.closeCode()).isEqualTo(1000);
			assertThat(peer.closedByServer()).isTrue();
		}
	}

	@Test
	@Verifies("rfc6455-4.2.2b")
	void anExtensionIsNotTakenUp() throws IOException {
		try (WebSocketPeer peer = new WebSocketPeer(this.wire.port())) {
			String response = peer.handshake(head("HTTP/1.1", with("Sec-WebSocket-Extensions: permessage-deflate")));
			assertThat(response).startsWith("HTTP/1.1 101 ");
			assertThat(response.toLowerCase(Locale.ROOT)).doesNotContain("sec-websocket-extensions");
			peer.send(WebSocketPeer.TEXT, new byte[] { 'a' });
			assertThat(peer.read().text()).isEqualTo("a");
		}
	}

	@Test
	@Verifies("rfc9110-7.8g")
	void namesIgnoreCase() throws IOException {
		try (WebSocketPeer peer = new WebSocketPeer(this.wire.port())) {
			assertThat(peer.handshake(head("HTTP/1.1", "Upgrade: WebSocket", "Connection: keep-alive, UPGRADE",
					HANDSHAKE[2], HANDSHAKE[3])))
				.startsWith("HTTP/1.1 101 ");
		}
	}

	@Test
	void aMessageThatIsTooLargeEndsTheConversation() throws IOException {
		try (WebSocketPeer peer = new WebSocketPeer(this.wire.port())) {
			peer.handshake(head("HTTP/1.1", HANDSHAKE));
			peer.send(WebSocketPeer.BINARY, new byte[4097]);
			Frame close = peer.read();
			assertThat(close.opcode()).isEqualTo(WebSocketPeer.CLOSE);
			assertThat(close.closeCode()).isEqualTo(1009);
		}
	}

	@Test
	void aSocketTakesABoundedNumberOfMessages() throws IOException {
		try (WebSocketPeer peer = new WebSocketPeer(this.wire.port())) {
			peer.handshake(head("HTTP/1.1", HANDSHAKE));
			for (int i = 0; i < 100; i++) {
				peer.send(WebSocketPeer.TEXT, new byte[] { 'a' });
				assertThat(peer.read().opcode()).isEqualTo(WebSocketPeer.TEXT);
			}
			Frame close = peer.read();
			assertThat(close.opcode()).isEqualTo(WebSocketPeer.CLOSE);
			assertThat(close.closeCode()).isEqualTo(1008);
		}
	}

	@Test
	void moreSocketsThanThereArePlacesCanBeOpenedOneAfterAnother() throws IOException {
		for (int i = 0; i < 120; i++) {
			try (WebSocketPeer peer = new WebSocketPeer(this.wire.port())) {
				assertThat(peer.handshake(head("HTTP/1.1", HANDSHAKE))).startsWith("HTTP/1.1 101 ");
				peer.send(WebSocketPeer.CLOSE, new byte[] { 0x03, (byte) 0xe8 });
				assertThat(peer.read().opcode()).isEqualTo(WebSocketPeer.CLOSE);
				assertThat(peer.closedByServer()).isTrue();
			}
		}
	}

	@Test
	@Verifies({ "rfc9110-7.8b", "rfc9110-7.8c", "rfc9110-7.6.1a", "rfc9110-15.5.22a", "rfc9110-7.8i", "rfc2817-4.2" })
	void whoDoesNotAskForTheProtocolIsToldToUpgrade() {
		for (Answer answer : new Answer[] { this.wire.get(SOCKET),
				this.wire.get(SOCKET, "Upgrade: foo", "Connection: Upgrade"),
				this.wire.get(SOCKET, "Upgrade: foo, websocket", HANDSHAKE[1], HANDSHAKE[2], HANDSHAKE[3]),
				this.wire.raw(head("HTTP/1.0", HANDSHAKE)), this.wire.send("HEAD", SOCKET, HANDSHAKE) }) {
			assertThat(answer.status()).isEqualTo(426);
			assertThat(answer.field("Upgrade")).isEqualTo("websocket");
			assertThat(answer.field("Connection")).containsIgnoringCase("Upgrade");
			assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		}
		Answer explained = this.wire.get(SOCKET);
		assertThat(explained.json().get("detail").asString()).contains("speaks WebSocket only", "handshake");
		assertThat(explained.json().get("allowed").asString()).isEqualTo("websocket");
	}

	@Test
	@Verifies("rfc6455-4.2.2c")
	void anotherVersionIsToldTheRightOne() {
		Answer answer = this.wire.get(SOCKET, HANDSHAKE[0], HANDSHAKE[1], HANDSHAKE[2], "Sec-WebSocket-Version: 99");
		assertThat(answer.status()).isEqualTo(426);
		assertThat(answer.field("Sec-WebSocket-Version")).isEqualTo("13");
		assertThat(answer.field("Upgrade")).isEqualTo("websocket");
	}

	@Test
	@Verifies({ "rfc6455-4.2.1", "rfc9110-7.8e" })
	void aHandshakeThatIsMalformedIsRefused() {
		assertThat(this.wire.get(SOCKET, HANDSHAKE[0], HANDSHAKE[1], HANDSHAKE[3]).status()).isEqualTo(400);
		assertThat(this.wire.get(SOCKET, HANDSHAKE[0], HANDSHAKE[1], HANDSHAKE[3], "Sec-WebSocket-Key: YQ==").status())
			.isEqualTo(400);
		assertThat(this.wire.exchange("GET", SOCKET, "content", HANDSHAKE).status()).isEqualTo(400);
		assertThat(this.wire.exchange("POST", SOCKET, "content", HANDSHAKE).status()).isEqualTo(405);
	}

	@Test
	@Verifies({ "rfc9113-8.6", "rfc9113-8.2.2" })
	void http2KnowsNoUpgrade() throws Exception {
		HttpClient client = new HttpClient(new HttpClientTransportOverHTTP2(new HTTP2Client()));
		client.start();
		try {
			ContentResponse answer = client.GET("http://127.0.0.1:" + this.wire.port() + SOCKET);
			assertThat(answer.getStatus()).isEqualTo(200);
			assertThat(answer.getHeaders().contains("Upgrade")).isFalse();
			assertThat(answer.getHeaders().contains("Connection")).isFalse();
			assertThat(answer.getContentAsString()).contains("ws://127.0.0.1:" + this.wire.port() + SOCKET);
		}
		finally {
			client.stop();
		}
	}

	private static String[] with(String field) {
		return Stream.concat(Stream.of(HANDSHAKE), Stream.of(field)).toArray(String[]::new);
	}

	private static String head(String version, String... fields) {
		return "GET " + SOCKET + " " + version + "\r\nHost: localhost\r\n" + String.join("\r\n", fields) + "\r\n\r\n";
	}

}
