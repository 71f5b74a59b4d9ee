package dev.statuslab.demo.hop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.statuslab.http.ProblemException;
import dev.statuslab.http.VisitorKey;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;
import org.eclipse.jetty.server.Request;

import org.springframework.stereotype.Component;

/**
 * The clients that have logged in at the portal. Real portals know a client by the
 * address of its hardware. This one knows it by its IP address, and, so that several can
 * share one, by a field that stands for the hardware's.
 */
@Component
class Guests {

	static final Duration STAY = Duration.ofMinutes(1);

	/** The field that tells clients at one address apart; it may be missing. */
	static final String FIELD = "Statuslab-Visitor";

	private final Store<Instant> guests;

	Guests(Stores stores) {
		this.guests = stores.open("portal-guests", Instant.class, STAY);
	}

	void admit(Request request) {
		this.guests.put(key(request), Instant::now, (since) -> Instant.now());
	}

	boolean admitted(Request request) {
		return this.guests.read(key(request)).isPresent();
	}

	private static String key(Request request) {
		List<String> lines = request.getHeaders().getValuesList(FIELD);
		if (lines.size() > 1) {
			throw new ProblemException(400, FIELD + " stands more than once.").with("field", FIELD);
		}
		return Request.getRemoteAddr(request) + (lines.isEmpty() ? "" : " " + VisitorKey.require(lines.get(0)));
	}

}
