package dev.statuslab.lab;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.statuslab.data.Language;

/**
 * A lab that has just been opened.
 *
 * @param lab its id
 * @param url its address, where the report is
 * @param plan the address of the plan of a client, whose name goes for {@code {client}}
 * @param created when it was opened
 * @param expires when it goes, if nothing happens in it
 * @param exercises what there is to do
 */
record LabView(String lab, String url, String plan, Instant created, Instant expires, List<ExerciseView> exercises) {

	/**
	 * An exercise.
	 *
	 * @param name its name
	 * @param group its group
	 * @param title what it is about
	 * @param task what to do
	 * @param level how strongly the clause binds
	 * @param clause where it is written
	 */
	record ExerciseView(String name, String group, String title, @JsonProperty("do") String task,
			ExerciseText.Level level, ExerciseText.Clause clause) {

		static ExerciseView of(ExerciseBook.Entry entry, Language language) {
			ExerciseText text = entry.text();
			return new ExerciseView(entry.name(), entry.group(), text.title().in(language), text.task().in(language),
					text.level(), text.clause());
		}

	}

}
