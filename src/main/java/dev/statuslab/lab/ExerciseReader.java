package dev.statuslab.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the texts of the exercises, and refuses a broken file by naming it, the entry and
 * the field.
 */
final class ExerciseReader {

	/** What every exercise may say. */
	private static final String COMMON = "common.json";

	private static final String EXERCISES = "exercises";

	private final DataFiles files;

	ExerciseReader(DataFiles files) {
		this.files = files;
	}

	/** The sentences that all exercises share. */
	Map<String, Text> common() {
		return this.files.bind(COMMON, null, this.files.read(COMMON), Common.class).says();
	}

	/** The texts of a group. */
	GroupText group(String group) {
		ObjectNode root = this.files.read(file(group));
		root.remove(EXERCISES);
		return this.files.bind(file(group), null, root, GroupText.class);
	}

	/**
	 * The texts of the exercises of a group.
	 * @param group the group
	 * @param names the names of its exercises
	 * @return the texts by name
	 * @throws dev.statuslab.data.InvalidDataException if they are not just these
	 */
	Map<String, ExerciseText> exercises(String group, List<String> names) {
		String file = file(group);
		JsonNode list = this.files.read(file).path(EXERCISES);
		if (!list.isArray()) {
			throw this.files.fault(file, null, EXERCISES, "is not a list of entries");
		}
		Map<String, ExerciseText> texts = new LinkedHashMap<>();
		for (JsonNode node : list) {
			String entry = node.path("name").isValueNode() ? node.path("name").asString()
					: "number " + (texts.size() + 1);
			ExerciseText text = this.files.bind(file, entry, node, ExerciseText.class);
			if (!names.contains(text.name())) {
				throw this.files.fault(file, entry, "name", "names no exercise of the group");
			}
			if (texts.put(text.name(), text) != null) {
				throw this.files.fault(file, entry, "name", "stands twice");
			}
		}
		for (String name : names) {
			if (!texts.containsKey(name)) {
				throw this.files.fault(file, name, null, "is missing");
			}
		}
		return texts;
	}

	private static String file(String group) {
		return group + ".json";
	}

	private record Common(Map<String, Text> says) {
	}

}
