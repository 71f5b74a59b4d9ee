package dev.statuslab.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.statuslab.wire.Capture.Direction;
import dev.statuslab.wire.Capture.Kind;
import dev.statuslab.wire.WireRequest.Part;

/**
 * Sends on a thread of its own, which ends with the work, so that a response that comes
 * early is read while the request is still being sent. All is recorded before it is done,
 * lest its answer be recorded first.
 */
final class Sender implements AutoCloseable {

	private static final int WRITE = 8192;

	private static final int SETTLING_MILLISECONDS = 20;

	private final Socket socket;

	private final Recorder recorder;

	private final ThreadPoolExecutor thread;

	private volatile boolean pausing;

	private volatile boolean writing;

	private volatile boolean failed;

	private volatile boolean aborted;

	Sender(Socket socket, Recorder recorder) {
		this.socket = socket;
		this.recorder = recorder;
		this.thread = new ThreadPoolExecutor(0, 1, 100, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), (work) -> {
			Thread thread = new Thread(work, "wire-sender");
			thread.setDaemon(true);
			return thread;
		});
	}

	void send(Exchange exchange) {
		this.thread.execute(() -> {
			boolean whole = false;
			try {
				whole = deliver(exchange);
			}
			catch (IOException ex) {
				this.failed = true;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				this.writing = false;
				this.pausing = false;
				exchange.end(whole);
			}
		});
	}

	/** Whether nothing is sent just now because the request says so. */
	boolean pausing() {
		return this.pausing;
	}

	/** Whether this side has ended the connection. */
	boolean aborted() {
		return this.aborted;
	}

	/**
	 * Whether sending has failed. The system tells of a reset once, to the one that asks
	 * first; a write that is under way gets a moment to come back with it.
	 */
	boolean failed() throws InterruptedException {
		for (int i = 0; i < SETTLING_MILLISECONDS && this.writing; i++) {
			Thread.sleep(1);
		}
		return this.failed;
	}

	/** Returns whether all of it was sent. */
	private boolean deliver(Exchange exchange) throws IOException, InterruptedException {
		for (Part part : exchange.request().parts()) {
			if (this.failed || this.aborted || !perform(part, exchange)) {
				return false;
			}
		}
		return true;
	}

	/** Returns false if nothing more is to be sent. */
	private boolean perform(Part part, Exchange exchange) throws IOException, InterruptedException {
		if (part instanceof Part.Send send) {
			return send(send.octets(), exchange);
		}
		if (part instanceof Part.AwaitContinue await) {
			this.pausing = true;
			boolean goOn = exchange.awaitContinue(await.atMost());
			resume();
			return goOn;
		}
		if (part instanceof Part.Pause pause) {
			this.pausing = true;
			TimeUnit.NANOSECONDS.sleep(pause.time().toNanos());
			resume();
		}
		else if (part instanceof Part.EndOfOutput) {
			this.recorder.event(Direction.SENT, Kind.END);
			this.socket.shutdownOutput();
		}
		else if (part instanceof Part.Reset) {
			reset();
		}
		return true;
	}

	/** After the end of output nothing is sent, which is no failure of the connection. */
	private boolean send(Octets octets, Exchange exchange) throws IOException {
		if (this.socket.isOutputShutdown()) {
			return false;
		}
		if (octets.length() > 0) {
			exchange.begin(this.recorder.now());
			write(octets.array());
		}
		return true;
	}

	private void write(byte[] octets) throws IOException {
		this.writing = true;
		for (int offset = 0; offset < octets.length; offset += WRITE) {
			int length = Math.min(WRITE, octets.length - offset);
			this.recorder.octets(Direction.SENT, octets, offset, length);
			this.socket.getOutputStream().write(octets, offset, length);
		}
		this.recorder.move();
		this.writing = false;
	}

	private void resume() {
		this.recorder.move();
		this.pausing = false;
	}

	private void reset() throws IOException {
		this.aborted = true;
		this.recorder.event(Direction.SENT, Kind.RESET);
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	/** Ends the connection and the thread; what wasn't sent is not. */
	@Override
	public void close() throws IOException {
		this.aborted = true;
		this.socket.close();
		this.thread.shutdownNow();
	}

}
