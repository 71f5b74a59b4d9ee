package dev.statuslab.demo.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Validators;

/** What is known of an id that was used. */
sealed interface Entry {

	/**
	 * A document. Its representation is what the author sent, octet for octet: only then
	 * may the answer to a PUT carry validators (RFC 9110 §9.3.4).
	 *
	 * @param id the last segment of its address
	 * @param version how often it was saved, from 1
	 * @param submission what it says
	 * @param modified when it was saved
	 * @param entityTag its strong entity tag; each save gives a new one, even of the same
	 * content, so that of two writers with the same tag only one succeeds
	 */
	record Document(String id, long version, Submission submission, Instant modified,
			EntityTag entityTag) implements Entry {

		/** The sample that is always there and can't be changed. */
		static final Document SAMPLE = of("1", 1, sample(), Instant.parse("1994-11-06T08:49:37Z"));

		static Document of(String id, long version, Submission submission, Instant modified) {
			EntityTag tag = EntityTag.strong(version + "-" + EntityTag.of(submission.octets()).opaque());
			return new Document(id, version, submission, modified, tag);
		}

		Document saved(Submission submission, Instant now) {
			return of(this.id, this.version + 1, submission, now);
		}

		Validators validators() {
			return Validators.of(this.entityTag, this.modified);
		}

		boolean has(String slug) {
			return slug.equals(this.submission.slug());
		}

		private static Submission sample() {
			String json = """
					{"title":"A sample","content":"This document is always here. It can be read, and not changed."}""";
			return SubmissionReader.read(json.getBytes(StandardCharsets.UTF_8));
		}

	}

	/** What a deleted document leaves behind, so that its address is known to be gone. */
	record Deleted() implements Entry {
	}

}
