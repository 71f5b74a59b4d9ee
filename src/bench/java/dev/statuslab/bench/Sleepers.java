package dev.statuslab.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Many clients that wait in a server at the same time, from one thread. Started from its
 * source: {@code java Sleepers.java ADDRESS CLIENTS SECONDS}, the seconds being what a
 * request is delayed by. Prints {@code all are inside} once every request was sent before
 * any answer came, and at the end how much later than due the answers came.
 */
final class Sleepers {

	/** What the listener's queue holds of connections that were not accepted yet. */
	private static final int CONNECTING = 32;

	private static final long LATEST = TimeUnit.SECONDS.toNanos(30);

	private final InetSocketAddress address;

	private final byte[] request;

	private final long delay;

	private final long[] lateness;

	private final ByteBuffer buffer = ByteBuffer.allocateDirect(8192);

	private int opened;

	private int sent;

	private int answered;

	private int refused;

	private Sleepers(URI uri, int clients, long seconds) {
		this.address = new InetSocketAddress(uri.getHost(), uri.getPort());
		this.request = ("GET " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
				+ "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		this.delay = TimeUnit.SECONDS.toNanos(seconds);
		this.lateness = new long[clients];
	}

	public static void main(String[] arguments) throws IOException {
		Sleepers sleepers = new Sleepers(URI.create(arguments[0]), Integer.parseInt(arguments[1]),
				Long.parseLong(arguments[2]));
		System.exit(sleepers.run() ? 0 : 1);
	}

	private boolean run() throws IOException {
		int clients = this.lateness.length;
		long start = System.nanoTime();
		try (Selector selector = Selector.open()) {
			while (this.answered + this.refused < clients && System.nanoTime() - start < this.delay + LATEST) {
				while (this.opened < clients && this.opened - this.sent < CONNECTING) {
					SocketChannel channel = SocketChannel.open();
					channel.configureBlocking(false);
					channel.register(selector, SelectionKey.OP_CONNECT);
					channel.connect(this.address);
					this.opened++;
				}
				selector.select(this::advance, 1000);
			}
		}
		report();
		return this.answered == clients;
	}

	private void advance(SelectionKey key) {
		try {
			if (key.isConnectable()) {
				send(key);
			}
			else {
				receive(key);
			}
		}
		catch (IOException ex) {
			refuse(key, ex.toString());
		}
	}

	private void send(SelectionKey key) throws IOException {
		SocketChannel channel = (SocketChannel) key.channel();
		key.attach(System.nanoTime());
		channel.finishConnect();
		if (channel.write(ByteBuffer.wrap(this.request)) != this.request.length) {
			throw new IOException("a request did not fit the socket's buffer");
		}
		key.interestOps(SelectionKey.OP_READ);
		this.sent++;
		if (this.sent == this.lateness.length && this.answered + this.refused == 0) {
			System.out.println("all are inside");
		}
	}

	/** The head of the answer is enough: it comes in one piece. */
	private void receive(SelectionKey key) throws IOException {
		this.buffer.clear();
		int length = ((SocketChannel) key.channel()).read(this.buffer);
		String answer = StandardCharsets.ISO_8859_1.decode(this.buffer.flip()).toString();
		if (length < 0 || !answer.startsWith("HTTP/1.1 200 ")) {
			refuse(key, (length < 0) ? "closed without an answer" : answer.lines().findFirst().orElse(""));
			return;
		}
		this.lateness[this.answered] = System.nanoTime() - (long) key.attachment() - this.delay;
		this.answered++;
		// It stays open, as a client's connection does; nothing more is awaited from it
		key.interestOps(0);
	}

	private void refuse(SelectionKey key, String why) {
		if (key.attachment() == null) {
			this.sent++;
		}
		this.refused++;
		if (this.refused <= 5) {
			System.out.println("refused: " + why);
		}
		key.cancel();
	}

	private void report() {
		System.out.printf("answered 200: %d of %d%n", this.answered, this.lateness.length);
		if (this.answered > 0) {
			Arrays.sort(this.lateness, 0, this.answered);
			System.out.printf("later than due, ms: %.1f the first, %.1f the median, %.1f the last%n", late(0),
					late(this.answered / 2), late(this.answered - 1));
		}
	}

	private double late(int index) {
		return this.lateness[index] / 1e6;
	}

}
