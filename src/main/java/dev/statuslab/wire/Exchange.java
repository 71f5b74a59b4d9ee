package dev.statuslab.wire;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request on its way, of which the sender and the reader tell each other. */
final class Exchange {

	private static final int SETTLING_MILLISECONDS = 20;

	private final WireRequest request;

	private final CountDownLatch answered = new CountDownLatch(1);

	private volatile boolean refused;

	private final CountDownLatch over = new CountDownLatch(1);

	private volatile boolean whole;

	private volatile boolean started;

	private volatile long begun;

	/**
	 * A request that is to be sent.
	 * @param request the request
	 * @param now nanoseconds since the connection was opened, which stand until the
	 * request's first octet is sent
	 */
	Exchange(WireRequest request, long now) {
		this.request = request;
		this.begun = now;
	}

	WireRequest request() {
		return this.request;
	}

	/** When its first octet was sent, in nanoseconds since the connection was opened. */
	long begun() {
		return this.begun;
	}

	/** Takes note that octets are sent; the first time counts. */
	void begin(long now) {
		if (!this.started) {
			this.started = true;
			this.begun = now;
		}
	}

	/** Takes note that no more of it will be sent. */
	void end(boolean whole) {
		this.whole = whole;
		this.over.countDown();
	}

	/**
	 * Whether all of it was sent. A response can be faster than the sender's word that it
	 * has finished, which gets a moment to come.
	 */
	boolean sent() {
		try {
			return this.over.await(SETTLING_MILLISECONDS, TimeUnit.MILLISECONDS) && this.whole;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Takes note of a head that came: the first 100 or final response ends the wait. */
	void answer(WireHead head) {
		if (this.answered.getCount() > 0 && (head.code() == 100 || !head.isInterim())) {
			this.refused = !head.isInterim();
			this.answered.countDown();
		}
	}

	/** Whether the rest of the request is to be sent. */
	boolean awaitContinue(Duration atMost) throws InterruptedException {
		return !this.answered.await(atMost.toNanos(), TimeUnit.NANOSECONDS) || !this.refused;
	}

}
