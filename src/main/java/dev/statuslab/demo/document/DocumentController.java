package dev.statuslab.demo.document;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.statuslab.demo.document.Entry.Document;
import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Prefer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The document store. Its sample, document 1, has no method that writes: 405. */
@Tag(name = "Documents: create, read, save, delete")
@RestController
@RequestMapping("/demo/documents")
class DocumentController {

	private static final String DOCUMENT = "/{id:(?!1$).*}";

	private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}");

	private final Documents documents;

	DocumentController(Documents documents) {
		this.documents = documents;
	}

	@Operation(operationId = "listDocuments", summary = "Lists the documents")
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	HttpEntity<Listing> list(@RequestParam(defaultValue = "20") int limit, Preconditions preconditions, Links links) {
		if (limit < 1 || limit > Documents.MAX_LISTED) {
			throw DocumentProblems.invalidLimit();
		}
		return DocumentAnswers.listed(preconditions, () -> Listing.of(this.documents.all(), limit, links));
	}

	@Operation(operationId = "createDocument", summary = "Creates a document")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> create(@RequestBody byte[] content, HttpServletRequest request, Preconditions preconditions,
			Links links) {
		Document document = this.documents.add(submission(content, request), preconditions);
		return DocumentAnswers.created(document, prefer(request), links);
	}

	@Operation(operationId = "readSampleDocument", summary = "Reads the sample, which can't be changed")
	@GetMapping(path = "/1", produces = MediaType.APPLICATION_JSON_VALUE)
	HttpEntity<byte[]> readSample(Preconditions preconditions) {
		return DocumentAnswers.retrieved(Document.SAMPLE, preconditions);
	}

	@Operation(operationId = "readDocument", summary = "Reads a document")
	@GetMapping(path = DOCUMENT, produces = MediaType.APPLICATION_JSON_VALUE)
	HttpEntity<byte[]> read(@PathVariable String id, Preconditions preconditions) {
		return DocumentAnswers.retrieved(this.documents.read(valid(id)), preconditions);
	}

	@Operation(operationId = "saveDocument", summary = "Saves a document, or creates it under an id of your choice")
	@PutMapping(path = DOCUMENT, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> save(@PathVariable String id, @RequestBody byte[] content, HttpServletRequest request,
			Preconditions preconditions, Links links) {
		Document document = this.documents.save(valid(id), submission(content, request), preconditions);
		return (document.version() == 1) ? DocumentAnswers.created(document, prefer(request), links)
				: DocumentAnswers.saved(document, prefer(request), links);
	}

	@Operation(operationId = "deleteDocument", summary = "Deletes a document")
	@DeleteMapping(DOCUMENT)
	ResponseEntity<Void> delete(@PathVariable String id, Preconditions preconditions) {
		this.documents.delete(valid(id), preconditions);
		return ResponseEntity.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
	}

	private static String valid(String id) {
		if (!ID.matcher(id).matches()) {
			throw DocumentProblems.invalidId();
		}
		return id;
	}

	private static Submission submission(byte[] content, HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.CONTENT_RANGE) != null && "PUT".equals(request.getMethod())) {
			throw DocumentProblems.partialPut();
		}
		for (String codings : Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING))) {
			if (!List.of("", "identity").contains(codings.strip().toLowerCase(Locale.ROOT))) {
				throw DocumentProblems.unsupportedCoding();
			}
		}
		return SubmissionReader.read(content);
	}

	private static Prefer prefer(HttpServletRequest request) {
		return Prefer.of(Collections.list(request.getHeaders(Prefer.FIELD)));
	}

}
