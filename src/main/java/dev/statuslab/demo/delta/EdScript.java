package dev.statuslab.demo.delta;

import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/**
 * Writes what {@code diff -e} writes, the instance manipulation diffe (RFC 3229 §10.5.2):
 * commands for ed that turn one text into another. They come from the end of the text to
 * its beginning, so that none moves a line that a later one counts.
 */
final class EdScript {

	private static final String DOT = ".";

	private final StringBuilder script = new StringBuilder();

	private EdScript() {
	}

	/**
	 * Compares two texts.
	 * @param from the lines of the base
	 * @param to the lines of the result
	 * @return the script; empty if the two are the same
	 */
	static String of(List<String> from, List<String> to) {
		EdScript writer = new EdScript();
		List<AbstractDelta<String>> deltas = DiffUtils.diff(from, to).getDeltas();
		for (int i = deltas.size() - 1; i >= 0; i--) {
			writer.write(deltas.get(i));
		}
		return writer.script.toString();
	}

	private void write(AbstractDelta<String> delta) {
		int before = delta.getSource().getPosition();
		int count = delta.getSource().size();
		switch (delta.getType()) {
			case INSERT -> this.script.append(before).append("a\n");
			case DELETE -> this.script.append(range(before + 1, count)).append("d\n");
			default -> this.script.append(range(before + 1, count)).append("c\n");
		}
		text(delta.getTarget().getLines());
	}

	private static String range(int first, int count) {
		return (count == 1) ? String.valueOf(first) : first + "," + (first + count - 1);
	}

	/**
	 * A line that is a dot alone would end the text: it goes as two dots, the text ends,
	 * one of them is taken away, and the text goes on behind it.
	 */
	private void text(List<String> lines) {
		boolean open = !lines.isEmpty();
		for (int i = 0; i < lines.size(); i++) {
			if (!open) {
				this.script.append("a\n");
				open = true;
			}
			String line = lines.get(i);
			this.script.append(line).append(DOT.equals(line) ? ".\n.\ns/.//\n" : "\n");
			open = !DOT.equals(line);
		}
		if (open) {
			this.script.append(".\n");
		}
	}

}
