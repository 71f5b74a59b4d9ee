package dev.statuslab.lab;

import java.util.List;

/**
 * A group of exercises: a bean, and the file {@code resources/lab/<group>.json} with
 * their texts.
 */
public interface ExerciseSet {

	/**
	 * The group's name.
	 * @return the name of the file, without its ending
	 */
	String group();

	/**
	 * Its exercises, in the order in which they are shown.
	 * @return the exercises
	 */
	List<Exercise> exercises();

}
