package dev.statuslab.lab.caching;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Told;

/**
 * What the exercises about caches have in common: each answer says in its content which
 * request it answers, so that one that is used again is known by it.
 */
final class CachedAnswers {

	private static final Pattern ANSWER = Pattern.compile("Answer (\\d{1,5})\\.");

	/** The fields that evidence shows. */
	private static final String[] SHOWN = { "If-None-Match", "If-Modified-Since", "Cache-Control", "Accept-Language" };

	private CachedAnswers() {
	}

	/**
	 * Content.
	 * @param number the number of the request that it answers
	 * @return the text
	 */
	static String text(int number) {
		return "Answer " + number + ".\n";
	}

	/**
	 * Which answer a client got.
	 * @param attempt what it told
	 * @param request for which request of the plan
	 * @return the number of the request that was answered, or nothing if the client did
	 * not tell
	 */
	static OptionalInt told(Attempt attempt, int request) {
		String content = attempt.told(request).map(Told::content).orElse("");
		Matcher answer = ANSWER.matcher(content);
		return answer.find() ? OptionalInt.of(Integer.parseInt(answer.group(1))) : OptionalInt.empty();
	}

	/**
	 * Whether a client got the same answer twice.
	 * @param attempt what it told
	 * @param first a request of the plan
	 * @param second a later one
	 * @return whether it told so
	 */
	static boolean same(Attempt attempt, int first, int second) {
		OptionalInt answer = told(attempt, first);
		return answer.isPresent() && answer.equals(told(attempt, second));
	}

	/**
	 * Whether a request asks whether a stored response is still good (RFC 9111 §4.3.1).
	 * @param arrival the request
	 * @return whether it has a validator of a stored response
	 */
	static boolean validates(Arrival arrival) {
		return arrival.has("If-None-Match") || arrival.has("If-Modified-Since");
	}

	/**
	 * The same finding, with the fields that matter to a cache.
	 * @param finding the finding
	 * @param attempt what it is about
	 * @return the finding
	 */
	static Finding shown(Finding finding, Attempt attempt) {
		return finding.showing(attempt, SHOWN);
	}

}
