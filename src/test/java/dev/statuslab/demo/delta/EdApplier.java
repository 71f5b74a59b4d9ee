package dev.statuslab.demo.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applies what {@code diff -e} writes, as a client would: the commands a, c and d, and
 * the substitution that takes a dot away.
 */
final class EdApplier {

	private static final Pattern COMMAND = Pattern.compile("(?:(\\d+)(?:,(\\d+))?)?([acd])");

	private final List<String> lines;

	private int current;

	private EdApplier(List<String> lines) {
		this.lines = new ArrayList<>(lines);
		this.current = lines.size();
	}

	static String apply(String script, String base) {
		EdApplier applier = new EdApplier(lines(base));
		List<String> commands = lines(script);
		int at = 0;
		while (at < commands.size()) {
			at = applier.command(commands, at);
		}
		return applier.lines.isEmpty() ? "" : String.join("\n", applier.lines) + "\n";
	}

	private int command(List<String> commands, int at) {
		String line = commands.get(at);
		if ("s/.//".equals(line)) {
			this.lines.set(this.current - 1, this.lines.get(this.current - 1).substring(1));
			return at + 1;
		}
		Matcher command = COMMAND.matcher(line);
		if (!command.matches()) {
			throw new IllegalArgumentException("no command of ed: " + line);
		}
		int first = (command.group(1) != null) ? Integer.parseInt(command.group(1)) : this.current;
		int last = (command.group(2) != null) ? Integer.parseInt(command.group(2)) : first;
		if ("a".equals(command.group(3))) {
			this.current = first;
			return text(commands, at + 1);
		}
		this.lines.subList(first - 1, last).clear();
		this.current = first - 1;
		return "c".equals(command.group(3)) ? text(commands, at + 1) : at + 1;
	}

	private int text(List<String> commands, int from) {
		int at = from;
		while (!".".equals(commands.get(at))) {
			this.lines.add(this.current, commands.get(at));
			this.current++;
			at++;
		}
		return at + 1;
	}

	private static List<String> lines(String text) {
		if (text.isEmpty()) {
			return List.of();
		}
		if (!text.endsWith("\n")) {
			throw new IllegalArgumentException("the last line does not end");
		}
		return List.of(text.substring(0, text.length() - 1).split("\n", -1));
	}

}
