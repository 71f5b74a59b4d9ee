package dev.statuslab.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A client in a lab. Immutable.
 *
 * @param name its name
 * @param attempts its attempts, by exercise, in the order in which they began
 * @param lines the field lines of its last request: most of its requests have the same
 */
public record Participant(String name, Map<String, Attempt> attempts, String lines) {

	/**
	 * Its attempt at an exercise.
	 * @param exercise the exercise's name
	 * @return the attempt, or nothing if it has not begun
	 */
	public Optional<Attempt> attempt(String exercise) {
		return Optional.ofNullable(this.attempts.get(exercise));
	}

	Participant with(String exercise, Attempt attempt, @Nullable String last) {
		Map<String, Attempt> changed = new LinkedHashMap<>(this.attempts);
		changed.put(exercise, attempt);
		return new Participant(this.name, changed, (last != null) ? last : this.lines);
	}

}
