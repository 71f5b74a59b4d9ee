package dev.statuslab.recipe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line for a terminal that sends a request, and what is printed below it.
 *
 * @param command the line
 * @param method the method of the first request that it sends
 * @param target its target
 * @param fields the field lines that the line names
 * @param content its content, or null
 * @param printed what stands below it
 */
record CurlLine(String command, String method, String target, List<String> fields, String content,
		List<String> printed) {

	private static final String PROMPT = "$ ";

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\n(.*?)^```$");

	private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

	/** The lines in a text of Markdown. */
	static List<CurlLine> in(String markdown) {
		List<CurlLine> lines = new ArrayList<>();
		Matcher blocks = BLOCK.matcher(markdown);
		while (blocks.find()) {
			List<String> block = blocks.group(1).lines().toList();
			String command = block.get(0).substring(PROMPT.length());
			lines.add(of(command, block.subList(1, block.size())));
		}
		return lines;
	}

	/** Reads what README needs, and refuses other options. */
	static CurlLine of(String command, List<String> printed) {
		Iterator<String> words = WORD.matcher(command)
			.results()
			.map((word) -> (word.group(1) != null) ? word.group(1) : word.group(2))
			.iterator();
		String method = null;
		String target = null;
		String content = null;
		List<String> fields = new ArrayList<>();
		if (!"curl".equals(words.next())) {
			throw new IllegalArgumentException("not curl: " + command);
		}
		while (words.hasNext()) {
			String word = words.next();
			switch (word) {
				case "-i", "-s", "-L" -> {
				}
				case "-X" -> {
					method = words.next();
				}
				case "-H" -> fields.add(words.next());
				case "-u" -> fields.add("Authorization: Basic "
						+ Base64.getEncoder().encodeToString(words.next().getBytes(StandardCharsets.UTF_8)));
				case "-d" -> {
					content = words.next();
					fields.add("Content-Type: application/x-www-form-urlencoded");
				}
				default -> {
					if (!word.startsWith("localhost:8080/")) {
						throw new IllegalArgumentException(word + " is not understood: " + command);
					}
					target = word.substring(word.indexOf('/'));
				}
			}
		}
		if (method == null) {
			method = (content != null) ? "POST" : "GET";
		}
		return new CurlLine(command, method, target, fields, content, printed);
	}

	/** Whether it is this step of a recipe; the step's variables stand for any text. */
	boolean is(Step step) {
		Message sent = step.send();
		return sent.raw().isEmpty() && sent.chunks().isEmpty() && sent.method().equals(this.method)
				&& matches(sent.target(), this.target) && matches(sent.content(), this.content)
				&& sent.fields().size() == this.fields.size() && this.fields.stream()
					.allMatch((line) -> sent.fields().stream().anyMatch((field) -> matches(field, line)));
	}

	private static boolean matches(String text, String value) {
		if (text == null || value == null) {
			return text == value;
		}
		String pattern = "\\Q" + text.replaceAll("\\$\\{[a-z]+}", "\\\\E.+\\\\Q") + "\\E";
		return Pattern.matches(pattern, value);
	}

	@Override
	public String toString() {
		return this.command;
	}

}
