package dev.statuslab.forced.httpbin;

import java.time.Instant;
import java.util.function.Supplier;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.EntityTag;
import dev.statuslab.http.HttpDates;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Validators;

/**
 * A resource whose one representation is a function of the target URI, so that it has
 * never changed: its date is as strong a validator as its entity tag.
 *
 * @param validators the representation's validators
 * @param cacheControl the value of Cache-Control
 */
record Conditional(Validators validators, String cacheControl) {

	/** Since when these representations are what they are. */
	private static final Instant MODIFIED = Instant.parse("2026-01-01T00:00:00Z");

	static Conditional of(EntityTag tag, String cacheControl) {
		return new Conditional(Validators.of(tag, MODIFIED).withStrongDate(), cacheControl);
	}

	/**
	 * Evaluates the preconditions of a retrieval, and answers.
	 * @param request the request
	 * @param representation the answer without preconditions; it gets the validators
	 * @return 200 or 304
	 * @throws ProblemException 412 if a precondition is false
	 */
	ForcedResponse answer(ForcedRequest request, Supplier<ForcedResponse> representation) {
		return switch (request.preconditions().evaluate(request.method(), this.validators)) {
			case FAILED -> throw Preconditions.failed(this.validators);
			// RFC 9110 §15.4.5: with an entity tag, the date need not be repeated
			case NOT_MODIFIED -> tagged(ForcedResponse.of(304));
			case PROCEED -> dated(request, tagged(representation.get()));
		};
	}

	/** RFC 9110 §15.3.7: with If-Range, a part does not repeat what need not be. */
	private static ForcedResponse dated(ForcedRequest request, ForcedResponse response) {
		boolean known = response.status() == 206 && request.preconditions().hasIfRange();
		return known ? response : response.with("Last-Modified", HttpDates.format(MODIFIED));
	}

	private ForcedResponse tagged(ForcedResponse response) {
		return response.with("ETag", String.valueOf(this.validators.entityTag()))
			.with("Cache-Control", this.cacheControl);
	}

}
