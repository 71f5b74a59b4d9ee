package dev.statuslab.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.InvalidDataException;
import org.jspecify.annotations.Nullable;

/** What the steps of a scenario must keep to together. */
final class ScenarioRules {

	/** Milliseconds that the steps may wait, all together. */
	static final int LONGEST = 15_000;

	/** Octets of filler that the steps may send, all together. */
	static final int FULLEST = 128 * 1024;

	/** Steps that can be in the background, each with a connection of its own. */
	static final int MOST_BACKGROUND = 5;

	/** This server, or a name that is nobody's (RFC 6761 §6.4). */
	private static final Pattern OWN_HOST = Pattern
		.compile("\\$\\{host}(\\$\\{base})?|\\$\\{(proxy|portal)}|[a-z0-9.-]*\\.invalid(:[0-9]+)?");

	private static final Pattern ABSOLUTE = Pattern.compile("(?i)(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+://([^/?# ]*)");

	private static final Pattern HOST_LINE = Pattern.compile("(?im)^host:[ \\t]*([^\\r\\n]*?)[ \\t]*\\r?$");

	private final DataFiles files;

	private final String file;

	private final String scenario;

	ScenarioRules(DataFiles files, String file, String scenario) {
		this.files = files;
		this.file = file;
		this.scenario = scenario;
	}

	/**
	 * Refuses steps that break a rule.
	 * @param steps the scenario
	 * @throws InvalidDataException if they do; it names the step
	 */
	void check(Scenario steps) {
		Set<String> known = new HashSet<>(Variables.GIVEN);
		@Nullable Step before = null;
		boolean challenged = false;
		int number = 1;
		for (Step step : steps.steps()) {
			String place = place(this.scenario, number++);
			requireKnown(place, step, known);
			requireOwn(place, step.send());
			if (step.pipelined() && (before == null || before.background() || step.after() > 0 || step.repeat() > 1)) {
				throw fault(place, "pipelined",
						"needs a step before it, no wait, no repetition and nothing in the background");
			}
			if (step.send().digest() != null && !challenged) {
				throw fault(place, "send.digest", "needs a step before it that is answered 401");
			}
			challenged |= Integer.valueOf(401).equals(step.expect().status());
			known.addAll(step.capture().keySet());
			before = step;
		}
		bound("waits %d ms, more than %d", steps, (step) -> step.after() + pauses(step.send()), LONGEST);
		bound("sends %d octets of filler, more than %d", steps, (step) -> filler(step.send()), FULLEST);
		bound("has %d steps in the background, more than %d", steps, (step) -> step.background() ? 1 : 0,
				MOST_BACKGROUND);
	}

	private void bound(String fault, Scenario steps, ToIntFunction<Step> measure, int most) {
		int sum = steps.steps().stream().mapToInt((step) -> step.repeat() * measure.applyAsInt(step)).sum();
		if (sum > most) {
			throw fault(this.scenario, null, fault.formatted(sum, most));
		}
	}

	private void requireKnown(String place, Step step, Set<String> known) {
		for (String text : texts(step.send())) {
			for (String variable : Variables.namesIn(text)) {
				if (!known.contains(variable)) {
					throw fault(place, null, "uses ${" + variable + "}, which no step before has captured");
				}
			}
		}
	}

	private void requireOwn(String place, Message message) {
		for (String text : texts(message)) {
			ABSOLUTE.matcher(text).results().forEach((match) -> requireOwn(place, match.group(1)));
			HOST_LINE.matcher(text).results().forEach((match) -> requireOwn(place, match.group(1)));
		}
		String target = message.target();
		boolean possible = target == null || (target.startsWith("/") && !target.startsWith("//"))
				|| target.startsWith("${") || "*".equals(target) || ABSOLUTE.matcher(target).lookingAt();
		if (!possible && !"CONNECT".equals(message.method())) {
			throw fault(place, "send.target", "is no path, and no address of this server");
		}
		if ("CONNECT".equals(message.method()) && target != null) {
			requireOwn(place, target);
		}
	}

	private void requireOwn(String place, @Nullable String authority) {
		if (authority != null && !authority.isEmpty() && !OWN_HOST.matcher(authority).matches()) {
			throw fault(place, "send", "names another host: " + authority);
		}
	}

	private InvalidDataException fault(String place, @Nullable String field, String words) {
		return this.files.fault(this.file, place, field, words);
	}

	private static int pauses(Message message) {
		return message.raw().stream().mapToInt((part) -> (part.pause() != null) ? part.pause() : 0).sum();
	}

	private static int filler(Message message) {
		return (message.filler() != null) ? message.filler().octets() : 0;
	}

	/** All that a message sends. */
	private static List<String> texts(Message message) {
		List<String> texts = new ArrayList<>();
		Stream.of(message.target(), message.content()).flatMap(Stream::ofNullable).forEach(texts::add);
		texts.addAll(message.fields());
		texts.addAll(message.chunks());
		texts.addAll(message.trailers());
		StringBuilder raw = new StringBuilder();
		message.raw().stream().map(Message.RawPart::octets).flatMap(Stream::ofNullable).forEach(raw::append);
		texts.add(raw.toString());
		return texts;
	}

	static String place(String scenario, int number) {
		return scenario + ", step " + number;
	}

}
