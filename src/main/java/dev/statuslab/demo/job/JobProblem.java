package dev.statuslab.demo.job;

import java.time.Duration;

import dev.statuslab.http.ProblemException;
import dev.statuslab.http.RetryAfter;

/** The ways in which a request about jobs can fail. */
final class JobProblem {

	private JobProblem() {
	}

	/**
	 * RFC 9110 §15.5.5: never there, or forgotten since; which of the two is not known.
	 */
	static ProblemException unknown(String id) {
		return new ProblemException(404, "There is no job " + id
				+ ". Finished jobs are kept for a while only; POST /demo/jobs starts a new one.");
	}

	/**
	 * The result has no current representation yet, which is what 404 says. It is not
	 * 409: nothing in the request conflicts, and there is nothing to resolve.
	 */
	static ProblemException unfinished(String id, String monitor) {
		return new ProblemException(404,
				"Job " + id + " is still running and has no result yet. Its monitor redirects here when it has.")
			.with("monitor", monitor);
	}

	/** RFC 9110 §15.5.11: taken away on purpose, and an id is never used again. */
	static ProblemException cancelled(String id) {
		return new ProblemException(410, "Job " + id + " was cancelled and will have no result.");
	}

	/** RFC 9110 §15.5.10: the state of the job is in the way. */
	static ProblemException tooLateToCancel(String id) {
		return new ProblemException(409,
				"Job " + id + " is done and can't be cancelled any more; only a running one can.");
	}

	/** For the client that waits for a job while another cancels it. */
	static ProblemException cancelledMeanwhile(String id) {
		return new ProblemException(409, "Job " + id + " was cancelled while this request waited for it.");
	}

	/** For the client that waits for a job for which the store has no room any more. */
	static ProblemException lost(String id) {
		return new ProblemException(503, "Job " + id + " could not be kept: too many jobs were started after it.")
			.field(RetryAfter.FIELD, RetryAfter.in(Duration.ofSeconds(1)).value());
	}

	/** RFC 9110 §15.6.4: overload that will be over when the next job is. */
	static ProblemException tooMany(int bound, Duration next) {
		return new ProblemException(503,
				"All " + bound
						+ " places for running jobs are taken. One is free after the time that Retry-After tells.")
			.with("limit", bound)
			.field(RetryAfter.FIELD, RetryAfter.in(next).value());
	}

	static ProblemException outOfRange(Object seconds, int minimum, int maximum) {
		return new ProblemException(422, "A job can't take %s seconds: a whole number from %d to %d is expected."
			.formatted(seconds, minimum, maximum)).with("parameter", "seconds")
			.with("allowed", new Range(minimum, maximum));
	}

	record Range(int minimum, int maximum) {
	}

}
