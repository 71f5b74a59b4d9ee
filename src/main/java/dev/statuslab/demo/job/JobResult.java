package dev.statuslab.demo.job;

import java.time.Duration;

/**
 * What a job has found out.
 *
 * @param id the job's id
 * @param state {@code done}
 * @param seconds how long it was to take
 * @param numbers how many numbers it looked at, from 1
 * @param primes how many of them are primes
 */
record JobResult(String id, String state, long seconds, int numbers, int primes) {

	static JobResult of(Job job) {
		return new JobResult(job.id(), "done", Duration.between(job.started(), job.ends()).toSeconds(), Batch.NUMBERS,
				job.primes());
	}

	static String address(String id) {
		return JobStatus.monitor(id) + "/result";
	}

}
