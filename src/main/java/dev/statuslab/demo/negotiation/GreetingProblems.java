package dev.statuslab.demo.negotiation;

import java.util.List;

import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;

/** What can be wrong with a request for the greeting, or for one of one's own. */
final class GreetingProblems {

	private static final String JSON = "application/json";

	private GreetingProblems() {
	}

	/** With the list of what there is (RFC 9110 §15.5.7). */
	static ProblemException notAcceptable(Links links) {
		VariantList variants = new VariantList(links);
		return new ProblemException(406,
				"Accept excludes every type of this resource. It is there as %s."
					.formatted(String.join(", ", Format.types())))
			.with("allowed", Format.types())
			.with("alternatives", variants.metadata())
			.field("Vary", GreetingController.VARY)
			.field("Alternates", variants.alternates())
			.field("Link", variants.linkLines());
	}

	/** RFC 9110 §12.5.3. */
	static ProblemException noCoding(String vary) {
		return new ProblemException(406,
				"Accept-Encoding excludes the plain octets, and names no coding that can be "
						+ "applied here: only gzip can.")
			.with("allowed", List.of("gzip", "identity"))
			.field("Vary", vary);
	}

	static ProblemException noSuchVariant(Links links) {
		return new ProblemException(404, "The greeting has no such variant.").with("alternatives",
				new VariantList(links).metadata());
	}

	/** RFC 9110 §15.5.16: without Accept-Encoding, which would blame the coding. */
	static ProblemException unsupportedType(String type) {
		return new ProblemException(415, "A name is taken as %s, and not as this: %s".formatted(JSON, type))
			.with("allowed", List.of(JSON))
			.field("Accept", JSON)
			.field("Accept-Post", JSON);
	}

	/** RFC 9110 §12.5.3 and §15.5.16. */
	static ProblemException unsupportedCoding(String codings) {
		return new ProblemException(415,
				"Content is taken plain or under one coding, gzip, and not under this: " + codings)
			.with("allowed", List.of("gzip", "identity"))
			.field("Accept-Encoding", "gzip, identity");
	}

	static ProblemException notGzip() {
		return new ProblemException(400, "The content is not what Content-Encoding says: it can't be inflated.");
	}

	static ProblemException inflatesTooMuch(int limit) {
		return new ProblemException(413, "The content is larger than is taken here, once it is inflated.").with("limit",
				limit);
	}

	static ProblemException notJson() {
		return new ProblemException(400, "The content is not JSON. Expected is an object: {\"name\": \"Ada\"}");
	}

	static ProblemException noName(int most) {
		return new ProblemException(422,
				"The member \"name\" is a string of 1 to %d characters without control characters.".formatted(most))
			.with("parameter", "name");
	}

}
