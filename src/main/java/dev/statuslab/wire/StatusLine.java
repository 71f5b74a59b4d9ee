package dev.statuslab.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A status line (RFC 9112 §4).
 *
 * @param version the version
 * @param code the status code
 * @param reason the reason phrase
 */
record StatusLine(String version, int code, String reason) {

	private static final Pattern SYNTAX = Pattern.compile("(HTTP/(\\d)\\.\\d)([ \\t]+)(\\d{3})(?:([ \\t])(.*))?",
			Pattern.DOTALL);

	static @Nullable StatusLine parse(String line, Notes notes, long offset) {
		Matcher syntax = SYNTAX.matcher(line);
		if (!syntax.matches()) {
			notes.add(Note.Kind.STATUS_LINE, offset);
			return null;
		}
		if (!" ".equals(syntax.group(3)) || !" ".equals(syntax.group(5))) {
			notes.add(Note.Kind.STATUS_LINE_SPACE, offset);
		}
		if (!"1".equals(syntax.group(2))) {
			notes.add(Note.Kind.VERSION, offset);
		}
		int code = Integer.parseInt(syntax.group(4));
		if (code < 100 || code > 599) {
			notes.add(Note.Kind.STATUS_CODE, offset);
		}
		return new StatusLine(syntax.group(1), code, (syntax.group(6) != null) ? syntax.group(6) : "");
	}

}
