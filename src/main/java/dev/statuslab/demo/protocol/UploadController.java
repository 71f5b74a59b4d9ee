package dev.statuslab.demo.protocol;

import java.io.IOException;
import java.time.InstantSource;

import dev.statuslab.http.HttpDates;
import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;
import dev.statuslab.http.VisitorKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Uploads, admitted by their heads. No method has the content as its argument: it is
 * asked for, and with it the 100 goes out, when the gate has let the request pass.
 */
@RestController
@RequestMapping("/demo/uploads")
@Tag(name = "Protocol: interim responses and upgrades")
class UploadController {

	private static final String UPLOAD = "/{key:(?!sized$).*}";

	private final Uploads uploads;

	private final InstantSource clock = InstantSource.system();

	UploadController(Uploads uploads) {
		this.uploads = uploads;
	}

	@PostMapping
	@Operation(operationId = "createUpload", summary = "Upload something, if the head of the request is admitted")
	ResponseEntity<Receipt> create(HttpServletRequest request, Preconditions preconditions, Links links)
			throws IOException {
		MediaType type = UploadGate.admit(request);
		preconditions.requireForWrite("POST", Validators.UNKNOWN);
		return created(receive(request, type), links);
	}

	@PostMapping("/sized")
	@Operation(operationId = "createSizedUpload", summary = "Upload something whose length is told before")
	ResponseEntity<Receipt> createSized(HttpServletRequest request, Preconditions preconditions, Links links)
			throws IOException {
		MediaType type = UploadGate.admitSized(request);
		preconditions.requireForWrite("POST", Validators.UNKNOWN);
		return created(receive(request, type), links);
	}

	@PutMapping(UPLOAD)
	@Operation(operationId = "saveUpload", summary = "Upload something to an address of your choice")
	ResponseEntity<Receipt> save(@PathVariable("key") String key, HttpServletRequest request,
			Preconditions preconditions, Links links) throws IOException {
		VisitorKey.require(key);
		MediaType type = UploadGate.admit(request);
		preconditions.requireForWrite("PUT", this.uploads.validators(key));
		Upload upload = receive(request, type);
		if (this.uploads.put(key, upload, preconditions)) {
			return receipt(key, upload, links);
		}
		return new ResponseEntity<>(validators(upload), HttpStatus.NO_CONTENT);
	}

	/** A 200 is no {@link ResponseEntity}: Spring would evaluate preconditions again. */
	@GetMapping(UPLOAD)
	@Operation(operationId = "readUpload", summary = "Read what was uploaded")
	HttpEntity<byte[]> read(@PathVariable("key") String key, HttpServletRequest request, Preconditions preconditions) {
		Upload upload = this.uploads.read(VisitorKey.require(key));
		HttpHeaders fields = validators(upload);
		return switch (preconditions.evaluate(request.getMethod(), upload.validators())) {
			case FAILED -> throw Preconditions.failed(upload.validators());
			case NOT_MODIFIED -> new ResponseEntity<>(fields, HttpStatus.NOT_MODIFIED);
			case PROCEED -> {
				fields.set(HttpHeaders.CONTENT_TYPE, upload.mediaType());
				fields.set(HttpHeaders.LAST_MODIFIED, HttpDates.format(upload.received()));
				fields.setContentLength(upload.octets().length);
				yield new HttpEntity<>(upload.octets(), fields);
			}
		};
	}

	/** Reads the content, and counts it: chunked content tells no length before. */
	private Upload receive(HttpServletRequest request, MediaType type) throws IOException {
		byte[] octets = request.getInputStream().readNBytes(UploadGate.LIMIT + 1);
		if (octets.length > UploadGate.LIMIT) {
			throw UploadGate.tooLarge();
		}
		return Upload.of(octets, type.toString(), this.clock.instant());
	}

	private ResponseEntity<Receipt> created(Upload upload, Links links) {
		return receipt(this.uploads.add(upload), upload, links);
	}

	private static ResponseEntity<Receipt> receipt(String key, Upload upload, Links links) {
		String address = links.path("/demo/uploads/" + key);
		return ResponseEntity.status(HttpStatus.CREATED)
			.header(HttpHeaders.LOCATION, address)
			.headers(validators(upload))
			.contentType(MediaType.APPLICATION_JSON)
			.body(new Receipt(key, upload.mediaType(), upload.octets().length, address));
	}

	private static HttpHeaders validators(Upload upload) {
		HttpHeaders fields = new HttpHeaders();
		fields.setETag(upload.entityTag().toString());
		fields.setCacheControl("no-cache");
		return fields;
	}

	/**
	 * Tells what has arrived.
	 *
	 * @param key the last segment of the address
	 * @param mediaType the media type of the content
	 * @param length the octets of the content
	 * @param address where it can be read
	 */
	record Receipt(String key, String mediaType, int length, String address) {
	}

}
