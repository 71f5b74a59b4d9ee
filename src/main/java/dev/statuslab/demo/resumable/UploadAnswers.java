package dev.statuslab.demo.resumable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.statuslab.http.ProblemException;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;

/** The final responses to requests that begin or resume an upload. */
final class UploadAnswers {

	/** The value of Upload-Limit (§4.1.4). */
	static final String LIMITS = "max-size=" + PartialUpload.LIMIT;

	private UploadAnswers() {
	}

	/**
	 * Answers when the content has arrived.
	 * @param coming the response, or the problem that fails it
	 * @return the same, for Spring
	 */
	static DeferredResult<ResponseEntity<?>> later(CompletableFuture<ResponseEntity<?>> coming) {
		// the content ends before that, one way or another
		DeferredResult<ResponseEntity<?>> answer = new DeferredResult<>(2 * ContentArrival.LONGEST.toMillis());
		coming.whenComplete((response, failure) -> {
			if (failure != null) {
				answer.setErrorResult(cause(failure));
			}
			else {
				answer.setResult(response);
			}
		});
		return answer;
	}

	/**
	 * §4.2.2: whatever answers a request that has begun an upload tells the same
	 * Location, except where the upload's target answers.
	 */
	static CompletableFuture<ResponseEntity<?>> at(String location, CompletableFuture<ResponseEntity<?>> coming) {
		return coming.whenComplete((response, failure) -> {
			if (failure != null && cause(failure) instanceof ProblemException problem) {
				problem.field(HttpHeaders.LOCATION, location);
			}
		});
	}

	private static Throwable cause(Throwable failure) {
		return (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause() : failure;
	}

	/** The response of the upload's target to the whole representation. */
	static ResponseEntity<?> processed(Receipt receipt, boolean resumable) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON);
		if (resumable) {
			answer.header(UploadHead.COMPLETE, "?1");
		}
		return answer.body(receipt);
	}

	/** 201 (§4.2.2): the upload resource is there, and more is to come. */
	static ResponseEntity<?> created(String location, long offset) {
		return state(HttpStatus.CREATED, offset, false).header(HttpHeaders.LOCATION, location).build();
	}

	/** 204 (§4.4.2): so much is there, and more is to come. */
	static ResponseEntity<?> appended(long offset) {
		return state(HttpStatus.NO_CONTENT, offset, false).build();
	}

	/** What is known of an upload (§4.3.2). */
	static ResponseEntity<Void> state(PartialUpload upload) {
		ResponseEntity.BodyBuilder answer = state(HttpStatus.NO_CONTENT, upload.offset(), upload.receipt() != null);
		if (upload.length() != null) {
			answer.header(UploadHead.LENGTH, Long.toString(upload.length()));
		}
		return answer.build();
	}

	private static ResponseEntity.BodyBuilder state(HttpStatusCode status, long offset, boolean complete) {
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.header(UploadHead.OFFSET, Long.toString(offset))
			.header(UploadHead.COMPLETE, complete ? "?1" : "?0")
			.header(UploadHead.LIMIT, LIMITS);
	}

}
