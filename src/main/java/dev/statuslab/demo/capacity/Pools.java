package dev.statuslab.demo.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import dev.statuslab.demo.capacity.Pool.Lease;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Validators;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * A pool of workers a key. Who is busy stands in the store; a timer releases a worker, or
 * the client's departure does.
 */
@Component
class Pools implements AutoCloseable {

	/** How long a worker can be busy, in seconds. */
	static final Span.Range RANGE = new Span.Range(1, 10, 2);

	/** How many workers of all pools are busy at once, unless a test wants fewer. */
	static final int BOUND = 1000;

	private final Store<Pool> pools;

	private final InstantSource clock;

	private final int bound;

	private final Semaphore total;

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
			new CustomizableThreadFactory("pool-timer-"));

	@Autowired
	Pools(Stores stores) {
		this(stores, InstantSource.system(), BOUND);
	}

	Pools(Stores stores, InstantSource clock, int bound) {
		this.pools = stores.open("pool", Pool.class, Duration.ofMinutes(1));
		this.clock = clock;
		this.bound = bound;
		this.total = new Semaphore(bound);
		this.timer.setRemoveOnCancelPolicy(true);
	}

	/**
	 * Makes a worker busy.
	 * @param key whose
	 * @param length for how long
	 * @param preconditions what has to be true of the pool before
	 * @return the work
	 * @throws ExhaustedException if no worker is free
	 * @throws dev.statuslab.http.ProblemException 412 if a precondition is false
	 */
	Work occupy(String key, Duration length, Preconditions preconditions) {
		Instant now = this.clock.instant();
		if (!this.total.tryAcquire()) {
			throw new ExhaustedException(this.bound, soonestOfAll(now), now);
		}
		Lease lease = new Lease(UUID.randomUUID().toString(), now.plus(length));
		try {
			take(key, lease, now, preconditions);
		}
		catch (ProblemException ex) {
			this.total.release();
			throw ex;
		}
		CompletableFuture<Void> end = new CompletableFuture<>();
		Future<?> alarm = this.timer.schedule(() -> end.complete(null), length.toMillis(), TimeUnit.MILLISECONDS);
		return new Work(end, end.whenComplete((done, cancelled) -> {
			alarm.cancel(false);
			this.pools.update(key, (pool) -> pool.without(lease));
			this.total.release();
		}));
	}

	/** How many workers of a key are busy. */
	int busy(String key) {
		return this.pools.read(key).map((pool) -> pool.busy(this.clock.instant()).size()).orElse(0);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	private void take(String key, Lease lease, Instant now, Preconditions preconditions) {
		UnaryOperator<Pool> change = (pool) -> {
			Pool taken = pool.take(lease, now);
			preconditions.requireForWrite("POST", Validators.UNKNOWN);
			return taken;
		};
		this.pools.put(key, () -> change.apply(Pool.IDLE), change);
	}

	private Instant soonestOfAll(Instant now) {
		return Lease.soonest(this.pools.list().stream().flatMap((pool) -> pool.busy(now).stream())).orElse(now);
	}

	/**
	 * A busy worker.
	 *
	 * @param end ends the work
	 * @param released completes when the worker is free again
	 */
	record Work(CompletableFuture<Void> end, CompletableFuture<Void> released) {

		/** Ends the work early, if it is not over. */
		void abandon() {
			this.end.cancel(false);
		}

	}

}
