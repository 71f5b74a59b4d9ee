package dev.statuslab.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A connection of {@link RightClient}: one exchange after the other (RFC 9112). */
final class ClientConnection implements AutoCloseable {

	private static final int TIMEOUT_MILLISECONDS = 15_000;

	private final Socket socket;

	private final RightFraming framing;

	ClientConnection(int port, Flaw flaw) throws IOException {
		this.socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(TIMEOUT_MILLISECONDS);
		this.framing = new RightFraming(this.socket.getInputStream(), flaw);
	}

	void write(byte[] octets) throws IOException {
		this.socket.getOutputStream().write(octets);
		this.socket.getOutputStream().flush();
	}

	/** Reads a response, interim or final. */
	ClientResponse read(ClientRequest request) throws IOException {
		return this.framing.read(request, this.socket);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
