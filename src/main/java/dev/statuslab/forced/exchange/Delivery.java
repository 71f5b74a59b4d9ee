package dev.statuslab.forced.exchange;

import java.time.Duration;
import java.util.Optional;

import dev.statuslab.http.ProblemException;

/**
 * When a response is sent, and what goes wrong with it. Any address of this room takes
 * these wishes: {@code delay} and {@code fault} in the query, and the fields of
 * httpstat.us.
 *
 * @param beforeHeaders how long to wait before the status line; interim responses are not
 * held back
 * @param afterHeaders how long to wait between the header section and the content
 * @param fault what goes wrong
 */
public record Delivery(Duration beforeHeaders, Duration afterHeaders, Fault fault) {

	/** At once, and whole. */
	public static final Delivery PROMPT = new Delivery(Duration.ZERO, Duration.ZERO, Fault.NONE);

	/**
	 * Reads the wishes of a request. What the query says wins over the fields.
	 * @param request the request
	 * @param query whether the query is the wisher's; elsewhere it is data
	 * @return the wishes
	 * @throws ProblemException 400 if one is no length of time, no fault, or contradicts
	 * another
	 */
	static Delivery of(ForcedRequest request, boolean query) {
		boolean wishes = query && request.hasQuery();
		if (!wishes && !request.hasWishes()) {
			return PROMPT;
		}
		Optional<String> delay = wishes ? request.parameter("delay") : Optional.empty();
		Optional<String> sleep = wishes ? request.parameter("sleep") : Optional.empty();
		Duration waited = delay.map((text) -> Durations.of("delay", text)).orElse(Duration.ZERO);
		Duration slept = sleep.or(() -> request.field(ForcedRequest.WISH + "Sleep"))
			.map((text) -> Durations.ofMilliseconds("sleep", text))
			.orElse(Duration.ZERO);
		Duration after = request.field(ForcedRequest.WISH + "SleepAfterHeaders")
			.map((text) -> Durations.ofMilliseconds(ForcedRequest.WISH + "SleepAfterHeaders", text))
			.orElse(Duration.ZERO);
		Optional<Fault> fault = wishes ? request.parameter("fault").map(Fault::of) : Optional.empty();
		return new Delivery(waited.plus(slept), after, fault.orElseGet(() -> fault(request)));
	}

	private static Fault fault(ForcedRequest request) {
		if (request.flag(ForcedRequest.WISH + "AbortBeforeHeaders")) {
			return Fault.RESET;
		}
		if (request.flag(ForcedRequest.WISH + "AbortAfterHeaders")) {
			return Fault.ABORT_AFTER_HEADERS;
		}
		if (request.flag(ForcedRequest.WISH + "AbortDuringBody")) {
			return Fault.ABORT_IN_BODY;
		}
		return request.flag(ForcedRequest.WISH + "DribbleBody") ? Fault.DRIBBLE : Fault.NONE;
	}

	/**
	 * Both of two deliveries: their times are added.
	 * @param wish the other one, whose fault comes first if it has one
	 * @return the sum
	 */
	Delivery and(Delivery wish) {
		return new Delivery(this.beforeHeaders.plus(wish.beforeHeaders), this.afterHeaders.plus(wish.afterHeaders),
				(wish.fault != Fault.NONE) ? wish.fault : this.fault);
	}

	/** The time that is spent waiting, without the content. */
	Duration waiting() {
		return this.beforeHeaders.plus(this.afterHeaders);
	}

}
