package dev.statuslab.demo.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.statuslab.http.CacheDirectives;
import dev.statuslab.http.HttpDates;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * A small shared cache (RFC 9111): it stores what says how long it is fresh, for its
 * target URI, and never answers with what is stale. What varies it does not store, nor
 * what it would have to validate.
 */
@Component
class ResponseCache {

	/** RFC 9111 §5.2.2; no-cache too, as this cache validates nothing. */
	private static final List<String> NOT_FOR_REUSE = List.of("no-store", "no-cache", "private");

	private static final Pattern DELTA_SECONDS = Pattern.compile("\\d{1,9}");

	private final Store<Stored> responses;

	private final InstantSource clock;

	@Autowired
	ResponseCache(Stores stores) {
		this(stores, InstantSource.system());
	}

	ResponseCache(Stores stores, InstantSource clock) {
		this.responses = stores.open("gateway", Stored.class, UpstreamResponses.FRESHNESS.multipliedBy(2));
		this.clock = clock;
	}

	/**
	 * What may be answered without a hop (RFC 9111 §4).
	 * @param request the request
	 * @return a response that is fresh, and fresh enough for this request
	 */
	Optional<Hit> find(GatewayRequest request) {
		CacheDirectives asked = request.directives();
		if (!request.safe() || asked.has("no-cache")) {
			return Optional.empty();
		}
		return this.responses.read(request.target())
			.map((stored) -> new Hit(stored.response(), stored.age(this.clock.instant()), stored.freshness()))
			.filter((hit) -> hit.satisfies(asked));
	}

	/**
	 * Stores a response where that is allowed (RFC 9111 §3), and forgets what a request
	 * of an unsafe method has made doubtful (RFC 9111 §4.4).
	 * @param request the request
	 * @param response what the upstream server answered
	 */
	void see(GatewayRequest request, UpstreamResponse response) {
		if (!request.safe()) {
			this.responses.remove(request.target());
			return;
		}
		CacheDirectives said = CacheDirectives.of(response.fields().lines(CacheDirectives.FIELD));
		// RFC 9111 §4.2.1: what is said to shared caches goes first
		Duration freshness = said.time("s-maxage").or(() -> said.time("max-age")).orElse(Duration.ZERO);
		if ("GET".equals(request.method()) && response.status() == 200 && !freshness.isZero()
				&& NOT_FOR_REUSE.stream().noneMatch(said::has) && !request.directives().has("no-store")
				&& request.fields().lines("Authorization").isEmpty() && response.fields().lines("Vary").isEmpty()) {
			Instant now = this.clock.instant();
			Stored stored = new Stored(response, now, initialAge(response.fields(), now), freshness);
			this.responses.put(request.target(), () -> stored, (older) -> stored);
		}
	}

	/**
	 * How old it is when it comes: what a cache nearer to the origin says, or its date
	 * (RFC 9111 §4.2.3).
	 */
	private static Duration initialAge(ForwardedFields fields, Instant now) {
		Optional<Duration> said = fields.lines(HttpHeaders.AGE)
			.stream()
			.findFirst()
			.filter(DELTA_SECONDS.asMatchPredicate())
			.map((seconds) -> Duration.ofSeconds(Long.parseLong(seconds)));
		Optional<Duration> apparent = fields.lines(HttpHeaders.DATE)
			.stream()
			.findFirst()
			.flatMap(HttpDates::parse)
			.map((date) -> Duration.between(date, now));
		return Stream.of(said, apparent).flatMap(Optional::stream).reduce(Duration.ZERO, ResponseCache::longer);
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? other : one;
	}

	/**
	 * A response that is kept.
	 *
	 * @param response the response
	 * @param receivedAt when it came
	 * @param initialAge how old it was then
	 * @param freshness how long it is fresh from its origin on
	 */
	record Stored(UpstreamResponse response, Instant receivedAt, Duration initialAge, Duration freshness) {

		/** RFC 9111 §4.2.3. */
		Duration age(Instant now) {
			return this.initialAge.plus(longer(Duration.ZERO, Duration.between(this.receivedAt, now)));
		}

	}

	/**
	 * A stored response that fits a request.
	 *
	 * @param response the response
	 * @param age how old it is
	 * @param freshness how long it is fresh
	 */
	record Hit(UpstreamResponse response, Duration age, Duration freshness) {

		/** RFC 9111 §4.2 and §5.2.1. */
		boolean satisfies(CacheDirectives asked) {
			Duration left = this.freshness.minus(this.age);
			return left.compareTo(asked.time("min-fresh").orElse(Duration.ZERO)) > 0
					&& asked.time("max-age").filter((most) -> this.age.compareTo(most) > 0 || most.isZero()).isEmpty();
		}

	}

}
