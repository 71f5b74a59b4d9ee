package dev.statuslab.demo.job;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.statuslab.store.Store;

/**
 * A job at work. A timer calls it once a slice; no thread belongs to it in between.
 */
final class JobRun implements Runnable {

	private final Job job;

	private final Store<Job> store;

	private final CompletableFuture<Job> end = new CompletableFuture<>();

	private int slice;

	JobRun(Job job, Store<Job> store) {
		this.job = job;
		this.store = store;
	}

	@Override
	public void run() {
		int found = Batch.primes(this.slice++);
		Optional<Job> current = this.store.update(this.job.id(), (job) -> job.worked(found));
		if (current.isEmpty()) {
			this.end.completeExceptionally(JobProblem.lost(this.job.id()));
		}
		else if (current.get().state() == Job.State.DONE) {
			this.end.complete(current.get());
		}
	}

	void cancel() {
		this.end.completeExceptionally(JobProblem.cancelledMeanwhile(this.job.id()));
	}

	/** The job as it was accepted. */
	Job job() {
		return this.job;
	}

	/** The finished job; or, if it came to no result, the problem. */
	CompletableFuture<Job> end() {
		return this.end;
	}

}
