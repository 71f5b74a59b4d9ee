package dev.statuslab.server.openapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.models.examples.Example;
import org.jspecify.annotations.Nullable;

/**
 * The examples of a node of the files: one without a name that somebody wrote, or named
 * ones that recipes have recorded. Where there are both, the recorded ones count.
 */
final class Examples {

	private static final String UNNAMED = "example";

	private static final String NAMED = "examples";

	private Examples() {
	}

	/**
	 * The one that somebody wrote.
	 * @param node the node
	 * @return its value; null if there is none, or there are recorded ones
	 */
	static @Nullable Object unnamed(Map<String, Object> node) {
		return node.containsKey(NAMED) ? null : node.get(UNNAMED);
	}

	/**
	 * Those that are recorded.
	 * @param node the node
	 * @return the examples by name, in order; null if there are none
	 */
	static @Nullable Map<String, Example> named(Map<String, Object> node) {
		Map<String, Example> examples = new LinkedHashMap<>();
		Descriptions.map(node.get(NAMED)).forEach((name, value) -> {
			Map<String, Object> members = Descriptions.map(value);
			examples.put(name,
					new Example().summary(Objects.toString(members.get("summary"), null))
						.description(Objects.toString(members.get("description"), null))
						.value(members.get("value")));
		});
		return examples.isEmpty() ? null : examples;
	}

	/**
	 * The values of all that count.
	 * @param node the node
	 * @return the values
	 */
	static List<Object> values(Map<String, Object> node) {
		Map<String, Object> named = Descriptions.map(node.get(NAMED));
		if (named.isEmpty()) {
			return node.containsKey(UNNAMED) ? Collections.singletonList(node.get(UNNAMED)) : List.of();
		}
		return named.values().stream().map((example) -> Descriptions.map(example).get("value")).toList();
	}

}
