package dev.statuslab.lab;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.statuslab.data.Language;
import dev.statuslab.data.Text;
import dev.statuslab.http.ProblemException;

/** All exercises, with their texts. Immutable. */
public class ExerciseBook {

	private final Map<String, Entry> entries;

	private final Map<String, GroupText> groups;

	private final Map<String, Text> common;

	ExerciseBook(List<ExerciseSet> sets, ExerciseReader reader) {
		this.entries = new LinkedHashMap<>();
		this.groups = new LinkedHashMap<>();
		this.common = reader.common();
		for (ExerciseSet set : sets) {
			List<Exercise> exercises = set.exercises();
			this.groups.put(set.group(), reader.group(set.group()));
			Map<String, ExerciseText> texts = reader.exercises(set.group(),
					exercises.stream().map(Exercise::name).toList());
			for (Exercise exercise : exercises) {
				Entry entry = new Entry(set.group(), exercise, texts.get(exercise.name()));
				if (this.entries.put(exercise.name(), entry) != null) {
					throw new IllegalStateException("There are two exercises of the name " + exercise.name());
				}
			}
		}
	}

	/**
	 * All exercises, in order.
	 * @return the exercises and their texts
	 */
	public Collection<Entry> entries() {
		return List.copyOf(this.entries.values());
	}

	/**
	 * The groups, in order.
	 * @return their texts, by name
	 */
	public Map<String, GroupText> groups() {
		return Collections.unmodifiableMap(this.groups);
	}

	/** Finds an exercise. */
	Exercise get(String name) {
		return Optional.ofNullable(this.entries.get(name))
			.map(Entry::exercise)
			.orElseThrow(() -> new ProblemException(404, "There is no exercise of this name: " + name).with("allowed",
					List.copyOf(this.entries.keySet())));
	}

	/**
	 * Judges what a client did at an exercise.
	 * @param entry the exercise
	 * @param attempt its attempt, if it has begun
	 * @param now the time
	 * @return the finding, with evidence
	 */
	public Finding judge(Entry entry, Optional<Attempt> attempt, Instant now) {
		if (attempt.isEmpty()) {
			return Finding.notSeen("not-begun");
		}
		if (attempt.get().count() == 0) {
			// what could not be read as a request is no arrival
			boolean malformed = attempt.get().told().stream().anyMatch((told) -> told.saw(400));
			return (malformed ? Finding.failed("malformed") : Finding.notSeen("no-request")).showing(attempt.get());
		}
		Finding finding = entry.exercise().judge(attempt.get(), now);
		return finding.evidence().isEmpty() ? finding.showing(attempt.get()) : finding;
	}

	/**
	 * The sentence that says why.
	 * @param entry the exercise
	 * @param finding the finding
	 * @param language the language
	 * @return the sentence
	 */
	public String says(Entry entry, Finding finding, Language language) {
		String sentence = text(entry, finding.key()).in(language);
		for (int i = 0; i < finding.arguments().size(); i++) {
			sentence = sentence.replace("{" + i + "}", finding.arguments().get(i));
		}
		return sentence;
	}

	private Text text(Entry entry, String key) {
		return Optional.ofNullable(entry.text().says())
			.map((says) -> says.get(key))
			.or(() -> Optional.ofNullable(this.groups.get(entry.group()).says()).map((says) -> says.get(key)))
			.or(() -> Optional.ofNullable(this.common.get(key)))
			.orElseThrow(() -> new IllegalStateException("Exercise %s has no sentence %s in lab/%s.json"
				.formatted(entry.exercise().name(), key, entry.group())));
	}

	/**
	 * An exercise and its texts.
	 *
	 * @param group the name of its group
	 * @param exercise the exercise
	 * @param text its texts
	 */
	public record Entry(String group, Exercise exercise, ExerciseText text) {

		/**
		 * The exercise's name.
		 * @return its name
		 */
		public String name() {
			return this.exercise.name();
		}

	}

}
