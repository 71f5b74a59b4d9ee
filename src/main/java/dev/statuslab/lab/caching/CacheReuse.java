package dev.statuslab.lab.caching;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Field;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/**
 * The same is asked for twice, and answered anew each time: does the first answer serve
 * for the second request too?
 *
 * @param name the exercise's name
 * @param status the status code of the answers
 * @param fields what the answers say about caches
 * @param languages the Accept-Language of both requests; empty where it is left to the
 * client
 * @param rule what a cache may do with the first answer
 */
record CacheReuse(String name, int status, List<Field> fields, List<String> languages, Rule rule) implements Exercise {

	private static final int FIRST = CacheProbe.REQUESTS + 1;

	private static final int SECOND = FIRST + 1;

	private static final String LANGUAGE = "Accept-Language";

	/** Where the redirects lead that have this code. */
	private static final String NEXT = "/next/";

	static CacheReuse of(String name, int status, Rule rule, Field... fields) {
		return new CacheReuse(name, status, List.of(fields), List.of(), rule);
	}

	@Override
	public boolean needsTelling() {
		return true;
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		return CacheProbe.before(base, request(base, 0), request(base, 1));
	}

	private PlannedRequest request(String base, int number) {
		PlannedRequest request = PlannedRequest.get(base);
		return this.languages.isEmpty() ? request : request.field(LANGUAGE, this.languages.get(number));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (CacheProbe.asks(arrival)) {
			return CacheProbe.reply(arrival);
		}
		if (arrival.below().startsWith(NEXT)) {
			// the redirect's own answer, one step later
			return Reply.ok("Answer " + arrival.below().replaceAll("\\D", "") + ".\n");
		}
		Reply reply = Reply.of(this.status).text(CachedAnswers.text(arrival.number())).keepable();
		for (Field field : this.fields) {
			reply = reply.field(field.name(), field.value());
		}
		return (this.status / 100 == 3) ? reply.field("Location", origins.path() + NEXT + arrival.number()) : reply;
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return CachedAnswers.shown(finding(attempt, now), attempt);
	}

	private Finding finding(Attempt attempt, Instant now) {
		boolean validated = attempt.at("").stream().anyMatch(CachedAnswers::validates);
		if (this.rule == Rule.NOT_STORED && validated) {
			return Finding.failed("stored");
		}
		if (!attempt.isOver(now, SECOND)) {
			return Finding.pending();
		}
		if (attempt.first("").filter(this::differs).isPresent()) {
			return Finding.notSeen("no-language");
		}
		if (CachedAnswers.same(attempt, FIRST, SECOND)) {
			return switch (this.rule) {
				case NOT_STORED, NOT_REUSED -> Finding.failed("reused-wrongly");
				case LEFT_OPEN -> Finding.noted("reused-heuristically");
				case REUSED -> Finding.passed("reused");
			};
		}
		boolean told = Stream.of(FIRST, SECOND).allMatch((one) -> CachedAnswers.told(attempt, one).isPresent());
		if (!told && attempt.at("").size() < 2) {
			return Finding.notSeen("not-told");
		}
		if (!validated && !CacheProbe.found(attempt)) {
			return Finding.notSeen("no-cache");
		}
		boolean must = this.rule == Rule.NOT_STORED || this.rule == Rule.NOT_REUSED;
		return must ? Finding.passed("asked-anew") : Finding.noted("asked-needlessly");
	}

	/**
	 * A client that can't choose its Accept-Language makes two requests that are alike.
	 */
	private boolean differs(Arrival first) {
		return !this.languages.isEmpty() && !this.languages.get(0).equals(first.value(LANGUAGE).orElse(""));
	}

	/** What a cache may do with an answer. */
	enum Rule {

		/** It must not be there at all. */
		NOT_STORED,

		/** It must not be used again without asking. */
		NOT_REUSED,

		/** It may be used again, if the cache finds a reason itself. */
		LEFT_OPEN,

		/** It is there to be used again. */
		REUSED

	}

}
