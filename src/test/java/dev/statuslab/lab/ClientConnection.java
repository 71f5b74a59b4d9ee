package dev.statuslab.lab;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection of {@link RightClient}: one exchange after the other (RFC 9112). */
final class ClientConnection implements AutoCloseable {

	private static final int TIMEOUT_MILLISECONDS = 15_000;

	private final Socket socket;

	private final InputStream in;

	ClientConnection(int port) throws IOException {
		this.socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(TIMEOUT_MILLISECONDS);
		this.in = this.socket.getInputStream();
	}

	void write(byte[] octets) throws IOException {
		this.socket.getOutputStream().write(octets);
		this.socket.getOutputStream().flush();
	}

	/** Reads a response, interim or final. */
	ClientResponse read(ClientRequest request) throws IOException {
		int first = this.in.read();
		if (first < 0) {
			throw new RightRetries.NoResponseException();
		}
		int status = Integer.parseInt(((char) first + line()).split(" ")[1]);
		List<String> fields = lines();
		ClientResponse head = new ClientResponse(request.url(), status, fields, new byte[0]);
		if (status < 200 || status == 204 || status == 304 || request.method().equals("HEAD")) {
			return head;
		}
		return new ClientResponse(request.url(), status, fields, content(head));
	}

	private byte[] content(ClientResponse head) throws IOException {
		if ("chunked".equalsIgnoreCase(head.field("Transfer-Encoding"))) {
			ByteArrayOutputStream content = new ByteArrayOutputStream();
			for (int size = size(); size > 0; size = size()) {
				content.write(octets(size));
				line();
			}
			lines();
			return content.toByteArray();
		}
		String length = head.field("Content-Length");
		return (length != null) ? octets(Integer.parseInt(length)) : this.in.readAllBytes();
	}

	private int size() throws IOException {
		return Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
	}

	/** RFC 9112 §8: content that ends early is incomplete, and an error. */
	private byte[] octets(int count) throws IOException {
		byte[] octets = this.in.readNBytes(count);
		if (octets.length < count) {
			throw new EOFException("The content is incomplete: %d of %d octets".formatted(octets.length, count));
		}
		return octets;
	}

	private List<String> lines() throws IOException {
		List<String> lines = new ArrayList<>();
		for (String line = line(); !line.isEmpty(); line = line()) {
			lines.add(line);
		}
		return lines;
	}

	private String line() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int octet = this.in.read(); octet != '\n'; octet = this.in.read()) {
			if (octet < 0) {
				throw new EOFException("The connection is closed");
			}
			if (octet != '\r') {
				line.write(octet);
			}
		}
		return line.toString(StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
