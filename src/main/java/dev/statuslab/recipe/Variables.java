package dev.statuslab.recipe;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the variables of a recipe stand for while it is played. */
final class Variables {

	/**
	 * Always there: the authority and those of the listeners beside it, the base path,
	 * and a word that no other run has.
	 */
	static final Set<String> GIVEN = Set.of("host", "proxy", "portal", "base", "run");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z]+)}");

	private final Map<String, String> values = new ConcurrentHashMap<>();

	Variables(String host, String base, String run) {
		this.values.put("host", host);
		this.values.put("base", base);
		this.values.put("run", run);
	}

	void set(String name, String value) {
		this.values.put(name, value);
	}

	/** The text with its variables replaced. */
	String in(String text) {
		return replace(text, UnaryOperator.identity());
	}

	/** The pattern with its variables replaced by what matches exactly their values. */
	String inPattern(String pattern) {
		return replace(pattern, Pattern::quote);
	}

	private String replace(String text, UnaryOperator<String> form) {
		return VARIABLE.matcher(text)
			.replaceAll((match) -> Matcher
				.quoteReplacement(form.apply(this.values.getOrDefault(match.group(1), match.group()))));
	}

	/** The names of the variables in a text. */
	static Set<String> namesIn(String text) {
		return VARIABLE.matcher(text).results().map((match) -> match.group(1)).collect(Collectors.toSet());
	}

}
