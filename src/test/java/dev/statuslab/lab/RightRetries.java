package dev.statuslab.lab;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.statuslab.http.HttpDates;

/** When {@link RightClient} repeats a request (RFC 9110 §9.2.2, §10.2.3). */
final class RightRetries {

	private static final int MOST = 4;

	private static final int FOR_EVER = 25;

	/** Each is four times the one before, so that a slow machine does not hide it. */
	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final List<Integer> LATER = List.of(429, 503);

	private static final List<Integer> AT_ONCE = List.of(408, 421);

	private static final List<String> IDEMPOTENT = List.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

	private final Flaw flaw;

	RightRetries(Flaw flaw) {
		this.flaw = flaw;
	}

	/** Sends a request, and again where that is right and may help. */
	ClientResponse answer(ClientRequest request, RightCache.Origin origin) throws IOException {
		boolean repeatable = IDEMPOTENT.contains(request.method()) || does(Flaw.RETRIES_POST);
		if (!repeatable || does(Flaw.RETRIES_NEVER) || does(Flaw.SENDS_AFTER_CLOSE)) {
			return origin.send(request);
		}
		boolean broken = false;
		for (int i = 1; true; i++) {
			boolean last = i >= (does(Flaw.RETRIES_FOR_EVER) ? FOR_EVER : MOST);
			try {
				ClientResponse response = origin.send(request);
				boolean later = LATER.contains(response.status());
				if (last || !later && !(AT_ONCE.contains(response.status()) && i == 1)) {
					return response;
				}
				if (later && !does(Flaw.RETRIES_AT_ONCE)) {
					pause(pause(response, i));
				}
			}
			catch (NoResponseException ex) {
				if (broken) {
					throw ex;
				}
				broken = true;
			}
		}
	}

	private Duration pause(ClientResponse response, int turn) {
		String after = response.field("Retry-After");
		if (after == null) {
			return does(Flaw.RETRIES_FOR_EVER) ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << (2 * (turn - 1)));
		}
		return HttpDates.parse(after)
			.map((date) -> Duration.between(Instant.now(), date))
			.orElseGet(() -> Duration.ofSeconds(Long.parseLong(after)));
	}

	private static void pause(Duration time) throws IOException {
		try {
			Thread.sleep(Math.max(0, time.toMillis() + 1));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	private boolean does(Flaw one) {
		return this.flaw == one;
	}

	/** The connection was closed before anything of a response came. */
	static final class NoResponseException extends EOFException {

		private static final long serialVersionUID = 1L;

		NoResponseException() {
			super("The connection was closed without a response");
		}

	}

}
