package dev.statuslab.recipe;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

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
	 * The recipes of a code that someone has named.
	 * @param code what should be a status code; nothing for all recipes
	 * @return the recipes, ordered by code
	 * @throws ProblemException 400 if it is no code from 100 to 599
	 */
	public List<Recipe> select(@Nullable String code) {
		if (code == null) {
			return all();
		}
		if (!code.matches("[1-5][0-9]{2}")) {
			throw new ProblemException(400, "A status code from 100 to 599 is expected, and not: " + code)
				.with("parameter", "code");
		}
		return of(Integer.parseInt(code));
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
