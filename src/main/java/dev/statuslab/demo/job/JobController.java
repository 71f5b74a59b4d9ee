package dev.statuslab.demo.job;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;

import dev.statuslab.demo.job.Jobs.Accepted;
import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Prefer;
import dev.statuslab.http.RetryAfter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Jobs, the monitor of each (RFC 9110 §15.3.3) and its result. What {@code Prefer} does
 * to the start of a job (RFC 7240 §4.1, §4.3):
 * <ul>
 * <li>nothing, or only {@code respond-async}: 202 at once;</li>
 * <li>{@code wait=n}, with or without {@code respond-async}: the answer is held back
 * until the job is done, but for n seconds at most and never longer than
 * {@value #LONGEST_WAIT}. Done by then: 200 with the result and
 * {@code Preference-Applied: wait=n}, where n is the time that was really granted.
 * Otherwise 202;</li>
 * <li>{@code wait=0}: as without it;</li>
 * <li>every 202 to a client that sent {@code respond-async} carries
 * {@code Preference-Applied: respond-async}; no other 202 has the field.</li>
 * </ul>
 * A wait that is no number and preferences that are not known count as absent (RFC 7240
 * §2). A client that goes away while it waits does not stop the job, which has an address
 * of its own; only the waiting ends.
 */
@RestController
@RequestMapping("/demo/jobs")
@Tag(name = "Jobs: accepted now, done later")
class JobController {

	/** The longest wait that is granted, in seconds. */
	static final int LONGEST_WAIT = 30;

	/** A job that takes as long as its client waits is to be done in time. */
	private static final Duration GRACE = Duration.ofMillis(500);

	private final Jobs jobs;

	JobController(Jobs jobs) {
		this.jobs = jobs;
	}

	@PostMapping
	@Operation(operationId = "startJob", summary = "Start a job that is done later")
	DeferredResult<ResponseEntity<?>> start(@RequestBody(required = false) @Nullable JobOrder order,
			HttpServletRequest request, Preconditions preconditions, Links links) {
		Prefer prefer = Prefer.of(Collections.list(request.getHeaders(Prefer.FIELD)));
		long wait = Math.min(LONGEST_WAIT, prefer.waitTime().orElse(Duration.ZERO).toSeconds());
		Accepted accepted = this.jobs.start(JobOrder.length(order), preconditions);
		DeferredResult<ResponseEntity<?>> answer = new DeferredResult<>(GRACE.plusSeconds(wait).toMillis());
		if (wait > 0) {
			answer.onTimeout(() -> answer.setResult(accepted(accepted.job(), prefer, links)));
			answerAtTheEnd(answer, accepted, wait, links);
		}
		else {
			answer.setResult(accepted(accepted.job(), prefer, links));
		}
		return answer;
	}

	/**
	 * The monitor: 200 while the job runs, then 303 to the result (RFC 9110 §15.4.4).
	 */
	@GetMapping("/{id}")
	@Operation(operationId = "monitorJob", summary = "See how far a job is")
	ResponseEntity<?> monitor(@PathVariable String id, Links links) {
		Job job = this.jobs.read(id);
		if (job.over()) {
			String result = links.path(JobResult.address(id));
			return fresh(303).header(HttpHeaders.LOCATION, result).body(new JobDone(id, "done", result));
		}
		return fresh(200).header(RetryAfter.FIELD, retryAfter(job)).body(status(job, links));
	}

	@GetMapping("/{id}/result")
	@Operation(operationId = "readJobResult", summary = "Read what a job found out")
	ResponseEntity<JobResult> result(@PathVariable String id, Links links) {
		Job job = this.jobs.read(id);
		if (!job.over()) {
			throw JobProblem.unfinished(id, links.path(JobStatus.monitor(id)));
		}
		return fresh(200).body(JobResult.of(job));
	}

	@DeleteMapping("/{id}")
	@Operation(operationId = "cancelJob", summary = "Cancel a running job")
	ResponseEntity<Void> cancel(@PathVariable String id, Preconditions preconditions) {
		this.jobs.cancel(id, preconditions);
		return ResponseEntity.noContent().build();
	}

	private static void answerAtTheEnd(DeferredResult<ResponseEntity<?>> answer, Accepted accepted, long wait,
			Links links) {
		CompletableFuture<Job> waiting = accepted.end().whenComplete((job, problem) -> {
			if (problem != null) {
				answer.setErrorResult(problem);
			}
			else {
				answer.setResult(fresh(200).header(Prefer.APPLIED, "wait=" + wait)
					.header(HttpHeaders.CONTENT_LOCATION, links.path(JobResult.address(job.id())))
					.body(JobResult.of(job)));
			}
		});
		answer.onCompletion(() -> waiting.cancel(false));
	}

	private ResponseEntity<?> accepted(Job started, Prefer prefer, Links links) {
		Job job = this.jobs.current(started);
		BodyBuilder answer = fresh(202).header(HttpHeaders.LOCATION, links.path(JobStatus.monitor(job.id())))
			.header(RetryAfter.FIELD, retryAfter(job));
		if (prefer.respondAsync()) {
			answer.header(Prefer.APPLIED, "respond-async");
		}
		return answer.body(status(job, links));
	}

	private String retryAfter(Job job) {
		return RetryAfter.in(job.left(this.jobs.now())).value();
	}

	private JobStatus status(Job job, Links links) {
		return JobStatus.of(job, this.jobs.now(), links);
	}

	private static BodyBuilder fresh(int status) {
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON);
	}

}
