package dev.statuslab.demo.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Validators;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Runs jobs: a bounded number at once, on two threads that work on a slice of one job
 * after a slice of another. What is kept of a job is in the store; here are only the
 * timers of those that run.
 */
@Component
class Jobs implements AutoCloseable {

	/** How many jobs run at once, unless a test wants fewer. */
	static final int BOUND = 100;

	private static final int THREADS = 2;

	private final Store<Job> store;

	private final InstantSource clock;

	private final int bound;

	private final Semaphore places;

	private final Map<String, JobRun> running = new ConcurrentHashMap<>();

	private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(THREADS,
			new CustomizableThreadFactory("job-"));

	@Autowired
	Jobs(Stores stores) {
		this(stores, InstantSource.system(), BOUND);
	}

	Jobs(Stores stores, InstantSource clock, int bound) {
		this.store = stores.open("job", Job.class);
		this.clock = clock;
		this.bound = bound;
		this.places = new Semaphore(bound);
		this.timers.setRemoveOnCancelPolicy(true);
	}

	/**
	 * Accepts a job.
	 * @param length how long it is to take
	 * @param preconditions what has to be true of the list of jobs before
	 * @return the job, and its end
	 * @throws ProblemException 503 if too many run already, 412 if a precondition is
	 * false
	 */
	Accepted start(Duration length, Preconditions preconditions) {
		if (!this.places.tryAcquire()) {
			throw JobProblem.tooMany(this.bound, untilOneEnds());
		}
		try {
			preconditions.requireForWrite("POST", Validators.UNKNOWN);
		}
		catch (ProblemException ex) {
			this.places.release();
			throw ex;
		}
		JobRun run = new JobRun(create(length), this.store);
		this.running.put(run.job().id(), run);
		long period = Math.max(1, length.dividedBy(Batch.SLICES).toNanos());
		Future<?> timer = this.timers.scheduleAtFixedRate(run, period, period, TimeUnit.NANOSECONDS);
		return new Accepted(run.job(), run.end().whenComplete((done, problem) -> {
			timer.cancel(false);
			this.running.remove(run.job().id());
			this.places.release();
		}));
	}

	/**
	 * Reads a job that is running or done.
	 * @param id its id
	 * @return the job as it stands
	 * @throws ProblemException 404 if there is none, 410 if it was cancelled
	 */
	Job read(String id) {
		Job job = this.store.read(id).orElseThrow(() -> JobProblem.unknown(id));
		if (job.state() == Job.State.CANCELLED) {
			throw JobProblem.cancelled(id);
		}
		return job;
	}

	/** A job as it stands now, or as it was known where nothing newer is. */
	Job current(Job known) {
		return this.store.read(known.id()).orElse(known);
	}

	/**
	 * Cancels a running job.
	 * @param id its id
	 * @param preconditions what has to be true of the job before
	 * @throws ProblemException 404 if there is none, 409 if it is done, 410 if it was
	 * cancelled already, 412 if a precondition is false
	 */
	void cancel(String id, Preconditions preconditions) {
		this.store.update(id, (job) -> {
			Job cancelled = job.cancel();
			preconditions.requireForWrite("DELETE", Validators.UNKNOWN);
			return cancelled;
		}).orElseThrow(() -> JobProblem.unknown(id));
		JobRun run = this.running.get(id);
		if (run != null) {
			run.cancel();
		}
	}

	/** How many run at this moment. */
	int running() {
		return this.running.size();
	}

	Instant now() {
		return this.clock.instant();
	}

	@Override
	public void close() {
		this.timers.shutdownNow();
	}

	private Job create(Duration length) {
		while (true) {
			Job job = Job.start(UUID.randomUUID().toString().substring(0, 13), now(), length);
			if (this.store.create(job.id(), job)) {
				return job;
			}
		}
	}

	private Duration untilOneEnds() {
		Instant now = now();
		return this.running.values()
			.stream()
			.map((run) -> run.job().left(now))
			.min(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
	}

	/**
	 * A job that has begun.
	 *
	 * @param job the job as it was accepted
	 * @param end completes with the finished job, or with the problem that prevented it,
	 * after the job's place is free again
	 */
	record Accepted(Job job, CompletableFuture<Job> end) {
	}

}
