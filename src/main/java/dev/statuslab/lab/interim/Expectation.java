package dev.statuslab.lab.interim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.PlannedRequest;

/** What the exercises with {@code Expect: 100-continue} share (RFC 9110 §10.1.1). */
final class Expectation {

	/** Octets of content: nearly all that the server takes. */
	static final int SIZE = 60_000;

	/** How long it is watched whether content comes unasked; clients wait longer. */
	static final Duration PATIENCE = Duration.ofMillis(250);

	/** By then it has been seen whether content came after the answer. */
	private static final double PAUSE = 0.6;

	private static final String AFTER = "/after";

	private static final String FIELD = "Expect";

	private Expectation() {
	}

	/** A long request whose client is to wait. */
	static PlannedRequest request(String base) {
		return PlannedRequest.of("PUT", base)
			.field("Content-Type", "text/plain")
			.field(FIELD, "100-continue")
			.size(SIZE);
	}

	/** The same, and another one when all has been seen. */
	static List<PlannedRequest> requests(String base) {
		return List.of(request(base), PlannedRequest.get(base + AFTER).pause(PAUSE));
	}

	static boolean isIn(Arrival arrival) {
		return arrival.value(FIELD).filter("100-continue"::equalsIgnoreCase).isPresent();
	}

	/** The first request that has it. */
	static Optional<Arrival> first(Attempt attempt) {
		return attempts(attempt).filter(Expectation::isIn).findFirst();
	}

	/** All but the request that comes when all has been seen. */
	static Stream<Arrival> attempts(Attempt attempt) {
		return attempt.arrivals().stream().filter((arrival) -> !arrival.below().equals(AFTER));
	}

	/** Whether content came before it was asked for, as it may. */
	static boolean isEarly(Arrival arrival) {
		return arrival.content() != null && Boolean.TRUE.equals(arrival.content().early());
	}

	/** Whether content came though the answer was there. */
	static boolean isLate(Arrival arrival) {
		return !isEarly(arrival) && arrival.length() > 0;
	}

	static Finding showing(Finding finding, Attempt attempt) {
		return finding.showing(attempt, FIELD, "Content-Length");
	}

}
