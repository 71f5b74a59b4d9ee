package dev.statuslab.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is printed below a line, and what a command has really put out. An ellipsis stands
 * for anything: within a line for text, alone for lines. What must differ from time to
 * time is held to its shape.
 *
 * @param lines the printed lines
 */
record PrintedOutput(List<String> lines) {

	private static final String ELLIPSIS = "…";

	/** Each matches what is printed and what came, but for its value. */
	private static final List<Pattern> SHAPES = List.of(
			Pattern.compile("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT"),
			Pattern.compile("(?<=ETag: )\"(?:\\d+-)?[0-9a-f]{24}\""), Pattern.compile("(?<=Content-Length: )\\d+"),
			Pattern.compile("(?<=curl/)\\d+(?:\\.\\d+)+"), Pattern.compile("(?<=\\* )\\d+\\.\\d{6} s"),
			Pattern.compile("\\d+(?= octets)"), Pattern.compile("(?<=\"access_token\": ?\")[A-Za-z0-9_-]{32}"));

	/**
	 * Holds an output against it.
	 * @param output the lines that came
	 * @return the first printed line that has not come; nothing if all is as printed
	 */
	Optional<String> missing(List<String> output) {
		int furthest = 0;
		List<Integer> positions = List.of(0);
		boolean open = false;
		for (String line : this.lines) {
			if (ELLIPSIS.equals(line.strip())) {
				open = true;
				continue;
			}
			Pattern pattern = pattern(line);
			List<Integer> next = new ArrayList<>();
			for (int position : positions) {
				int last = open ? output.size() : Math.min(position + 1, output.size());
				for (int i = position; i < last; i++) {
					if (pattern.matcher(output.get(i)).matches() && !next.contains(i + 1)) {
						next.add(i + 1);
					}
				}
			}
			if (next.isEmpty()) {
				return Optional.of(line);
			}
			positions = next;
			open = false;
			furthest = positions.stream().max(Comparator.naturalOrder()).orElse(0);
		}
		return (open || furthest == output.size()) ? Optional.empty()
				: Optional.of("nothing more, but there came: " + output.get(furthest));
	}

	private static Pattern pattern(String line) {
		StringBuilder pattern = new StringBuilder();
		int from = 0;
		while (from < line.length()) {
			int start = from;
			Optional<MatchResult> found = SHAPES.stream()
				.map((shape) -> shape.matcher(line))
				.filter((matcher) -> matcher.find(start))
				.map(Matcher::toMatchResult)
				.min(Comparator.comparingInt(MatchResult::start));
			int end = found.map(MatchResult::start).orElse(line.length());
			pattern.append(literal(line.substring(from, end)));
			found.ifPresent((match) -> pattern.append(shape(line, match)));
			from = found.map(MatchResult::end).orElse(end);
		}
		return Pattern.compile(pattern.toString());
	}

	private static String literal(String text) {
		return Pattern.quote(text).replace(ELLIPSIS, "\\E.*\\Q");
	}

	private static String shape(String line, MatchResult match) {
		return SHAPES.stream()
			.filter((shape) -> shape.matcher(line).results().anyMatch((other) -> other.start() == match.start()))
			.map(Pattern::pattern)
			.findFirst()
			.orElseThrow();
	}

}
