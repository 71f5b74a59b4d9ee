package dev.statuslab.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.statuslab.wire.Capture.Direction;
import dev.statuslab.wire.Capture.Kind;
import org.jspecify.annotations.Nullable;

/** Gives the octets of a connection one by one, within the limits of one turn. */
final class Receiver {

	private final Socket socket;

	private final Recorder recorder;

	private final Sender sender;

	private final Limits limits;

	private final byte[] buffer = new byte[8192];

	private int position;

	private int count;

	private long firstAt;

	private long arrivedAt;

	/** The end of the connection, which stands for all turns. */
	private @Nullable Ending ended;

	/** Why this turn has stopped before. */
	private @Nullable Ending stopped;

	private OctetBuffer turn = new OctetBuffer(0);

	private long start;

	private long deadline;

	private long silence;

	Receiver(Socket socket, Recorder recorder, Sender sender, Limits limits) {
		this.socket = socket;
		this.recorder = recorder;
		this.sender = sender;
		this.limits = limits;
	}

	/** Begins a turn: the limits count from here. */
	void begin(Duration atMost, Duration silence) {
		this.turn = new OctetBuffer(this.limits.kept());
		this.stopped = null;
		this.start = this.recorder.now();
		this.deadline = this.start + atMost.toNanos();
		this.silence = silence.toNanos();
	}

	/** The next octet, or -1 where there is none: {@link #ending} says why. */
	int next() {
		if (this.stopped != null || (this.position == this.count && !fill())) {
			return -1;
		}
		if (this.turn.total() == this.limits.received()) {
			this.stopped = Ending.TOO_LONG;
			return -1;
		}
		if (this.turn.total() == 0) {
			this.firstAt = this.arrivedAt;
		}
		int octet = this.buffer[this.position++] & 0xff;
		this.turn.add(octet);
		return octet;
	}

	/** Takes all that comes until there is no more. */
	void drain() {
		int octet;
		do {
			octet = next();
		}
		while (octet >= 0);
	}

	/** Why there are no more octets; {@link Ending#KEPT} if there may be. */
	Ending ending() {
		if (this.stopped != null) {
			return this.stopped;
		}
		return (this.ended != null && this.position == this.count) ? this.ended : Ending.KEPT;
	}

	/** The octets of this turn. */
	Octets octets() {
		return this.turn.toOctets();
	}

	/** How many octets this turn has given. */
	long offset() {
		return this.turn.total();
	}

	/** When the first octet of this turn came, on the same clock as {@link #now}. */
	long firstAt() {
		return this.firstAt;
	}

	/** When the last octet given came, in nanoseconds since the connection was opened. */
	long arrivedAt() {
		return this.arrivedAt;
	}

	long now() {
		return this.recorder.now();
	}

	private boolean fill() {
		while (this.ended == null && this.stopped == null) {
			long now = this.recorder.now();
			long quiet = now - Math.max(this.start, this.recorder.moved());
			if (now >= this.deadline) {
				this.stopped = Ending.TIMED_OUT;
			}
			else if (quiet >= this.silence && !this.sender.pausing()) {
				this.stopped = Ending.SILENT;
			}
			else if (read(Math.min(this.deadline - now, Math.max(1, this.silence - quiet)))) {
				return true;
			}
		}
		return false;
	}

	private boolean read(long nanoseconds) {
		try {
			this.socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(nanoseconds) + 1));
			int read = this.socket.getInputStream().read(this.buffer);
			if (read < 0) {
				end(this.sender.failed() ? Ending.RESET : Ending.CLOSED);
				return false;
			}
			this.position = 0;
			this.count = read;
			this.arrivedAt = this.recorder.octets(Direction.RECEIVED, this.buffer, 0, read);
			return true;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (IOException ex) {
			end(this.sender.aborted() ? Ending.ABORTED : Ending.RESET);
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			end(Ending.CLOSED);
			return false;
		}
	}

	private void end(Ending ending) {
		this.ended = ending;
		if (ending != Ending.ABORTED) {
			this.recorder.event(Direction.RECEIVED, (ending == Ending.CLOSED) ? Kind.END : Kind.RESET);
		}
	}

}
