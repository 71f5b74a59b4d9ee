package dev.statuslab.recipe;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.statuslab.http.ProblemException;

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
	 * A recipe.
	 * @param id its id
	 * @return the recipe
	 * @throws ProblemException 404 if there is none
	 */
	public Recipe get(String id) {
		Recipe recipe = this.recipes.get(id);
		if (recipe == null) {
			throw new ProblemException(404, "There is no recipe of this name; /recipes lists them all.");
		}
		return recipe;
	}

}
