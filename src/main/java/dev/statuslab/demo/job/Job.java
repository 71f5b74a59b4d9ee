package dev.statuslab.demo.job;

import java.time.Duration;
import java.time.Instant;

/**
 * A job as it stands.
 *
 * @param id its name in the monitor's address
 * @param started when it was accepted
 * @param ends when it is due to be done
 * @param state where it is in its life
 * @param slices how many slices of the batch are done
 * @param primes how many primes they held
 */
record Job(String id, Instant started, Instant ends, State state, int slices, int primes) {

	static Job start(String id, Instant now, Duration length) {
		return new Job(id, now, now.plus(length), State.RUNNING, 0, 0);
	}

	/**
	 * The job after one more slice. A job that is over stays as it is.
	 * @param found how many primes the slice held
	 * @return the job
	 */
	Job worked(int found) {
		if (over()) {
			return this;
		}
		int done = this.slices + 1;
		State next = (done == Batch.SLICES) ? State.DONE : State.RUNNING;
		return new Job(this.id, this.started, this.ends, next, done, this.primes + found);
	}

	/**
	 * The job after it was called off.
	 * @return the job
	 * @throws dev.statuslab.http.ProblemException if it is over already: 409 for a job
	 * that is done, 410 for one that was cancelled
	 */
	Job cancel() {
		return switch (this.state) {
			case RUNNING -> new Job(this.id, this.started, this.ends, State.CANCELLED, this.slices, this.primes);
			case DONE -> throw JobProblem.tooLateToCancel(this.id);
			case CANCELLED -> throw JobProblem.cancelled(this.id);
		};
	}

	boolean over() {
		return this.state != State.RUNNING;
	}

	/** How much is done, in percent. */
	int progress() {
		return 100 * this.slices / Batch.SLICES;
	}

	/** The time until it is due to be done; zero if that is past. */
	Duration left(Instant now) {
		return now.isBefore(this.ends) ? Duration.between(now, this.ends) : Duration.ZERO;
	}

	/** Where a job is in its life. */
	enum State {

		RUNNING, DONE, CANCELLED

	}

}
