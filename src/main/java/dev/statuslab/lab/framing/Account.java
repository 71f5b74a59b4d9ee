package dev.statuslab.lab.framing;

import java.time.Instant;
import java.util.Optional;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Told;

/**
 * What a client's account of an exercise has to have before its framing can be judged.
 */
final class Account {

	private static final String VERSION = "HTTP/1.1";

	private Account() {
	}

	/** Whether the response to a request is framed as HTTP/1.1 frames it. */
	static boolean isFramed(Arrival arrival) {
		return arrival.version().equals(VERSION);
	}

	/**
	 * What is in the way of judging how a client reads HTTP/1.1.
	 * @param attempt the attempt
	 * @param now the time
	 * @param requests how many requests the plan has
	 * @return the finding, or nothing if the client came with HTTP/1.1 and told of all
	 */
	static Optional<Finding> missingHttp1(Attempt attempt, Instant now, int requests) {
		Arrival first = attempt.arrivals().get(0);
		return isFramed(first) ? missing(attempt, now, requests)
				: Optional.of(Finding.notSeen("other-version", first.version()));
	}

	/**
	 * What is in the way of judging how a client reads the response to the one GET of the
	 * plan.
	 * @param attempt the attempt
	 * @param now the time
	 * @return the finding, or nothing if the client came with GET over HTTP/1.1 and told
	 */
	static Optional<Finding> missingGet(Attempt attempt, Instant now) {
		return attempt.arrivals().get(0).method().equals("GET") ? missingHttp1(attempt, now, 1)
				: Optional.of(Finding.notSeen("other-request", "GET"));
	}

	/**
	 * What the client has not told.
	 * @param attempt the attempt
	 * @param now the time
	 * @param requests how many requests the plan has
	 * @return the finding, or nothing if it told of all of them
	 */
	static Optional<Finding> missing(Attempt attempt, Instant now, int requests) {
		for (int i = 1; i <= requests; i++) {
			if (attempt.told(i).isEmpty()) {
				return Optional.of(attempt.isOver(now, requests) ? Finding.notSeen("not-told") : Finding.pending());
			}
		}
		return Optional.empty();
	}

	/**
	 * What was wrong with content that was to be read whole.
	 * @param told what the client told
	 * @param content the content
	 * @return the finding, or nothing if it read this content
	 */
	static Optional<Finding> misread(Told told, String content) {
		if (failed(told)) {
			return Optional.of(Finding.failed("error-told", error(told)));
		}
		if (told.content() == null) {
			return Optional.of(Finding.notSeen("content-not-told"));
		}
		// some tools cut line feeds at the end
		return told.content().strip().equals(content.strip()) ? Optional.empty()
				: Optional.of(Finding.failed("misread", told.content()));
	}

	/**
	 * The finding on a client that does not complain of incomplete content; without
	 * content, it may have read none.
	 */
	static Finding unnoticed(Told told) {
		return (told.content() == null) ? Finding.notSeen("content-not-told") : Finding.failed("unnoticed");
	}

	/** Whether the client says that the request failed. */
	static boolean failed(Told told) {
		return told.error() != null || Boolean.FALSE.equals(told.success());
	}

	/** How it failed. */
	static String error(Told told) {
		return (told.error() != null) ? told.error() : "success=false";
	}

}
