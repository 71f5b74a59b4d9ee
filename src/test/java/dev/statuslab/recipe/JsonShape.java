package dev.statuslab.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * Tells whether two JSON values are built alike: objects with the same members, arrays
 * with elements that are alike, texts, numbers. Values differ from run to run; only what
 * a recipe says of a step ({@code summary}) is the same.
 */
final class JsonShape {

	private JsonShape() {
	}

	static List<String> differences(JsonNode recorded, JsonNode fresh) {
		List<String> differences = new ArrayList<>();
		compare("", recorded, fresh, differences);
		return differences;
	}

	private static void compare(String place, JsonNode recorded, JsonNode fresh, List<String> differences) {
		if (recorded.isObject() && fresh.isObject()) {
			Set<String> names = new TreeSet<>(recorded.propertyNames());
			names.addAll(fresh.propertyNames());
			names.forEach((name) -> compare(place + "/" + name, recorded.path(name), fresh.path(name), differences));
		}
		else if (recorded.isArray() && fresh.isArray()) {
			if (!recorded.isEmpty() && !fresh.isEmpty()) {
				compare(place + "/0", recorded.get(0), fresh.get(0), differences);
			}
		}
		else if (recorded.getNodeType() != fresh.getNodeType()) {
			differences.add(place + " was " + kind(recorded) + " and is " + kind(fresh));
		}
		else if (place.matches(".*/examples/[^/]+/summary") && !recorded.equals(fresh)) {
			differences.add(place + " was " + recorded + " and is " + fresh);
		}
	}

	private static String kind(JsonNode node) {
		return node.isMissingNode() ? "not there" : node.getNodeType().name().toLowerCase(Locale.ROOT);
	}

}
