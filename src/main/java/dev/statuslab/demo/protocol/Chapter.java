package dev.statuslab.demo.protocol;

/**
 * A part of a report: which number from a range takes the most steps to 1, where an even
 * number is halved, and an odd one is tripled and one is added.
 *
 * @param first the first number
 * @param last the last number
 * @param number the number with the most steps
 * @param steps how many they are
 */
record Chapter(int first, int last, int number, int steps) {

	private static final int NUMBERS = 5000;

	/**
	 * Works out a chapter.
	 * @param index which one, from 0
	 * @return the chapter
	 */
	static Chapter of(int index) {
		int first = index * NUMBERS + 1;
		int last = first + NUMBERS - 1;
		int best = first;
		int most = -1;
		for (int number = first; number <= last; number++) {
			int steps = steps(number);
			if (steps > most) {
				most = steps;
				best = number;
			}
		}
		return new Chapter(first, last, best, most);
	}

	private static int steps(long number) {
		int steps = 0;
		for (long at = number; at > 1; steps++) {
			at = (at % 2 == 0) ? at / 2 : 3 * at + 1;
		}
		return steps;
	}

}
