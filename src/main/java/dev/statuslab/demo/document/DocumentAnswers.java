package dev.statuslab.demo.document;

import java.util.function.Supplier;

import dev.statuslab.demo.document.Entry.Document;
import dev.statuslab.http.HttpDates;
import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Prefer;

import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Writes the answers about documents.
 * <p>
 * A retrieval that succeeds is an {@link HttpEntity}, and not a {@link ResponseEntity}:
 * of the latter, where it is a 200 to GET or HEAD, Spring evaluates the preconditions
 * once more by its own rules, and refuses some that RFC 9110 §13.2.2 lets pass.
 */
final class DocumentAnswers {

	private DocumentAnswers() {
	}

	static HttpEntity<Listing> listed(Preconditions preconditions, Supplier<Listing> listing) {
		HttpHeaders fields = new HttpHeaders();
		fields.setCacheControl("no-store");
		return switch (preconditions.evaluate("GET", Documents.COLLECTION)) {
			case FAILED -> throw Preconditions.failed(Documents.COLLECTION);
			case NOT_MODIFIED -> new ResponseEntity<>(fields, HttpStatus.NOT_MODIFIED);
			// with its status: Jetty buffers nothing whose status is not known
			case PROCEED -> new ResponseEntity<>(listing.get(), fields, HttpStatus.OK);
		};
	}

	static HttpEntity<byte[]> retrieved(Document document, Preconditions preconditions) {
		return switch (preconditions.evaluate("GET", document.validators())) {
			case FAILED -> throw Preconditions.failed(document.validators());
			case NOT_MODIFIED -> new ResponseEntity<>(tag(document), HttpStatus.NOT_MODIFIED);
			case PROCEED -> new HttpEntity<>(octets(document), content(document));
		};
	}

	static ResponseEntity<byte[]> created(Document document, Prefer prefer, Links links) {
		String location = links.path(path(document));
		if (prefer.returnMinimal()) {
			return ResponseEntity.status(HttpStatus.CREATED)
				.headers(validators(document))
				.header(HttpHeaders.LOCATION, location)
				.header(Prefer.APPLIED, "return=minimal")
				.build();
		}
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.CREATED)
			.headers(content(document))
			.header(HttpHeaders.LOCATION, location)
			.header(HttpHeaders.CONTENT_LOCATION, location);
		return withRepresentation(answer, document, prefer);
	}

	static ResponseEntity<byte[]> saved(Document document, Prefer prefer, Links links) {
		if (prefer.returnRepresentation()) {
			ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
				.headers(content(document))
				.header(HttpHeaders.CONTENT_LOCATION, links.path(path(document)));
			return withRepresentation(answer, document, prefer);
		}
		HttpHeaders fields = validators(document);
		if (prefer.returnMinimal()) {
			fields.set(Prefer.APPLIED, "return=minimal");
		}
		return new ResponseEntity<>(fields, HttpStatus.NO_CONTENT);
	}

	static String path(Document document) {
		return "/demo/documents/" + document.id();
	}

	private static ResponseEntity<byte[]> withRepresentation(ResponseEntity.BodyBuilder answer, Document document,
			Prefer prefer) {
		if (prefer.returnRepresentation()) {
			answer.header(Prefer.APPLIED, "return=representation");
		}
		return answer.body(octets(document));
	}

	private static HttpHeaders content(Document document) {
		HttpHeaders fields = validators(document);
		fields.setContentType(MediaType.APPLICATION_JSON);
		fields.setContentLength(octets(document).length);
		return fields;
	}

	private static HttpHeaders validators(Document document) {
		HttpHeaders fields = tag(document);
		fields.set(HttpHeaders.LAST_MODIFIED, HttpDates.format(document.modified()));
		return fields;
	}

	private static HttpHeaders tag(Document document) {
		HttpHeaders fields = new HttpHeaders();
		fields.setETag(document.entityTag().toString());
		fields.setCacheControl("no-cache");
		return fields;
	}

	private static byte[] octets(Document document) {
		return document.submission().octets();
	}

}
