package dev.statuslab.wire;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads lines, and field lines, leniently; it notes what it let pass. */
final class LineReader {

	private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

	private static final Pattern FIELD = Pattern.compile("(" + TOKEN + ")([ \\t]*):(.*)", Pattern.DOTALL);

	private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

	private final Receiver receiver;

	private final Notes notes;

	LineReader(Receiver receiver, Notes notes) {
		this.receiver = receiver;
		this.notes = notes;
	}

	/**
	 * Reads a line, one character for each octet.
	 * @return the line without its end; null if it has none
	 */
	@Nullable String line() {
		StringBuilder line = new StringBuilder();
		boolean afterCr = false;
		for (int octet = this.receiver.next(); octet >= 0; octet = this.receiver.next()) {
			if (octet == '\n') {
				if (!afterCr) {
					note(Note.Kind.BARE_LF);
					return line.toString();
				}
				return line.substring(0, line.length() - 1);
			}
			if (afterCr) {
				note(Note.Kind.BARE_CR);
			}
			afterCr = (octet == '\r');
			line.append((char) octet);
		}
		return null;
	}

	/**
	 * Reads a header or trailer section to the empty line that ends it.
	 * @param fields where the field lines go; those that came whole, in any case
	 * @return false if the section does not end
	 */
	boolean fields(List<FieldLine> fields) {
		for (String line = line(); line != null; line = line()) {
			if (line.isEmpty()) {
				return true;
			}
			boolean indented = (line.charAt(0) == ' ' || line.charAt(0) == '\t');
			if (indented && !fields.isEmpty()) {
				note(Note.Kind.OBS_FOLD);
				fold(fields, line);
			}
			else {
				fields.add(field(line));
			}
			if (CONTROL.matcher(line).find()) {
				note(Note.Kind.CONTROL_CHARACTER);
			}
		}
		return false;
	}

	private FieldLine field(String line) {
		Matcher field = FIELD.matcher(line);
		if (!field.matches()) {
			note(Note.Kind.FIELD_LINE);
			return new FieldLine("", line, line);
		}
		if (!field.group(2).isEmpty()) {
			note(Note.Kind.SPACE_BEFORE_COLON);
		}
		return new FieldLine(field.group(1), trim(field.group(3)), line);
	}

	private static void fold(List<FieldLine> fields, String line) {
		FieldLine folded = fields.remove(fields.size() - 1);
		String value = trim(folded.value() + " " + trim(line));
		fields.add(new FieldLine(folded.name(), value, folded.line() + "\r\n" + line));
	}

	/** Takes away optional whitespace, and nothing else (RFC 9110 §5.6.3). */
	private static String trim(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
			start++;
		}
		while (end > start && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
			end--;
		}
		return text.substring(start, end);
	}

	private void note(Note.Kind kind) {
		this.notes.add(kind, this.receiver.offset());
	}

}
