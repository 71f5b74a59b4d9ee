package dev.statuslab.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.InvalidDataException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads recipes, and refuses a broken one by naming the file, the step and the field:
 * also one that names another host, waits too long or uses what no step before has
 * captured.
 */
final class RecipeReader {

	/** Milliseconds that the steps of a scenario may wait, all together. */
	static final int LONGEST = 15_000;

	private static final String SUFFIX = ".json";

	/** This server, or a name that is nobody's (RFC 6761 §6.4). */
	private static final Pattern OWN_HOST = Pattern.compile("\\$\\{host}(\\$\\{base})?|[a-z0-9.-]*\\.invalid");

	private static final Pattern ABSOLUTE = Pattern.compile("(?i)(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+://([^/?# ]*)");

	private static final Pattern HOST_LINE = Pattern.compile("(?im)^host:[ \\t]*([^\\r\\n]*?)[ \\t]*\\r?$");

	private final DataFiles files;

	RecipeReader(DataFiles files) {
		this.files = files;
	}

	/**
	 * Reads a recipe.
	 * @param file the name of its file, {@code <id>.json}
	 * @return the recipe
	 * @throws dev.statuslab.data.InvalidDataException if it is broken
	 */
	Recipe read(String file) {
		ObjectNode root = this.files.read(file);
		if (root.has("id")) {
			throw this.files.fault(file, null, "id", "has no place here: the file's name tells it");
		}
		root.put("id", file.substring(0, file.length() - SUFFIX.length()));
		Recipe recipe = bind(file, root);
		check(file, "earns", recipe.earns());
		check(file, "twin", recipe.twin());
		return recipe;
	}

	/**
	 * Where the whole can't be read, each step is read on its own, so that it is named.
	 */
	private Recipe bind(String file, ObjectNode root) {
		try {
			return this.files.bind(file, null, root, Recipe.class);
		}
		catch (InvalidDataException ex) {
			for (String scenario : List.of("earns", "twin")) {
				bindSteps(file, scenario, root.path(scenario));
			}
			throw ex;
		}
	}

	private void bindSteps(String file, String scenario, JsonNode node) {
		int number = 1;
		for (JsonNode step : node.path("steps")) {
			this.files.bind(file, step(scenario, number), step, Step.class);
			number++;
		}
	}

	private void check(String file, String name, Scenario scenario) {
		Set<String> known = new HashSet<>(Variables.GIVEN);
		int time = 0;
		for (int i = 0; i < scenario.steps().size(); i++) {
			Step step = scenario.steps().get(i);
			String place = step(name, i + 1);
			for (String text : texts(step)) {
				for (String variable : Variables.namesIn(text)) {
					if (!known.contains(variable)) {
						throw this.files.fault(file, place, null,
								"uses ${" + variable + "}, which no step before has captured");
					}
				}
				ABSOLUTE.matcher(text).results().forEach((match) -> requireOwn(file, place, match.group(1)));
				HOST_LINE.matcher(text).results().forEach((match) -> requireOwn(file, place, match.group(1)));
			}
			if (step.pipelined() && (i == 0 || step.after() > 0 || step.repeat() > 1)) {
				throw this.files.fault(file, place, "pipelined", "needs a step before it, no wait and no repetition");
			}
			requireOwnTarget(file, place, step.send());
			time += step.repeat() * (step.after() + pauses(step.send()));
			known.addAll(step.capture().keySet());
		}
		if (time > LONGEST) {
			throw this.files.fault(file, name, null, "waits %d ms, more than %d".formatted(time, LONGEST));
		}
	}

	private void requireOwnTarget(String file, String place, Message message) {
		String target = message.target();
		boolean possible = target == null || (target.startsWith("/") && !target.startsWith("//"))
				|| target.startsWith("${") || "*".equals(target) || ABSOLUTE.matcher(target).lookingAt();
		if (!possible && !"CONNECT".equals(message.method())) {
			throw this.files.fault(file, place, "send.target", "is no path, and no address of this server");
		}
		if ("CONNECT".equals(message.method()) && target != null) {
			requireOwn(file, place, target);
		}
	}

	private void requireOwn(String file, String place, @Nullable String authority) {
		if (authority != null && !authority.isEmpty() && !OWN_HOST.matcher(authority).matches()) {
			throw this.files.fault(file, place, "send", "names another host: " + authority);
		}
	}

	private static int pauses(Message message) {
		return message.raw().stream().mapToInt((part) -> (part.pause() != null) ? part.pause() : 0).sum();
	}

	/** All that a step sends. */
	private static List<String> texts(Step step) {
		Message message = step.send();
		List<String> texts = new ArrayList<>();
		Stream.of(message.target(), message.content()).flatMap(Stream::ofNullable).forEach(texts::add);
		texts.addAll(message.fields());
		texts.addAll(message.chunks());
		texts.addAll(message.trailers());
		texts.add(message.raw()
			.stream()
			.map((part) -> (part.octets() != null) ? part.octets() : "")
			.collect(Collectors.joining()));
		return texts;
	}

	private static String step(String scenario, int number) {
		return scenario + ", step " + number;
	}

}
