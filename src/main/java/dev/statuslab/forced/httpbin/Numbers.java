package dev.statuslab.forced.httpbin;

import dev.statuslab.http.ProblemException;

/** Reads the numbers that a caller may write. */
final class Numbers {

	private Numbers() {
	}

	/**
	 * Reads a whole number.
	 * @param parameter who names it, for the problem
	 * @param text the number
	 * @param least the least that it may be, not negative
	 * @param most the most that it may be
	 * @return the number
	 * @throws ProblemException 400 if it is none, or out of bounds
	 */
	static int between(String parameter, String text, int least, int most) {
		if (text.matches("[0-9]{1,9}")) {
			int number = Integer.parseInt(text);
			if (number >= least && number <= most) {
				return number;
			}
		}
		throw new ProblemException(400,
				"A whole number from %d to %d is expected, and not: %s".formatted(least, most, text))
			.with("parameter", parameter)
			.with("minimum", least)
			.with("maximum", most);
	}

}
