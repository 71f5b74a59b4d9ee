package dev.statuslab.recipe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.statuslab.wire.Capture.Event;
import dev.statuslab.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as it was played.
 *
 * @param id tells runs apart
 * @param recipe the recipe
 * @param started when it began
 * @param took how long it took
 * @param earns the scenario that earns the code
 * @param twin the scenario that must not
 */
public record Run(String id, Recipe recipe, Instant started, Duration took, List<StepRun> earns, List<StepRun> twin) {

	/**
	 * Whether all was as the recipe says.
	 * @return true if every step was taken and every expectation met
	 */
	public boolean passed() {
		return passed(this.recipe.earns(), this.earns) && passed(this.recipe.twin(), this.twin);
	}

	static boolean passed(Scenario scenario, List<StepRun> runs) {
		return runs.size() == scenario.exchanges() && runs.stream().allMatch(StepRun::passed);
	}

	/**
	 * A step as it was taken.
	 *
	 * @param step the step
	 * @param connection which of the scenario's connections it used, from 1
	 * @param events what went over the connection, in order
	 * @param response what came back, if that is HTTP
	 * @param checks what was looked at
	 */
	public record StepRun(Step step, int connection, List<Event> events, @Nullable WireResponse response,
			List<Check> checks) {

		/**
		 * Whether every expectation was met.
		 * @return false also if nothing was looked at
		 */
		public boolean passed() {
			return !this.checks.isEmpty() && this.checks.stream().allMatch(Check::passed);
		}

	}

}
