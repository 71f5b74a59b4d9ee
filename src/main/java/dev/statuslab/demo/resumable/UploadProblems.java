package dev.statuslab.demo.resumable;

import dev.statuslab.http.ProblemException;

/**
 * What can be wrong with a request that begins or resumes an upload. Each says that it
 * comes of the upload, not of what was uploaded: {@code Upload-Complete: ?0} (§4.1.2).
 */
final class UploadProblems {

	/** Where the draft's problem types will be registered (§7). */
	private static final String TYPES = "https://iana.org/assignments/http-problem-types#";

	private UploadProblems() {
	}

	static ProblemException notFound() {
		return new ProblemException(404,
				"There is no upload here: it was cancelled, became invalid, or is too old. Begin a new one.");
	}

	static ProblemException missing(String field, String values) {
		return problem(400, "An append needs the field %s, with %s.".formatted(field, values)).with("field", field);
	}

	/** §4.4.2: with the right offset. */
	static ProblemException wrongOffset(long expected, long provided) {
		return at(expected,
				problem(409, "The content begins at octet %d, but octet %d comes next.".formatted(provided, expected)))
			.with("type", TYPES + "mismatching-upload-offset")
			.with("title", "The offset of the request is not that of the upload")
			.with("expected-offset", expected)
			.with("provided-offset", provided);
	}

	static ProblemException alreadyComplete(long offset) {
		return at(offset, problem(409, "The upload is complete. Nothing can be appended to it."));
	}

	static ProblemException superseded() {
		return problem(409, "Another request to the upload came, which ends this one. What had arrived is kept.");
	}

	/** §4.1.3. */
	static ProblemException inconsistentLength(long known, long told) {
		return problem(400,
				"The representation was to have %d octets, and is now said to have %d.".formatted(known, told))
			.with("type", TYPES + "inconsistent-upload-length")
			.with("title", "The lengths told for the upload differ");
	}

	/** §4.1.4: with the limits. */
	static ProblemException tooLarge() {
		return problem(413,
				"An upload has %d octets at most, all its requests together.".formatted(PartialUpload.LIMIT))
			.with("limit", PartialUpload.LIMIT)
			.field(UploadHead.LIMIT, UploadAnswers.LIMITS);
	}

	static ProblemException stalled() {
		return problem(408, "The rest of the content did not arrive in time. What had arrived is kept.");
	}

	static ProblemException brokenOff() {
		return problem(400, "The content broke off before its end. What had arrived is kept.");
	}

	private static ProblemException at(long offset, ProblemException problem) {
		return problem.field(UploadHead.OFFSET, Long.toString(offset));
	}

	private static ProblemException problem(int status, String detail) {
		return new ProblemException(status, detail).field(UploadHead.COMPLETE, "?0");
	}

}
