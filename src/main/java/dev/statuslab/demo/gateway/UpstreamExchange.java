package dev.statuslab.demo.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** One connection to the upstream server: a request, and what the request asks for. */
class UpstreamExchange implements Runnable {

	/** When a slow answer comes: too late for the gateway's usual limit. */
	static final int SLOW_MILLISECONDS = 1_200;

	/** Longer than the gateway ever waits. */
	private static final int LONGEST_MILLISECONDS = 5_000;

	private static final int MOST_OCTETS = 128 * 1024;

	private final Socket connection;

	private final AtomicLong requests;

	UpstreamExchange(Socket connection, AtomicLong requests) {
		this.connection = connection;
		this.requests = requests;
	}

	@Override
	public void run() {
		try (Socket socket = this.connection) {
			socket.setSoTimeout(LONGEST_MILLISECONDS);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			UpstreamRequest request = UpstreamRequest.parse(head(in));
			request = request.withContent(in.readNBytes(Math.min(request.length(), MOST_OCTETS)));
			this.requests.incrementAndGet();
			behave(socket, in, request);
		}
		catch (IOException ex) {
			// the gateway has gone, or a stranger does not speak HTTP
		}
	}

	private void behave(Socket socket, InputStream in, UpstreamRequest request) throws IOException {
		switch (request.behaviour()) {
			case HEALTHY -> write(socket, UpstreamResponses.healthy(request));
			case ECHO -> write(socket, UpstreamResponses.echo(request));
			case FOLDED -> write(socket, UpstreamResponses.folded(request));
			case GARBAGE -> write(socket, UpstreamResponses.GARBAGE);
			case BAD_HEADER -> write(socket, UpstreamResponses.badHeader(request));
			case TRUNCATED -> write(socket, UpstreamResponses.truncated(request));
			case SILENT -> goneWithin(socket, in, LONGEST_MILLISECONDS);
			case SLOW -> {
				if (!goneWithin(socket, in, SLOW_MILLISECONDS)) {
					write(socket, UpstreamResponses.late(request));
				}
			}
			case RESET -> socket.setSoLinger(true, 0);
			case REFUSED -> {
				// nobody gets here: its port is another
			}
		}
	}

	private static void write(Socket socket, String response) throws IOException {
		socket.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
		socket.shutdownOutput();
	}

	/** Waits, and is told by the gateway's end of the connection when it has given up. */
	private static boolean goneWithin(Socket socket, InputStream in, int milliseconds) throws IOException {
		socket.setSoTimeout(milliseconds);
		try {
			in.read();
			return true;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
	}

	private static String head(InputStream in) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		int ending = 0;
		while (ending < 4) {
			int octet = in.read();
			if (octet < 0 || head.size() > MOST_OCTETS) {
				throw new EOFException();
			}
			head.write(octet);
			ending = (octet == "\r\n\r\n".charAt(ending)) ? ending + 1 : ((octet == '\r') ? 1 : 0);
		}
		return head.toString(StandardCharsets.ISO_8859_1);
	}

}
