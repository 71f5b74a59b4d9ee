package dev.statuslab.demo.resumable;

import dev.statuslab.http.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The resource of one upload, while that is under way (§4). */
@RestController
@RequestMapping(ResumableUploadController.TARGET + "/{upload}")
@Tag(name = "Resumable uploads: go on where it broke off")
class UploadResourceController {

	/** The type of an append (§6). */
	static final String PARTIAL_UPLOAD = "application/partial-upload";

	private final PartialUploads uploads;

	UploadResourceController(PartialUploads uploads) {
		this.uploads = uploads;
	}

	@RequestMapping(method = RequestMethod.OPTIONS)
	@Operation(operationId = "describeUploadResource", summary = "Learn what can be appended")
	ResponseEntity<Void> options() {
		return ResponseEntity.noContent()
			.header(HttpHeaders.ALLOW, "DELETE, GET, HEAD, OPTIONS, PATCH")
			.header(HttpHeaders.ACCEPT_PATCH, PARTIAL_UPLOAD)
			.header(UploadHead.LIMIT, UploadAnswers.LIMITS)
			.build();
	}

	/** §4.3: a request that still appends is over, so that the offset holds. */
	@GetMapping
	@Operation(operationId = "readUploadOffset", summary = "Ask how much has arrived")
	ResponseEntity<Void> offset(@PathVariable("upload") String key, HttpServletRequest request,
			Preconditions preconditions) {
		PartialUpload upload = this.uploads.look(key);
		return switch (preconditions.evaluate(request.getMethod(), PartialUploads.VALIDATORS)) {
			case FAILED -> throw Preconditions.failed(PartialUploads.VALIDATORS);
			case NOT_MODIFIED -> ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
			case PROCEED -> UploadAnswers.state(upload);
		};
	}

	@PatchMapping(consumes = PARTIAL_UPLOAD)
	@Operation(operationId = "resumeUpload", summary = "Append where it broke off")
	DeferredResult<ResponseEntity<?>> append(@PathVariable("upload") String key, HttpServletRequest request,
			Preconditions preconditions) {
		UploadHead head = UploadHead.of(request);
		long offset = head.offset()
			.orElseThrow(() -> UploadProblems.missing(UploadHead.OFFSET, "the octets that have arrived"));
		boolean complete = head.complete()
			.orElseThrow(() -> UploadProblems.missing(UploadHead.COMPLETE, "?1 if nothing follows, else ?0"));
		int turn = this.uploads.admit(key, offset, head, preconditions).turn();
		ContentArrival arrival = new ContentArrival(request, (octets) -> this.uploads.append(key, octets, turn),
				new Resumption(request, head), offset);
		return UploadAnswers.later(arrival.begin()
			.thenApply((nothing) -> complete ? UploadAnswers.processed(this.uploads.complete(key, turn), true)
					: UploadAnswers.appended(arrival.offset())));
	}

	@DeleteMapping
	@Operation(operationId = "cancelUpload", summary = "Give an upload up")
	ResponseEntity<Void> cancel(@PathVariable("upload") String key, Preconditions preconditions) {
		this.uploads.cancel(key, preconditions);
		return ResponseEntity.noContent().build();
	}

}
