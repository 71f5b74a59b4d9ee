package dev.statuslab.demo.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import dev.statuslab.http.Links;

/**
 * What the monitor tells.
 *
 * @param id the job's id
 * @param state {@code running} or {@code done}
 * @param progress how much is done, in percent
 * @param secondsLeft the seconds until it is due to be done, rounded up
 * @param monitor where this can be read again
 */
record JobStatus(String id, String state, int progress, long secondsLeft, String monitor) {

	static JobStatus of(Job job, Instant now, Links links) {
		Duration left = job.left(now);
		return new JobStatus(job.id(), job.state().name().toLowerCase(Locale.ROOT), job.progress(),
				left.plusNanos(999_999_999).toSeconds(), links.path(monitor(job.id())));
	}

	static String monitor(String id) {
		return "/demo/jobs/" + id;
	}

}
