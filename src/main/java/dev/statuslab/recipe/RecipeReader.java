package dev.statuslab.recipe;

import java.util.List;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.InvalidDataException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads recipes, and refuses a broken one by naming the file, the step and the field:
 * also one that names another host, waits too long or uses what no step before has
 * captured.
 */
final class RecipeReader {

	private static final String SUFFIX = ".json";

	/** Where an editor finds the schema, from the file that names it. */
	private static final String SCHEMA = "schema/recipe.json";

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
		if (root.has("$schema") && !SCHEMA.equals(root.remove("$schema").asString(""))) {
			throw this.files.fault(file, null, "$schema", "is not " + SCHEMA);
		}
		root.put("id", file.substring(0, file.length() - SUFFIX.length()));
		Recipe recipe = bind(file, root);
		new ScenarioRules(this.files, file, "earns").check(recipe.earns());
		new ScenarioRules(this.files, file, "twin").check(recipe.twin());
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
			this.files.bind(file, ScenarioRules.place(scenario, number), step, Step.class);
			number++;
		}
	}

}
