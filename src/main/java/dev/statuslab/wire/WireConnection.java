package dev.statuslab.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * One connection. Requests are sent in the background, one after the other, so that
 * several can be under way (RFC 9112 §9.3.2); responses are read in their order. Nothing
 * that the server does is an exception. A connection is for one thread.
 */
public final class WireConnection implements AutoCloseable {

	private static final WireRequest NOTHING = new WireRequest("", List.of());

	private final Limits limits;

	private final Recorder recorder;

	private final Sender sender;

	private final Receiver receiver;

	private final Queue<Exchange> unanswered = new ArrayDeque<>();

	WireConnection(Socket socket, Limits limits) {
		this.limits = limits;
		this.recorder = new Recorder(limits.kept());
		this.sender = new Sender(socket, this.recorder);
		this.receiver = new Receiver(socket, this.recorder, this.sender, limits);
	}

	/**
	 * Sends a request, and returns at once.
	 * @param request the request
	 */
	public void send(WireRequest request) {
		Exchange exchange = new Exchange(request, this.recorder.now());
		this.unanswered.add(exchange);
		this.sender.send(exchange);
	}

	/**
	 * Sends octets that no response is due for, as after a 101, and returns at once.
	 * @param octets the octets
	 */
	public void send(Octets octets) {
		this.sender.send(new Exchange(NOTHING.octets(octets), this.recorder.now()));
	}

	/**
	 * Reads the response to the oldest request that has none. Where not an octet came in
	 * time, the request still waits for its response. Without such a request it reads
	 * what the server says unasked, with times since this call. After an incomplete
	 * response the connection is of no more use for HTTP.
	 * @return the response, whole or not
	 */
	public WireResponse receive() {
		Exchange exchange = this.unanswered.peek();
		if (exchange == null) {
			exchange = new Exchange(NOTHING, this.recorder.now());
			exchange.end(true);
		}
		this.receiver.begin(this.limits.exchange(), this.limits.silence());
		WireResponse response = new ResponseReader(this.receiver, exchange, this.limits).read();
		if (response.octets().total() > 0) {
			this.unanswered.poll();
		}
		return response;
	}

	/**
	 * Sends a request and reads a response.
	 * @param request the request
	 * @return the response to the oldest request that has none
	 */
	public WireResponse exchange(WireRequest request) {
		send(request);
		return receive();
	}

	/**
	 * Reads octets as they come, whatever they are.
	 * @param length how many
	 * @param within how long to wait for them, which alone counts here
	 * @return the octets, fewer if not all came
	 */
	public Received read(int length, Duration within) {
		this.receiver.begin(within, within);
		OctetBuffer octets = new OctetBuffer(Integer.MAX_VALUE);
		while (octets.total() < length) {
			int octet = this.receiver.next();
			if (octet < 0) {
				return received(octets, this.receiver.ending());
			}
			octets.add(octet);
		}
		return received(octets, Ending.KEPT);
	}

	/**
	 * Reads octets up to a pattern.
	 * @param pattern the octets that end it
	 * @param within how long to wait for them, which alone counts here
	 * @return the octets, with the pattern if it came
	 */
	public Received readUntil(Octets pattern, Duration within) {
		this.receiver.begin(within, within);
		OctetBuffer octets = new OctetBuffer(Integer.MAX_VALUE);
		byte[] tail = new byte[pattern.length()];
		while (octets.total() < tail.length || !Arrays.equals(tail, pattern.array())) {
			int octet = this.receiver.next();
			if (octet < 0) {
				return received(octets, this.receiver.ending());
			}
			octets.add(octet);
			System.arraycopy(tail, 1, tail, 0, tail.length - 1);
			tail[tail.length - 1] = (byte) octet;
		}
		return received(octets, Ending.KEPT);
	}

	/**
	 * What has gone over this connection so far.
	 * @return the octets both ways
	 */
	public Capture capture() {
		return this.recorder.capture();
	}

	/** Closes the connection, whatever is still under way. */
	@Override
	public void close() {
		try {
			this.sender.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Received received(OctetBuffer octets, Ending ending) {
		return new Received(octets.toOctets(), ending, Duration.ofNanos(this.recorder.now()));
	}

}
