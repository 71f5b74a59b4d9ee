package dev.statuslab.recipe;

import java.util.List;

import dev.statuslab.data.InvalidEntryException;
import dev.statuslab.data.Text;

/**
 * Steps that are taken one after the other.
 *
 * @param title what they show, in one line
 * @param steps the steps
 */
public record Scenario(Text title, List<Step> steps) {

	static final int MOST_STEPS = 20;

	public Scenario {
		InvalidEntryException.required("title", title);
		steps = List.copyOf(InvalidEntryException.required("steps", steps));
		if (steps.isEmpty() || steps.size() > MOST_STEPS) {
			throw new InvalidEntryException("steps", "has not 1 to " + MOST_STEPS + " members");
		}
	}

	/**
	 * How often a step is taken, repetitions counted. Steps that are pipelined are
	 * repeated with the one that they follow.
	 * @return the number of exchanges of a whole run
	 */
	int exchanges() {
		int exchanges = 0;
		int repeat = 1;
		for (Step step : this.steps) {
			repeat = step.pipelined() ? repeat : step.repeat();
			exchanges += repeat;
		}
		return exchanges;
	}

}
