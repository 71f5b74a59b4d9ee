package dev.statuslab.demo.capacity;

import java.time.Instant;

import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RetryAfter;
import dev.statuslab.http.RetryForm;

/** No worker is free (RFC 9110 §15.6.4). */
final class ExhaustedException extends ProblemException {

	private final transient Instant free;

	private final transient Instant now;

	/**
	 * For the pool of one key.
	 * @param free when a worker will be free
	 * @param now the present moment
	 */
	ExhaustedException(Instant free, Instant now) {
		this("All " + Pool.WORKERS + " workers of this pool are busy. Retry-After tells when one is free.",
				Pool.WORKERS, free, now);
	}

	/**
	 * For all pools together.
	 * @param bound how many workers can be busy at once
	 * @param free when a worker will be free
	 * @param now the present moment
	 */
	ExhaustedException(int bound, Instant free, Instant now) {
		this("In all pools together " + bound
				+ " workers are busy, which is the bound. Retry-After tells when one is free.", bound, free, now);
	}

	private ExhaustedException(String detail, int limit, Instant free, Instant now) {
		super(503, detail);
		this.free = free;
		this.now = now;
		with("limit", limit);
	}

	ExhaustedException retryAfter(RetryForm form) {
		field(RetryAfter.FIELD, form.until(this.free, this.now).value());
		return this;
	}

}
