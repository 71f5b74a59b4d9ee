package dev.statuslab.http;

import java.util.ArrayList;
import java.util.List;

/** The syntax that field values share (RFC 9110 §5.6). */
final class FieldSyntax {

	private FieldSyntax() {
	}

	/**
	 * Splits at a separator that is not within a quoted string (RFC 9110 §5.6.4).
	 * @param text a field value, or an element of one
	 * @param separator the character between the parts
	 * @return the parts as they stand there, at least one
	 */
	static List<String> split(String text, char separator) {
		List<String> parts = new ArrayList<>();
		boolean quoted = false;
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '"') {
				quoted = !quoted;
			}
			else if (character == '\\' && quoted) {
				i++;
			}
			else if (character == separator && !quoted) {
				parts.add(text.substring(start, i));
				start = i + 1;
			}
		}
		parts.add(text.substring(start));
		return parts;
	}

}
