package dev.statuslab.demo.document;

import java.util.List;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/** What can be wrong with a request for a document. */
final class DocumentProblems {

	private DocumentProblems() {
	}

	static ProblemException invalidId() {
		return new ProblemException(400, "This can't be the id of a document.").with("parameter", "id")
			.with("allowed", "1 to 64 characters of A-Z a-z 0-9 . _ ~ -, but not \".\" or \"..\"");
	}

	static ProblemException invalidLimit() {
		return new ProblemException(400, "The limit is not a number of documents that can be listed at once.")
			.with("parameter", "limit")
			.with("allowed", "1 to " + Documents.MAX_LISTED);
	}

	static ProblemException notUtf8() {
		return new ProblemException(400, "The content is not JSON: it is not encoded in UTF-8 (RFC 8259 §8.1).");
	}

	static ProblemException brokenJson(@Nullable TokenStreamLocation location) {
		if (location == null || location.getLineNr() < 1) {
			return new ProblemException(400, "The content is not JSON.");
		}
		int line = location.getLineNr();
		int column = location.getColumnNr();
		return new ProblemException(400,
				"The content is not JSON: it goes wrong, or breaks off, at line %d, column %d.".formatted(line, column))
			.with("line", line)
			.with("column", column);
	}

	static ProblemException partialPut() {
		return new ProblemException(400,
				"A document is saved as a whole: PUT with Content-Range is not possible (RFC 9110 §14.5).");
	}

	static ProblemException unsupportedCoding() {
		return new ProblemException(415, "The content has a coding that is not taken here: send it without one.")
			.with("allowed", List.of("identity"))
			.field("Accept-Encoding", "identity");
	}

	static ProblemException invalid(List<SubmissionReader.InvalidField> errors) {
		return new ProblemException(422, "The content is JSON, but no document: see errors.").with("errors",
				List.copyOf(errors));
	}

	static ProblemException slugTaken(String slug, String owner) {
		return new ProblemException(409,
				"The slug %s is taken by document %s. Choose another, or change that document first.".formatted(slug,
						owner))
			.with("slug", slug)
			.with("document", owner);
	}

	static ProblemException preconditionRequired(String method) {
		return new ProblemException(428,
				"%s wants to know which version it acts on: GET the document, and send its ETag in If-Match."
					.formatted(method) + ("PUT".equals(method) ? " To create it, send If-None-Match: *." : ""))
			.with("allowed", List.of("If-Match", "If-None-Match", "If-Unmodified-Since"));
	}

	static ProblemException neverUsed() {
		return new ProblemException(404,
				"There is no document with this id. POST to the collection creates one, and so does PUT here with If-None-Match: *.");
	}

	static ProblemException gone() {
		return new ProblemException(410, "The document was deleted. Its id is not used again.");
	}

}
