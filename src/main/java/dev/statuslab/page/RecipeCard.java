package dev.statuslab.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.recipe.RecipeView;
import dev.statuslab.recipe.RecipeView.ScenarioView;
import dev.statuslab.recipe.RecipeView.StepView;
import dev.statuslab.recipe.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as the page shows it, before a run or after one.
 *
 * @param recipe the recipe
 * @param parts what earns the code, and what comes close
 * @param drawing the exchange up to the step that earns the code
 * @param run what came of it, if it was played
 */
record RecipeCard(RecipeView recipe, List<PartCard> parts, Drawing drawing, @Nullable Transcript run) {

	static RecipeCard of(RecipeView recipe, Catalog catalog) {
		return of(recipe, catalog, null);
	}

	static RecipeCard of(RecipeView recipe, Catalog catalog, @Nullable Transcript run) {
		return new RecipeCard(recipe,
				List.of(PartCard.of("earns", recipe.earns(), catalog, (run != null) ? run.earns() : null),
						PartCard.of("twin", recipe.twin(), catalog, (run != null) ? run.twin() : null)),
				Drawing.until(recipe.earns().steps(), recipe.code(), catalog), run);
	}

	/** How many steps there are in all. */
	public int size() {
		return this.parts.stream().mapToInt((part) -> part.steps().size()).sum();
	}

	/**
	 * A scenario.
	 *
	 * @param id {@code earns} or {@code twin}
	 * @param title what it shows
	 * @param verdict what came of it, if it was played
	 * @param steps its steps
	 */
	record PartCard(String id, String title, @Nullable String verdict, List<StepCard> steps) {

		private static PartCard of(String id, ScenarioView scenario, Catalog catalog,
				Transcript.@Nullable Part played) {
			List<StepCard> steps = new ArrayList<>();
			List<Transcript.StepView> runs = (played != null) ? played.steps() : List.of();
			for (StepView step : scenario.steps()) {
				int number = steps.size() + 1;
				List<PlayedStep> plays = runs.stream()
					.filter((run) -> run.number() == number)
					.map(PlayedStep::of)
					.toList();
				steps.add(new StepCard(number, step, StepLabels.call(step.send()),
						StepLabels.due(step.expect(), catalog), plays));
			}
			return new PartCard(id, scenario.title(), (played != null) ? played.verdict() : null, steps);
		}

	}

	/**
	 * A step.
	 *
	 * @param number its place, from 1
	 * @param step the step
	 * @param call what is sent, in one line
	 * @param due what must come back, in one line
	 * @param plays what came of it, each time
	 */
	record StepCard(int number, StepView step, String call, @Nullable String due, List<PlayedStep> plays) {

		/** The wait before it, in seconds. */
		public @Nullable String delay() {
			return (this.step.after() != null) ? StepLabels.seconds(this.step.after()) : null;
		}

		/** Whether there is more to say of it than what it sends. */
		public boolean noted() {
			return Stream
				.of(this.step.after(), this.step.repeat(), this.step.connection(), this.step.listener(),
						this.step.pipelined(), this.step.background())
				.anyMatch(Objects::nonNull);
		}

		public String message() {
			return StepLabels.message(this.step.send());
		}

		public List<String> expectations() {
			return StepLabels.expectations(this.step.expect());
		}

	}

	/**
	 * A step that was taken.
	 *
	 * @param run what came of it
	 * @param events what went over the connection
	 */
	record PlayedStep(Transcript.StepView run, List<WireEvent> events) {

		private static PlayedStep of(Transcript.StepView run) {
			return new PlayedStep(run, WireEvent.of(run.wire()));
		}

		public boolean passed() {
			return "passed".equals(this.run.verdict());
		}

		/** How long it took, in milliseconds. */
		public String took() {
			return this.events.isEmpty() ? WireEvent.milliseconds(0) : this.events.get(this.events.size() - 1).at();
		}

	}

}
