package dev.statuslab.forced.status;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.VisitorKey;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.stereotype.Component;

/**
 * Fails a number of times for a key, then succeeds, and then begins anew: for those who
 * test that a client retries.
 */
@Component
final class Flaky {

	private static final int MOST_FAILURES = 100;

	private static final CodeDraw UNAVAILABLE = CodeDraw.one("503");

	private final ForcedStatus status;

	private final Store<Integer> attempts;

	Flaky(ForcedStatus status, Stores stores) {
		this.status = status;
		this.attempts = stores.open("flaky", Integer.class);
	}

	/**
	 * Counts an attempt, and answers it.
	 * @param request the request: {@code failures} (2), {@code status} (503)
	 * @return the failure, or 200
	 * @throws ProblemException 400 if a parameter can't be
	 */
	ForcedResponse answer(ForcedRequest request) {
		String key = VisitorKey.require(request.variable("key"));
		int failures = request.parameter("failures").map(Flaky::failures).orElse(2);
		CodeDraw code = request.parameter("status").map(CodeDraw::one).orElse(UNAVAILABLE);
		// what can't be sent is no attempt
		ForcedResponse failure = this.status.of(code.members().get(0).first(), Dialect.HTTPSTATUS, request);
		ForcedResponse success = this.status.of(200, Dialect.HTTPSTATUS, request);
		int attempt = this.attempts.put(key, () -> 1, (counted) -> counted + 1);
		boolean over = attempt > failures;
		if (over) {
			this.attempts.remove(key);
		}
		return (over ? success : failure).with("Flaky-Attempt", Integer.toString(attempt));
	}

	private static int failures(String text) {
		if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= MOST_FAILURES) {
			return Integer.parseInt(text);
		}
		throw new ProblemException(400,
				"A number of failures from 0 to %d is expected, and not: %s".formatted(MOST_FAILURES, text))
			.with("parameter", "failures")
			.with("limit", MOST_FAILURES);
	}

}
