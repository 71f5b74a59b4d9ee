package dev.statuslab.page;

import java.util.List;

/**
 * Lays text out for a terminal, whose cells are all of one width. Hangul and other wide
 * characters take two cells (Unicode Standard Annex #11). Every length here is in cells.
 */
public final class Terminal {

	/** What fits side by side in a terminal that nobody has widened. */
	private static final int COLUMNS = 80;

	private static final int STOPS = 6;

	private static final String CUT = "…";

	/**
	 * The cells that a text takes.
	 * @param text a single line
	 * @return its width
	 */
	public int width(String text) {
		return text.codePoints().map(Terminal::width).sum();
	}

	/**
	 * Fills a text up with spaces.
	 * @param text a single line
	 * @param width the width to reach; a longer text stays as it is
	 * @return the padded text
	 */
	public String pad(String text, int width) {
		return text + " ".repeat(Math.max(0, width - width(text)));
	}

	/**
	 * Cuts a text, between words where it can.
	 * @param text a single line
	 * @param width the width to keep within
	 * @return the text, or its beginning with an ellipsis
	 */
	public String shorten(String text, int width) {
		if (width(text) <= width) {
			return text;
		}
		int end = 0;
		int taken = 0;
		while (taken + width(text.codePointAt(end)) < width) {
			taken += width(text.codePointAt(end));
			end += Character.charCount(text.codePointAt(end));
		}
		int space = text.lastIndexOf(' ', end);
		return text.substring(0, (space >= end / 2) ? space : end).replaceFirst("[ ,;:.]+$", "") + CUT;
	}

	/**
	 * Draws a line under a text.
	 * @param text a single line
	 * @return text and line
	 */
	public String underline(String text) {
		return text + "\n" + "=".repeat(width(text));
	}

	/**
	 * Breaks a text into lines.
	 * @param text a paragraph
	 * @param indent the spaces before each line
	 * @return the lines, without a line feed at the end
	 */
	public String wrap(String text, int indent) {
		return hang("", indent, text);
	}

	/**
	 * Breaks a text into lines that hang beside a label, or below a long one. A word that
	 * is longer than a line stays whole.
	 * @param label what stands left of the first line
	 * @param indent where the text begins
	 * @param text a paragraph
	 * @return the lines, without a line feed at the end
	 */
	public String hang(String label, int indent, String text) {
		if (text.isEmpty()) {
			return label;
		}
		boolean beside = width(label) < indent || indent == 0;
		StringBuilder lines = new StringBuilder(beside ? pad(label, indent) : label + "\n" + " ".repeat(indent));
		int used = indent;
		boolean first = true;
		for (String word : text.strip().split(" +")) {
			int width = width(word);
			if (!first && used + 1 + width > COLUMNS) {
				lines.append('\n').append(" ".repeat(indent));
				used = indent;
			}
			else if (!first) {
				lines.append(' ');
				used++;
			}
			lines.append(word);
			used += width;
			first = false;
		}
		return lines.toString();
	}

	/**
	 * Sets texts one after another, with commas, and breaks lines between them only.
	 * @param texts what to set
	 * @param indent the spaces before each line
	 * @return the lines, without a line feed at the end
	 */
	public String flow(List<String> texts, int indent) {
		List<String> unbroken = texts.stream().map((text) -> text.replace(' ', '\0')).toList();
		return wrap(String.join(", ", unbroken), indent).replace('\0', ' ');
	}

	/**
	 * Sets texts one after another at six tab stops; a long one runs over the next stops.
	 * @param texts what to set
	 * @param indent the spaces before each line
	 * @return the lines, without a line feed at the end
	 */
	public String tabulate(List<String> texts, int indent) {
		int stop = (COLUMNS - indent) / STOPS;
		StringBuilder lines = new StringBuilder();
		int position = 0;
		for (String text : texts) {
			int start = indent + Math.max(0, position - indent + stop) / stop * stop;
			if (position > 0 && start + width(text) > COLUMNS) {
				lines.append('\n');
				position = 0;
			}
			start = (position == 0) ? indent : start;
			lines.append(" ".repeat(start - position)).append(text);
			position = start + width(text);
		}
		return lines.toString();
	}

	private static int width(int character) {
		if (Character.getType(character) == Character.NON_SPACING_MARK) {
			return 0;
		}
		boolean wide = within(character, 0x1100, 0x115F) || within(character, 0x2E80, 0xA4CF)
				|| within(character, 0xAC00, 0xD7A3) || within(character, 0xF900, 0xFAFF)
				|| within(character, 0xFE30, 0xFE6F) || within(character, 0xFF00, 0xFF60)
				|| within(character, 0xFFE0, 0xFFE6) || within(character, 0x1F300, 0x1FAFF)
				|| within(character, 0x20000, 0x3FFFD);
		return wide ? 2 : 1;
	}

	private static boolean within(int character, int first, int last) {
		return character >= first && character <= last;
	}

}
