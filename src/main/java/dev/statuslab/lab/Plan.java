package dev.statuslab.lab;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.statuslab.data.Language;

/**
 * What a client is asked to do.
 *
 * @param lab the lab's id
 * @param client the client's name
 * @param exercises the exercises, in order
 */
public record Plan(String lab, String client, List<PlannedExercise> exercises) {

	static Plan of(String lab, String client, String url, ExerciseBook book, Language language) {
		return new Plan(lab, client,
				book.entries()
					.stream()
					.map((entry) -> PlannedExercise.of(entry, url + "/" + client + "/" + entry.name(), language))
					.toList());
	}

	/**
	 * An exercise as a client is to do it.
	 *
	 * @param name its name
	 * @param group its group
	 * @param title what it is about
	 * @param task what to do, for people
	 * @param level how strongly the clause binds
	 * @param clause where it is written
	 * @param url its address; {@code /told} below it takes what the client made of it
	 * @param tell whether it can't be judged unless the client tells
	 * @param requests the requests, in order, by one client object
	 */
	public record PlannedExercise(String name, String group, String title, @JsonProperty("do") String task,
			ExerciseText.Level level, ExerciseText.Clause clause, String url, boolean tell,
			List<PlannedRequest> requests) {

		static PlannedExercise of(ExerciseBook.Entry entry, String url, Language language) {
			ExerciseText text = entry.text();
			return new PlannedExercise(entry.name(), entry.group(), text.title().in(language), text.task().in(language),
					text.level(), text.clause(), url, entry.exercise().needsTelling(), entry.exercise().requests(url));
		}

	}

}
