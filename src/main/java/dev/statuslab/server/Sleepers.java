package dev.statuslab.server;

import java.util.concurrent.atomic.AtomicInteger;

import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RetryAfter;

/** Counts the requests that are being delayed, and bounds their number. */
public final class Sleepers {

	private final int most;

	private final AtomicInteger count = new AtomicInteger();

	/**
	 * Nobody yet.
	 * @param most how many may be delayed at once
	 */
	public Sleepers(int most) {
		this.most = most;
	}

	/**
	 * Lets one more in.
	 * @throws ProblemException 503 if there are too many
	 */
	public void enter() {
		if (this.count.incrementAndGet() > this.most) {
			this.count.decrementAndGet();
			throw new ProblemException(503, "Too many requests are being delayed already.").with("limit", this.most)
				.field(RetryAfter.FIELD, "1");
		}
	}

	/** Lets one out. */
	public void leave() {
		this.count.decrementAndGet();
	}

	/**
	 * How many are being delayed.
	 * @return their number
	 */
	public int count() {
		return this.count.get();
	}

}
