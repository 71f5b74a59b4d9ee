package dev.statuslab.recipe;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import org.jspecify.annotations.Nullable;

/**
 * A recipe in one language.
 *
 * @param id its id
 * @param code the code that is earned
 * @param title what earns it, in one line
 * @param story what it is about
 * @param earns the steps that earn the code
 * @param twin what comes close, and its steps
 * @param links where it can be played
 */
public record RecipeView(String id, int code, String title, String story, ScenarioView earns, ScenarioView twin,
		Map<String, String> links) {

	/**
	 * The view of a recipe.
	 * @param recipe the recipe
	 * @param language its texts' language
	 * @param links where the server's resources are
	 * @return the view
	 */
	public static RecipeView of(Recipe recipe, Language language, Links links) {
		return new RecipeView(recipe.id(), recipe.code(), recipe.earns().title().in(language),
				recipe.story().in(language), ScenarioView.of(recipe.earns(), language),
				ScenarioView.of(recipe.twin(), language), links(recipe, links));
	}

	static Map<String, String> links(Recipe recipe, Links links) {
		String self = links.path("/recipes/" + recipe.id());
		return Map.of("self", self, "runs", self + "/runs", "code", links.path("/codes/" + recipe.code()), "script",
				self + "?format=sh", "requests", self + "?format=http");
	}

	/**
	 * A scenario in one language.
	 *
	 * @param title what it shows
	 * @param steps its steps
	 */
	public record ScenarioView(String title, List<StepView> steps) {

		static ScenarioView of(Scenario scenario, Language language) {
			return new ScenarioView(scenario.title().in(language),
					scenario.steps().stream().map((step) -> StepView.of(step, language)).toList());
		}

	}

	/**
	 * A step in one language; what has its usual value is left out.
	 *
	 * @param does what happens
	 * @param connection {@code new} if it needs one of its own
	 * @param listener which listener it goes to, if not the main one
	 * @param pipelined whether it is sent before the response to the step before is read
	 * @param background whether the steps after it are taken without its response
	 * @param after milliseconds to wait before it
	 * @param repeat how often it is done
	 * @param send what is sent
	 * @param expect what must come back
	 * @param capture what later steps can use, by name
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	public record StepView(String does, @Nullable String connection, @Nullable String listener,
			@Nullable Boolean pipelined, @Nullable Boolean background, @Nullable Integer after,
			@Nullable Integer repeat, Message send, Expectation expect, Map<String, Capture> capture) {

		static StepView of(Step step, Language language) {
			return new StepView(step.does().in(language), "kept".equals(step.connection()) ? null : step.connection(),
					step.listener(), step.pipelined() ? true : null, step.background() ? true : null,
					(step.after() > 0) ? step.after() : null, (step.repeat() > 1) ? step.repeat() : null, step.send(),
					step.expect(), step.capture());
		}

	}

	/** A recipe in a list. */
	record Summary(String id, int code, String title, Map<String, String> links) {

		static Summary of(Recipe recipe, Language language, Links links) {
			return new Summary(recipe.id(), recipe.code(), recipe.earns().title().in(language),
					RecipeView.links(recipe, links));
		}

	}

}
