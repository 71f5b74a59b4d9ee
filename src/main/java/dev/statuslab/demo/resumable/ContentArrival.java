package dev.statuslab.demo.resumable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.statuslab.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.NanoTime;

/**
 * Takes the content of a request as it arrives, so that nothing is lost where it breaks
 * off. No thread waits for it.
 */
final class ContentArrival implements Runnable {

	/** How long content may take, however steadily it trickles in. */
	static final Duration LONGEST = Duration.ofMinutes(1);

	/** The time between two interim responses; a client may send octet by octet. */
	private static final long PACE_MILLISECONDS = 100;

	private final Content.Source content;

	private final Sink sink;

	private final Resumption resumption;

	private final long begun = NanoTime.now();

	private final CompletableFuture<Void> end = new CompletableFuture<>();

	private long offset;

	private long told;

	private long toldAt;

	/**
	 * Nothing is read yet.
	 * @param request whose content it is
	 * @param sink keeps the octets
	 * @param resumption tells the client how many those are
	 * @param offset where the content begins
	 */
	ContentArrival(HttpServletRequest request, Sink sink, Resumption resumption, long offset) {
		this.content = ServletContextRequest.getServletContextRequest(request);
		this.sink = sink;
		this.resumption = resumption;
		this.offset = offset;
		this.told = offset;
		this.toldAt = this.begun - TimeUnit.MILLISECONDS.toNanos(PACE_MILLISECONDS);
	}

	/**
	 * Begins to read.
	 * @return ends when all has been kept, or fails with the problem that ended it
	 */
	CompletableFuture<Void> begin() {
		run();
		return this.end;
	}

	/** Where the next octet belongs. */
	long offset() {
		return this.offset;
	}

	@Override
	public void run() {
		try {
			while (!this.end.isDone()) {
				Content.Chunk chunk = this.content.read();
				if (chunk == null) {
					goOn();
					return;
				}
				take(chunk);
			}
		}
		catch (RuntimeException ex) {
			this.end.completeExceptionally(ex);
		}
	}

	private void take(Content.Chunk chunk) {
		if (Content.Chunk.isFailure(chunk)) {
			this.end.completeExceptionally(problem(chunk.getFailure()));
			return;
		}
		try {
			if (chunk.hasRemaining()) {
				byte[] octets = new byte[chunk.remaining()];
				chunk.get(octets, 0, octets.length);
				this.offset = this.sink.keep(octets);
			}
		}
		finally {
			chunk.release();
		}
		if (chunk.isLast()) {
			this.end.complete(null);
		}
		else if (NanoTime.millisSince(this.begun) > LONGEST.toMillis()) {
			this.end.completeExceptionally(UploadProblems.stalled());
		}
	}

	/** Jetty sends the 100 that is expected when it is told that more is wanted. */
	private void goOn() {
		if (this.offset == this.told || NanoTime.millisSince(this.toldAt) < PACE_MILLISECONDS) {
			this.content.demand(this);
			return;
		}
		this.told = this.offset;
		this.toldAt = NanoTime.now();
		this.resumption.progress(this.offset).whenComplete((sent, failure) -> this.content.demand(this));
	}

	private static Throwable problem(Throwable failure) {
		if (failure instanceof ProblemException) {
			return failure;
		}
		return (failure instanceof TimeoutException) ? UploadProblems.stalled() : UploadProblems.brokenOff();
	}

	/** Keeps octets. */
	@FunctionalInterface
	interface Sink {

		/**
		 * Keeps some more.
		 * @return the offset after them
		 */
		long keep(byte[] octets);

	}

}
