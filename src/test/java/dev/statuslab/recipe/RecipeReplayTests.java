package dev.statuslab.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.statuslab.data.Language;
import dev.statuslab.testing.LiveServer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Every recipe, with its twin, in random order and twice in a row on one server. */
@LiveServer
class RecipeReplayTests {

	private final RecipeBook recipes;

	private final RecipeRunner runner;

	RecipeReplayTests(@Autowired RecipeBook recipes, @Autowired RecipeRunner runner) {
		this.recipes = recipes;
		this.runner = runner;
	}

	@Test
	void everyRecipeHoldsTwiceInARow(TestReporter reporter) throws Exception {
		List<Recipe> order = new ArrayList<>(chosen());
		assertThat(order).isNotEmpty();
		SoftAssertions all = new SoftAssertions();
		for (int round = 0; round < 2; round++) {
			Collections.shuffle(order);
			for (Recipe recipe : order) {
				Run run = this.runner.play(recipe).get(60, TimeUnit.SECONDS);
				reporter.publishEntry("recipe:" + recipe.id(), run.passed() ? "passed" : "failed");
				all.assertThat(run.passed()).as(TextTranscript.of(run, Language.EN)).isTrue();
			}
		}
		all.assertAll();
	}

	/**
	 * All, or while one is being written those that {@code -Drecipes=412,304-e} names.
	 */
	private List<Recipe> chosen() {
		List<String> prefixes = List.of(System.getProperty("recipes", "").split(","));
		return this.recipes.all()
			.stream()
			.filter((recipe) -> prefixes.stream().anyMatch(recipe.id()::startsWith))
			.toList();
	}

}
