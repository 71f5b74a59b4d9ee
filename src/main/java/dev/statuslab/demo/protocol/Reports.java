package dev.statuslab.demo.protocol;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Preconditions.Verdict;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RetryAfter;
import dev.statuslab.http.Validators;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Makes reports, a bounded number at once, on two threads that work on a chapter of one
 * after a chapter of another.
 */
@Component
class Reports implements AutoCloseable {

	/** The time from chapter to chapter. */
	static final Duration PACE = Duration.ofMillis(400);

	/**
	 * How long a client is left without a sign of life. RFC 2518 §10.1 has 20 s in mind,
	 * which nobody would wait for here.
	 */
	static final Duration PATIENCE = Duration.ofSeconds(1);

	/** The most chapters of a report. */
	static final int LONGEST = 20;

	private static final int BOUND = 100;

	private static final int THREADS = 2;

	private final Semaphore places = new Semaphore(BOUND);

	private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(THREADS,
			new CustomizableThreadFactory("report-"));

	Reports() {
		this.timers.setRemoveOnCancelPolicy(true);
	}

	/**
	 * Begins a report.
	 * @param length the number of chapters
	 * @param preconditions those of the retrieval
	 * @param sign gives a sign of life to who waits; called each time that
	 * {@link #PATIENCE} is over, never while the one before is under way
	 * @return the report, after the last sign of life; cancelling it ends the work
	 * @throws ProblemException 422 if there can be no such report, 503 if too many are
	 * being made, 412 if a precondition is false
	 */
	CompletableFuture<List<Chapter>> begin(int length, Preconditions preconditions,
			Supplier<CompletableFuture<Void>> sign) {
		if (length < 1 || length > LONGEST) {
			throw new ProblemException(422,
					"A report can't have %d parts: a whole number from 1 to %d is expected.".formatted(length, LONGEST))
				.with("parameter", "parts");
		}
		if (!this.places.tryAcquire()) {
			throw new ProblemException(503, "Too many reports are being made. Retry-After tells when to ask again.")
				.field(RetryAfter.FIELD, RetryAfter.in(PACE.multipliedBy(LONGEST)).value());
		}
		if (preconditions.evaluate("GET", Validators.UNKNOWN) == Verdict.FAILED) {
			this.places.release();
			throw Preconditions.failed(Validators.UNKNOWN);
		}
		ReportRun run = new ReportRun(length, sign);
		Future<?> timer = this.timers.scheduleAtFixedRate(run, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
		run.end().whenComplete((report, failure) -> {
			timer.cancel(false);
			this.places.release();
		});
		return run.end();
	}

	@Override
	public void close() {
		this.timers.shutdownNow();
	}

}
