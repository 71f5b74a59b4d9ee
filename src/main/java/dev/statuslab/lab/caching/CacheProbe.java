package dev.statuslab.lab.caching;

import java.util.ArrayList;
import java.util.List;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/**
 * Finds out whether a client has a cache at all. One that has none keeps every rule about
 * what must not be reused, and shows nothing by it.
 */
final class CacheProbe {

	/** How many requests of the plan it takes. */
	static final int REQUESTS = 2;

	private static final String KEPT = "/kept";

	private CacheProbe() {
	}

	/**
	 * A plan that begins with the probe.
	 * @param base the URL of the exercise
	 * @param requests the requests that follow
	 * @return all requests
	 */
	static List<PlannedRequest> before(String base, PlannedRequest... requests) {
		List<PlannedRequest> all = new ArrayList<>();
		for (int i = 0; i < REQUESTS; i++) {
			all.add(PlannedRequest.get(base + KEPT));
		}
		all.addAll(List.of(requests));
		return all;
	}

	/**
	 * Whether a request belongs to the probe.
	 * @param arrival the request
	 * @return whether {@link #reply} answers it
	 */
	static boolean asks(Arrival arrival) {
		return arrival.below().equals(KEPT);
	}

	/**
	 * What every cache may keep and use again.
	 * @param arrival the request
	 * @return the reply
	 */
	static Reply reply(Arrival arrival) {
		return Reply.ok(CachedAnswers.text(arrival.number()))
			.field("ETag", "\"kept-" + arrival.number() + "\"")
			.field("Cache-Control", "max-age=600")
			.keepable();
	}

	/**
	 * Whether the client has a cache.
	 * @param attempt what it did
	 * @return whether it used the probe's answer again, or asked whether it may
	 */
	static boolean found(Attempt attempt) {
		List<Arrival> kept = attempt.at(KEPT);
		boolean once = kept.size() == 1 && attempt.first("").isPresent();
		return once || kept.stream().anyMatch(CachedAnswers::validates);
	}

}
