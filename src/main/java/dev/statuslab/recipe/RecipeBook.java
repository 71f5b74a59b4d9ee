package dev.statuslab.recipe;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All recipes, by id. Immutable. */
public final class RecipeBook {

	private final SortedMap<String, Recipe> recipes = new TreeMap<>();

	RecipeBook(Collection<Recipe> recipes) {
		recipes.forEach((recipe) -> this.recipes.put(recipe.id(), recipe));
	}

	/**
	 * All recipes.
	 * @return the recipes, ordered by code
	 */
	public List<Recipe> all() {
		return List.copyOf(this.recipes.values());
	}

	/**
	 * The recipes of a code.
	 * @param code a status code
	 * @return the recipes, ordered by name
	 */
	public List<Recipe> of(int code) {
		return this.recipes.values().stream().filter((recipe) -> recipe.code() == code).toList();
	}

	/**
	 * Finds a recipe.
	 * @param id its id
	 * @return the recipe, or nothing
	 */
	public Optional<Recipe> find(String id) {
		return Optional.ofNullable(this.recipes.get(id));
	}

}
