package dev.statuslab.demo.resumable;

import java.io.ByteArrayOutputStream;
import java.util.Objects;

import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Takes uploads, and lets those be resumed whose requests say Upload-Complete (§4.2). The
 * others are plain ones.
 */
@RestController
@RequestMapping(ResumableUploadController.TARGET)
@Tag(name = "Resumable uploads: go on where it broke off")
class ResumableUploadController {

	static final String TARGET = "/demo/resumable";

	private final PartialUploads uploads;

	ResumableUploadController(PartialUploads uploads) {
		this.uploads = uploads;
	}

	@RequestMapping(method = RequestMethod.OPTIONS)
	@Operation(operationId = "describeResumableUploads", summary = "Learn the limits before an upload")
	ResponseEntity<Void> options() {
		return ResponseEntity.noContent()
			.header(HttpHeaders.ALLOW, "OPTIONS, POST")
			.header("Accept-Post", MediaType.TEXT_PLAIN_VALUE + ", " + MediaType.APPLICATION_OCTET_STREAM_VALUE)
			.header(UploadHead.LIMIT, UploadAnswers.LIMITS)
			.build();
	}

	@PostMapping(consumes = { MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE })
	@Operation(operationId = "beginResumableUpload", summary = "Upload something, at once or in parts")
	DeferredResult<ResponseEntity<?>> upload(HttpServletRequest request, Preconditions preconditions, Links links) {
		UploadHead head = UploadHead.of(request);
		String type = Objects.requireNonNullElse(request.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE);
		PartialUpload upload = PartialUpload.begin(type, head);
		preconditions.requireForWrite("POST", PartialUploads.VALIDATORS);
		return head.wantsResource() ? resumable(upload, head, request, links) : plain(type, head, request);
	}

	/** The resource is announced before anything is read. */
	private DeferredResult<ResponseEntity<?>> resumable(PartialUpload upload, UploadHead head,
			HttpServletRequest request, Links links) {
		String key = this.uploads.create(upload);
		String location = links.path(TARGET + "/" + key);
		Resumption resumption = new Resumption(request, head);
		ContentArrival arrival = new ContentArrival(request,
				(octets) -> this.uploads.append(key, octets, upload.turn()), resumption, 0);
		return UploadAnswers.later(UploadAnswers.at(location,
				resumption.announce(location)
					.thenCompose((sent) -> arrival.begin())
					.thenApply((nothing) -> head.isComplete()
							? UploadAnswers.processed(this.uploads.complete(key, upload.turn()), true)
							: UploadAnswers.created(location, arrival.offset()))));
	}

	private static DeferredResult<ResponseEntity<?>> plain(String type, UploadHead head, HttpServletRequest request) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		ContentArrival arrival = new ContentArrival(request, (octets) -> {
			if (all.size() + octets.length > PartialUpload.LIMIT) {
				throw UploadProblems.tooLarge();
			}
			all.writeBytes(octets);
			return 0;
		}, new Resumption(request, head), 0);
		return UploadAnswers.later(arrival.begin()
			.thenApply((nothing) -> UploadAnswers.processed(Receipt.of(type, all.toByteArray()), false)));
	}

}
