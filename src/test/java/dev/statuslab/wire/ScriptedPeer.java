package dev.statuslab.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server that takes one connection and does on it what a test says. */
final class ScriptedPeer implements AutoCloseable {

	private final ServerSocket listener;

	private final CompletableFuture<String> heard = new CompletableFuture<>();

	private volatile Socket socket;

	ScriptedPeer(Script script) throws IOException {
		this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(() -> play(script), "scripted-peer");
		thread.setDaemon(true);
		thread.start();
	}

	/** Sends these octets after a request's head, and then ends its output. */
	static ScriptedPeer saying(String octets) throws IOException {
		return new ScriptedPeer((peer) -> {
			peer.awaitHead();
			peer.send(octets);
			peer.end();
		});
	}

	InetSocketAddress address() {
		return new InetSocketAddress(this.listener.getInetAddress(), this.listener.getLocalPort());
	}

	/** What the script heard last, once it has been played. */
	String heard() throws Exception {
		return this.heard.get(5, TimeUnit.SECONDS);
	}

	void send(String octets) throws IOException {
		this.socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Sends so that the other side is likely to see single octets. */
	void dribble(String octets) throws IOException {
		for (int i = 0; i < octets.length(); i++) {
			send(octets.substring(i, i + 1));
			Thread.yield();
		}
	}

	/** Reads to the end of a head. */
	String awaitHead() throws IOException {
		return awaitUntil("\r\n\r\n");
	}

	String awaitUntil(String end) throws IOException {
		StringBuilder heard = new StringBuilder();
		while (heard.indexOf(end) < 0) {
			int octet = this.socket.getInputStream().read();
			if (octet < 0) {
				break;
			}
			heard.append((char) octet);
		}
		return heard.toString();
	}

	/** Reads until the other side ends. */
	String awaitEnd() throws IOException {
		ByteArrayOutputStream heard = new ByteArrayOutputStream();
		this.socket.getInputStream().transferTo(heard);
		return heard.toString(StandardCharsets.ISO_8859_1);
	}

	void end() throws IOException {
		this.socket.shutdownOutput();
	}

	void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	void heard(String octets) {
		this.heard.complete(octets);
	}

	private void play(Script script) {
		try (Socket accepted = this.listener.accept()) {
			accepted.setTcpNoDelay(true);
			this.socket = accepted;
			script.play(this);
			if (!accepted.isClosed()) {
				awaitEnd();
			}
		}
		catch (Exception ex) {
			this.heard.completeExceptionally(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
	}

	/** What it does. */
	interface Script {

		void play(ScriptedPeer peer) throws Exception;

	}

}
