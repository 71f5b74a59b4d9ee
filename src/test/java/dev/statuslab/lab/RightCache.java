package dev.statuslab.lab;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.statuslab.http.HttpDates;

/** The private cache of {@link RightClient} (RFC 9111). */
final class RightCache {

	private static final Pattern MAX_AGE = Pattern.compile("(?:^|[ ,])max-age=([0-9]+)");

	/** RFC 9110 §15.1, without 206 and 304. */
	private static final List<Integer> HEURISTIC = List.of(200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501);

	private final Flaw flaw;

	private final Map<String, Stored> stored = new HashMap<>();

	RightCache(Flaw flaw) {
		this.flaw = flaw;
	}

	/** Answers a request from what is stored, or by way of the origin. */
	ClientResponse answer(ClientRequest request, Origin origin) throws IOException {
		boolean steered = request.fields().keySet().stream().anyMatch((name) -> name.matches("(?i)if-.*|range"));
		if (!request.method().equals("GET") || steered) {
			ClientResponse response = origin.send(request);
			if (request.content() != null && response.status() < 400 && !does(Flaw.CACHE_KEEPS_AFTER_POST)) {
				this.stored.remove(key(request));
			}
			return response;
		}
		Stored known = this.stored.get(key(request));
		if (known == null || !known.isFor(request) && !does(Flaw.CACHE_IGNORES_VARY)) {
			return store(request, origin.send(request));
		}
		if (reusable(known.response())) {
			return known.response();
		}
		ClientResponse response = origin.send(asking(request, known.response()));
		if (response.status() != 304 || does(Flaw.CACHE_SHOWS_304)) {
			return store(request, response);
		}
		return store(request, does(Flaw.CACHE_KEEPS_OLD_FIELDS) ? known.response() : freshened(known, response));
	}

	private ClientResponse store(ClientRequest request, ClientResponse response) {
		String control = control(response);
		boolean explicit = MAX_AGE.matcher(control).find() || response.field("Expires") != null
				|| control.contains("no-cache");
		boolean storable = explicit || HEURISTIC.contains(response.status()) || does(Flaw.CACHE_KEEPS_EVERY_CODE);
		if (storable && (!control.contains("no-store") || does(Flaw.CACHE_KEEPS_NO_STORE))) {
			this.stored.put(key(request), new Stored(request, response));
		}
		else {
			this.stored.remove(key(request));
		}
		return response;
	}

	/** Whether it may be used without asking (RFC 9111 §4). */
	private boolean reusable(ClientResponse response) {
		if (does(Flaw.CACHE_NEVER_FRESH)) {
			return false;
		}
		if (control(response).contains("no-cache") && !does(Flaw.CACHE_IGNORES_NO_CACHE)) {
			return false;
		}
		return does(Flaw.CACHE_SERVES_STALE) || lifetime(response).compareTo(age(response)) > 0;
	}

	/** RFC 9111 §4.2.1. */
	private Duration lifetime(ClientResponse response) {
		Matcher maxAge = MAX_AGE.matcher(control(response));
		if (maxAge.find() && !(does(Flaw.CACHE_PREFERS_EXPIRES) && response.field("Expires") != null)) {
			return Duration.ofSeconds(Long.parseLong(maxAge.group(1)));
		}
		Instant date = date(response, "Date").orElseThrow();
		if (response.field("Expires") != null) {
			return Duration.between(date, date(response, "Expires").orElse(Instant.EPOCH));
		}
		return date(response, "Last-Modified").map((modified) -> Duration.between(modified, date).dividedBy(10))
			.orElse(Duration.ZERO);
	}

	/** RFC 9111 §4.2.3. */
	private static Duration age(ClientResponse response) {
		long told = Optional.ofNullable(response.field("Age")).map(Long::parseLong).orElse(0L);
		return Duration.between(date(response, "Date").orElseThrow(), Instant.now()).plusSeconds(told);
	}

	/** RFC 9111 §4.3.1. */
	private ClientRequest asking(ClientRequest request, ClientResponse response) {
		ClientRequest asking = request;
		String tag = response.field("ETag");
		String modified = response.field("Last-Modified");
		if (modified != null) {
			asking = asking.with("If-Modified-Since", modified);
		}
		if (tag != null && !(does(Flaw.CACHE_PREFERS_DATE) && modified != null)) {
			asking = asking.with("If-None-Match", does(Flaw.CACHE_UNQUOTES_TAG) ? tag.replace("\"", "") : tag);
		}
		return asking;
	}

	/** The stored content with the fields of the 304 (RFC 9111 §3.2). */
	private static ClientResponse freshened(Stored known, ClientResponse response) {
		ClientResponse was = known.response();
		List<String> fields = new ArrayList<>(was.fields());
		fields.removeIf((line) -> response.field(line.replaceFirst(":.*", "")) != null);
		fields.addAll(response.fields());
		return new ClientResponse(was.url(), was.status(), fields, was.content());
	}

	private boolean does(Flaw one) {
		return this.flaw == one;
	}

	private static String key(ClientRequest request) {
		return request.origin() + request.target(false);
	}

	private static String control(ClientResponse response) {
		return String.join(", ", response.fields("Cache-Control")).toLowerCase(Locale.ROOT);
	}

	private static Optional<Instant> date(ClientResponse response, String field) {
		return Optional.ofNullable(response.field(field)).flatMap(HttpDates::parse);
	}

	/** Where answers come from that are not stored. */
	interface Origin {

		ClientResponse send(ClientRequest request) throws IOException;

	}

	/**
	 * A stored response.
	 *
	 * @param request what it was the answer to
	 * @param response the answer
	 */
	private record Stored(ClientRequest request, ClientResponse response) {

		/** RFC 9111 §4.1. */
		private boolean isFor(ClientRequest other) {
			return this.response.fields("Vary")
				.stream()
				.allMatch((name) -> String.valueOf(this.request.fields().get(name))
					.equals(String.valueOf(other.fields().get(name))));
		}

	}

}
