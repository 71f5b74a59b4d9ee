package dev.statuslab.demo.capacity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The workers of one key: those that are busy.
 *
 * @param leases one for each busy worker
 */
record Pool(List<Lease> leases) {

	/** How many workers a pool has. */
	static final int WORKERS = 2;

	static final Pool IDLE = new Pool(List.of());

	/**
	 * The pool with one more worker busy.
	 * @param lease what it is busy with
	 * @param now the present moment; what should have ended by then counts no more
	 * @return the pool
	 * @throws ExhaustedException if no worker is free
	 */
	Pool take(Lease lease, Instant now) {
		List<Lease> busy = busy(now);
		if (busy.size() >= WORKERS) {
			throw new ExhaustedException(Lease.soonest(busy.stream()).orElse(now), now);
		}
		return new Pool(Stream.concat(busy.stream(), Stream.of(lease)).toList());
	}

	/** The pool after a worker was released. */
	Pool without(Lease lease) {
		return new Pool(this.leases.stream().filter((other) -> !other.equals(lease)).toList());
	}

	List<Lease> busy(Instant now) {
		return this.leases.stream().filter((lease) -> lease.until().isAfter(now)).toList();
	}

	/**
	 * A worker's being busy.
	 *
	 * @param id tells it from every other
	 * @param until when it ends at the latest
	 */
	record Lease(String id, Instant until) {

		static Optional<Instant> soonest(Stream<Lease> leases) {
			return leases.map(Lease::until).min(Comparator.naturalOrder());
		}

	}

}
