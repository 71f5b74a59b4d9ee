package dev.statuslab.demo.delta;

import java.util.List;

import dev.statuslab.http.Gzip;
import dev.statuslab.http.ProblemException;

/** What can be wrong with a request for a price list. */
final class PriceListProblems {

	private PriceListProblems() {
	}

	/** RFC 3229 §10.5.3. */
	static ProblemException notAcceptable() {
		return new ProblemException(406,
				"A-IM excludes the instance as it is, and accepts nothing that can be applied here. A delta needs "
						+ "If-None-Match with the entity tag of a version that is still known.")
			.with("allowed", List.of(Delivery.DIFFE, Gzip.CODING, "identity"))
			.field("Vary", "A-IM");
	}

	static ProblemException notText() {
		return new ProblemException(400, "The content is no text in UTF-8.");
	}

	static ProblemException coded() {
		return new ProblemException(415, "A list is taken plain, without a content coding.")
			.with("allowed", List.of("identity"))
			.field("Accept-Encoding", "identity");
	}

	static ProblemException partial() {
		return new ProblemException(400, "A list is taken whole: PUT with Content-Range changes no part of it.");
	}

	static ProblemException tooManyLines(int limit) {
		return new ProblemException(413, "A list has no more than %d lines.".formatted(limit)).with("limit", limit);
	}

	static ProblemException tooLong(int limit) {
		return new ProblemException(413, "A list is no longer than %d octets.".formatted(limit)).with("limit", limit);
	}

}
