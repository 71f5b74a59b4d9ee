package dev.statuslab.forced.status;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.statuslab.http.ProblemException;

/**
 * The codes among which one is drawn. A draw is arithmetic: no list of codes is ever
 * made.
 *
 * @param members what can be drawn, with its weight
 */
record CodeDraw(List<Member> members) {

	static final int LOWEST = 100;

	static final int HIGHEST = 599;

	private static final int MOST_MEMBERS = 64;

	private static final int DIGITS = 3;

	private static final Pattern WEIGHTED = Pattern.compile("\\s*([0-9]+)\\s*(?::\\s*([0-9]*\\.?[0-9]+)\\s*)?");

	private static final Pattern RANGE = Pattern.compile("\\s*([0-9]+)\\s*(?:-\\s*([0-9]+)\\s*)?");

	/**
	 * Reads httpbin's list: codes, each with a weight of its own or 1.
	 * @param text such as {@code 200:0.9,500:0.1}
	 * @return the draw
	 * @throws ProblemException 400 if the list, a code or a weight is not in order
	 */
	static CodeDraw weighted(String text) {
		if (text.length() == DIGITS) {
			return one(text);
		}
		CodeDraw draw = read("codes", text, (member) -> {
			Matcher matcher = match("codes", WEIGHTED, member, "a code, or a code and its weight, as in 500:0.1");
			int code = code("codes", matcher.group(1));
			return new Member(code, code, (matcher.group(2) != null) ? Double.parseDouble(matcher.group(2)) : 1);
		});
		double sum = draw.sum();
		if (sum <= 0 || Double.isInfinite(sum)) {
			throw malformed("codes", text, "weights whose sum is positive");
		}
		return draw;
	}

	/**
	 * Reads httpstat.us's list: codes and ranges, in which each code counts the same; one
	 * that is named twice counts double.
	 * @param text such as {@code 200,500-504}
	 * @return the draw
	 * @throws ProblemException 400 if the list, a range or a code is not in order
	 */
	static CodeDraw ranges(String text) {
		return read("range", text, (member) -> {
			Matcher matcher = match("range", RANGE, member, "a code, or a range of codes, as in 500-504");
			int first = code("range", matcher.group(1));
			int last = (matcher.group(2) != null) ? code("range", matcher.group(2)) : first;
			if (last < first) {
				throw malformed("range", member, "a range that goes upwards");
			}
			return new Member(first, last, last - first + 1);
		});
	}

	/**
	 * Reads one code.
	 * @param text the code
	 * @return a draw of this code
	 * @throws ProblemException 400 if there can be no such code
	 */
	static CodeDraw one(String text) {
		int code = code("code", text);
		return new CodeDraw(List.of(new Member(code, code, 1)));
	}

	/**
	 * Draws a code.
	 * @param random the source of chance
	 * @return one of the codes
	 */
	int draw(RandomGenerator random) {
		if (this.members.size() == 1 && this.members.get(0).isOne()) {
			return this.members.get(0).first();
		}
		double left = random.nextDouble() * sum();
		Member drawn = this.members.get(0);
		for (Member member : this.members) {
			if (member.weight() > 0) {
				drawn = member;
				if (left < member.weight()) {
					break;
				}
				left -= member.weight();
			}
		}
		return drawn.isOne() ? drawn.first() : random.nextInt(drawn.first(), drawn.last() + 1);
	}

	private double sum() {
		return this.members.stream().mapToDouble(Member::weight).sum();
	}

	private static CodeDraw read(String parameter, String text, Function<String, Member> reader) {
		String[] parts = text.split(",", -1);
		if (parts.length > MOST_MEMBERS) {
			throw new ProblemException(400, "The list has %d members.".formatted(parts.length))
				.with("parameter", parameter)
				.with("limit", MOST_MEMBERS);
		}
		List<Member> members = new ArrayList<>(parts.length);
		for (String part : parts) {
			members.add(reader.apply(part));
		}
		return new CodeDraw(members);
	}

	private static Matcher match(String parameter, Pattern pattern, String text, String expected) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.matches()) {
			throw malformed(parameter, text, expected);
		}
		return matcher;
	}

	private static int code(String parameter, String text) {
		boolean possible = text.length() == DIGITS && text.charAt(0) >= '1' && text.charAt(0) <= '5'
				&& isDigit(text.charAt(1)) && isDigit(text.charAt(2));
		if (!possible) {
			throw new ProblemException(400,
					"A status code has three digits, from %d to %d, and is not: %s".formatted(LOWEST, HIGHEST, text))
				.with("parameter", parameter)
				.with("minimum", LOWEST)
				.with("maximum", HIGHEST);
		}
		return Integer.parseInt(text);
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private static ProblemException malformed(String parameter, String text, String expected) {
		return new ProblemException(400, "Expected is %s, and not: %s".formatted(expected, text)).with("parameter",
				parameter);
	}

	/**
	 * A code, or a range of codes.
	 *
	 * @param first the lowest code
	 * @param last the highest code
	 * @param weight how likely it is, beside the others
	 */
	record Member(int first, int last, double weight) {

		boolean isOne() {
			return this.first == this.last;
		}

	}

}
