package dev.statuslab.demo.redirect;

import java.time.LocalDate;

/**
 * The one place that decides where this family's redirects lead. A request can choose
 * among these; no text of it ever becomes part of one.
 */
final class Targets {

	static final String NEW_EVENT = "/demo/new-event";

	static final String STANDBY_CHECKOUT = "/demo/checkout/standby";

	static final String PAYMENTS = "/demo/v2/payments";

	static final String ECHO = "/demo/echo";

	static final String LOOP = "/demo/redirects/loop";

	private Targets() {
	}

	static String edition(LocalDate date) {
		return "/demo/editions/" + date;
	}

	/** The next stop of a chain: one redirect less, or the echo. */
	static String after(Chain chain) {
		if (chain.hops() == 1) {
			return ECHO;
		}
		return "/demo/redirects/%d?hops=%d&location=%s".formatted(chain.status().code(), chain.hops() - 1,
				chain.absolute() ? "absolute" : "relative");
	}

	static String loop(RedirectStatus status) {
		return LOOP + "?code=" + status.code();
	}

}
