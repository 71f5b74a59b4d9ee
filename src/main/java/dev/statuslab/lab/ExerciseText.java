package dev.statuslab.lab;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.statuslab.data.InvalidEntryException;
import dev.statuslab.data.Text;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an exercise.
 *
 * @param name the exercise's name
 * @param title what it is about
 * @param task what to do, in one line: the member {@code do}
 * @param level how strongly the clause binds
 * @param clause where it is written
 * @param says sentences of its own, by key
 */
public record ExerciseText(String name, Text title, @JsonProperty("do") Text task, Level level, Clause clause,
		@Nullable Map<String, Text> says) {

	public ExerciseText {
		InvalidEntryException.written("name", name);
		InvalidEntryException.required("title", title);
		InvalidEntryException.required("do", task);
		InvalidEntryException.required("level", level);
		InvalidEntryException.required("clause", clause);
	}

	/** How strongly a clause binds. */
	public enum Level {

		/** An absolute requirement, or prohibition (RFC 2119). */
		MUST,

		/** One that only a good reason overrides. */
		SHOULD,

		/** It is truly optional. */
		MAY,

		/** No clause asks for it; clients are expected to do it. */
		@JsonProperty("practice")
		PRACTICE;

		@Override
		public String toString() {
			return (this == PRACTICE) ? "practice" : name();
		}

	}

	/**
	 * Where something is written.
	 *
	 * @param label the clause, for people
	 * @param url where to read it
	 */
	public record Clause(String label, String url) {

		public Clause {
			InvalidEntryException.written("label", label);
			InvalidEntryException.written("url", url);
		}

	}

}
