package dev.statuslab.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.statuslab.data.Text;
import dev.statuslab.lab.ExerciseBook;

/**
 * The exercises of a group, as a page lists them.
 *
 * @param name the group's name
 * @param title what it is about
 * @param entries the exercises
 */
record ExerciseGroup(String name, Text title, List<ExerciseBook.Entry> entries) {

	static List<ExerciseGroup> of(ExerciseBook book) {
		Map<String, List<ExerciseBook.Entry>> groups = new LinkedHashMap<>();
		book.entries()
			.forEach((entry) -> groups.computeIfAbsent(entry.group(), (name) -> new ArrayList<>()).add(entry));
		return groups.entrySet()
			.stream()
			.map((group) -> new ExerciseGroup(group.getKey(), book.groups().get(group.getKey()).title(),
					group.getValue()))
			.toList();
	}

}
