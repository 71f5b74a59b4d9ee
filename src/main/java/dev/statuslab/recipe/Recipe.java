package dev.statuslab.recipe;

import java.util.List;
import java.util.Objects;

import dev.statuslab.data.InvalidEntryException;
import dev.statuslab.data.Text;

/**
 * How a code is earned, and what comes close to it and must not earn it.
 *
 * @param id a code and words, as in {@code 304-entity-tag}; the name of its file
 * @param story what it is about
 * @param earns what earns the code
 * @param twin what comes close
 * @param verifies the requirements that it checks, by their ids in the index of them
 */
public record Recipe(String id, Text story, Scenario earns, Scenario twin, List<String> verifies) {

	public Recipe {
		if (!id.matches("[1-5][0-9]{2}(-[a-z0-9]+)+")) {
			throw new InvalidEntryException("id", "is not a code and words, as in 304-entity-tag");
		}
		InvalidEntryException.required("story", story);
		InvalidEntryException.required("earns", earns);
		InvalidEntryException.required("twin", twin);
		verifies = List.copyOf(Objects.requireNonNullElse(verifies, List.of()));
	}

	/**
	 * The code that is earned.
	 * @return a status code
	 */
	public int code() {
		return Integer.parseInt(this.id.substring(0, 3));
	}

}
