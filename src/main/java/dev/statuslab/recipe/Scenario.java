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

}
