package dev.statuslab.demo.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The client's end of a WebSocket, octet by octet (RFC 6455 §5.2). */
final class WebSocketPeer implements AutoCloseable {

	static final int TEXT = 1;

	static final int BINARY = 2;

	static final int CLOSE = 8;

	static final int PING = 9;

	static final int PONG = 10;

	private static final byte[] MASK = { 0x37, (byte) 0xfa, 0x21, 0x3d };

	private final Socket socket;

	private final InputStream in;

	WebSocketPeer(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setSoTimeout(10_000);
		this.in = this.socket.getInputStream();
	}

	/** Sends a head, and reads that of the response. */
	String handshake(String head) throws IOException {
		this.socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
		ByteArrayOutputStream response = new ByteArrayOutputStream();
		while (!response.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
			response.write(this.in.read());
		}
		return response.toString(StandardCharsets.US_ASCII);
	}

	/** Sends a final frame. */
	void send(int opcode, byte[] payload) throws IOException {
		ByteArrayOutputStream frame = new ByteArrayOutputStream();
		frame.write(0x80 | opcode);
		if (payload.length < 126) {
			frame.write(0x80 | payload.length);
		}
		else {
			frame.write(0x80 | 126);
			frame.write(payload.length >> 8);
			frame.write(payload.length);
		}
		frame.write(MASK);
		for (int i = 0; i < payload.length; i++) {
			frame.write(payload[i] ^ MASK[i % MASK.length]);
		}
		this.socket.getOutputStream().write(frame.toByteArray());
	}

	/** Reads a final frame, which a server does not mask. */
	Frame read() throws IOException {
		int first = this.in.read();
		int length = this.in.read();
		if (length == 126) {
			length = this.in.read() << 8 | this.in.read();
		}
		return new Frame(first & 0x0f, (first & 0xf0) == 0x80, this.in.readNBytes(length));
	}

	boolean closedByServer() throws IOException {
		return this.in.read() < 0;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	/**
	 * A frame as it came.
	 *
	 * @param opcode what it is
	 * @param last whether it is the last of its message, with no reserved bit set
	 * @param payload what it carries
	 */
	record Frame(int opcode, boolean last, byte[] payload) {

		String text() {
			return new String(this.payload, StandardCharsets.UTF_8);
		}

		/** The code of a close frame (RFC 6455 §5.5.1). */
		int closeCode() {
			return (this.payload[0] & 0xff) << 8 | this.payload[1] & 0xff;
		}

	}

}
