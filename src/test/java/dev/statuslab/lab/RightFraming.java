package dev.statuslab.lab;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads responses and sees where they end (RFC 9112 §6.3), or errs in one respect. */
final class RightFraming {

	private static final int IMPATIENCE_MILLISECONDS = 500;

	private final InputStream in;

	private final Flaw flaw;

	RightFraming(InputStream in, Flaw flaw) {
		this.in = in;
		this.flaw = flaw;
	}

	/** Reads a response, interim or final. */
	ClientResponse read(ClientRequest request, Socket socket) throws IOException {
		String statusLine = line();
		if (!statusLine.matches("HTTP/1\\.[01] [0-9]{3} .*")) {
			throw new IOException("This is no status line: " + statusLine);
		}
		int status = Integer.parseInt(statusLine.substring(9, 12));
		List<String> fields = lines();
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		ClientResponse head = new ClientResponse(request.url(), status, fields, new byte[0]);
		boolean none = status < 200 || status == 204 || status == 304 || request.method().equals("HEAD");
		if (none && status >= 200 && does(Flaw.WAITS_FOR_CONTENT)) {
			socket.setSoTimeout(IMPATIENCE_MILLISECONDS);
			none = false;
		}
		if (none || status == 205 && does(Flaw.TAKES_205_FOR_204)) {
			return head;
		}
		try {
			content(head, content);
		}
		catch (IOException ex) {
			if (!does(Flaw.HALF_IS_ENOUGH)) {
				throw new IncompleteException(head.with(content.toByteArray()), ex);
			}
		}
		return head.with(content.toByteArray());
	}

	private void content(ClientResponse head, ByteArrayOutputStream content) throws IOException {
		String length = head.field("Content-Length");
		boolean chunked = "chunked".equalsIgnoreCase(head.field("Transfer-Encoding"));
		if (chunked && !(length != null && does(Flaw.LENGTH_WINS))) {
			chunks(head, content);
		}
		else if (length != null) {
			octets(Integer.parseInt(length), content);
		}
		else if (!does(Flaw.NO_LENGTH_NO_CONTENT)) {
			for (int octet = this.in.read(); octet >= 0; octet = this.in.read()) {
				content.write(octet);
			}
		}
	}

	/** RFC 9112 §7.1. */
	private void chunks(ClientResponse head, ByteArrayOutputStream content) throws IOException {
		for (int size = size(); size > 0; size = size()) {
			octets(size, content);
			line();
		}
		if (does(Flaw.FORGETS_THE_LAST_CHUNK)) {
			return;
		}
		List<String> trailers = lines();
		if (does(Flaw.TRAILERS_MERGED)) {
			head.fields().addAll(trailers);
		}
	}

	private int size() throws IOException {
		String size = line();
		if (size.contains(";") && does(Flaw.EXTENSIONS_REFUSED)) {
			throw new IOException("This is no size: " + size);
		}
		return Integer.parseInt(size.replaceFirst(";.*", ""), 16);
	}

	private void octets(int count, ByteArrayOutputStream content) throws IOException {
		for (int i = 0; i < count; i++) {
			int octet = this.in.read();
			if (octet < 0) {
				throw new EOFException("%d of %d octets".formatted(i, count));
			}
			content.write(octet);
		}
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
				throw (line.size() == 0) ? new RightRetries.NoResponseException()
						: new EOFException("The connection is closed");
			}
			if (octet != '\r') {
				line.write(octet);
			}
		}
		return line.toString(StandardCharsets.ISO_8859_1);
	}

	private boolean does(Flaw one) {
		return this.flaw == one;
	}

}
