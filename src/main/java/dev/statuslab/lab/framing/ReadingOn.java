package dev.statuslab.lab.framing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;
import dev.statuslab.lab.Told;

/**
 * A client knows where a response without content ends, and reads the next one right (RFC
 * 9112 §6.3).
 *
 * @param name the exercise's name
 * @param method the method of the first request
 * @param status the status code of the first response
 */
record ReadingOn(String name, String method, int status) implements Exercise {

	private static final String NEXT = "/next";

	private static final String SECOND = "This is the second response.";

	private static final String TAG = "\"first\"";

	/** Of the content that a HEAD does not get. */
	private static final int LONG = 100_000;

	@Override
	public List<PlannedRequest> requests(String base) {
		PlannedRequest first = PlannedRequest.of(this.method, base);
		return List.of(isConditional() ? first.field("If-None-Match", TAG) : first, PlannedRequest.get(base + NEXT));
	}

	@Override
	public boolean needsTelling() {
		return true;
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (arrival.below().equals(NEXT)) {
			return Reply.ok(SECOND);
		}
		if (isOther(arrival)) {
			return Reply.ok("This is not the request of the plan.");
		}
		return switch (this.status) {
			// never with content, and yet framed like those that have some
			case 205 -> Reply.of(205).trailer("X-Reset", "done");
			case 304 -> Reply.of(304).field("ETag", TAG).field("Content-Length", String.valueOf(SECOND.length()));
			case 200 -> Reply.ok("x".repeat(LONG));
			default -> Reply.of(this.status);
		};
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		Optional<Arrival> first = attempt.first("");
		if (first.isEmpty() || isOther(first.get())) {
			return Finding.notSeen("other-request", this.method + (isConditional() ? " If-None-Match" : ""));
		}
		Optional<Finding> missing = Account.missingHttp1(attempt, now, 2);
		if (missing.isPresent()) {
			return missing.get();
		}
		Told told = attempt.told(1).orElseThrow();
		if (told.error() != null) {
			return Finding.failed("error-told", told.error());
		}
		Optional<Finding> misread = Account.misread(attempt.told(2).orElseThrow(), SECOND);
		if (misread.isPresent()) {
			return misread.get();
		}
		boolean kept = attempt.first(NEXT).filter((next) -> next.connection() == first.get().connection()).isPresent();
		return kept ? Finding.passed("read-on") : Finding.noted("other-connection");
	}

	private boolean isConditional() {
		return this.status == 304;
	}

	private boolean isOther(Arrival arrival) {
		return !arrival.method().equals(this.method) || isConditional() && !arrival.has("If-None-Match");
	}

}
