package dev.statuslab.recipe;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a recipe as they stand in a shell script. */
final class ShellText {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z]+}");

	private ShellText() {
	}

	/** The pattern as POSIX knows it, without the anchors that the rest of it is. */
	static String posix(String pattern) {
		return pattern.replace("\\d", "[0-9]")
			.replace("\\w", "[A-Za-z0-9_]")
			.replaceAll("^\\^", "")
			.replaceAll("\\$$", "");
	}

	/** A command that writes so many times the letter x. */
	static String filler(int octets) {
		return "head -c " + octets + " /dev/zero | tr '\\0' x";
	}

	static String octal(String hex) {
		StringBuilder octal = new StringBuilder();
		for (byte octet : HexFormat.of().parseHex(hex)) {
			octal.append("\\%03o".formatted(octet & 0xFF));
		}
		return octal.toString();
	}

	/**
	 * Within double quotes, for printf: control characters by name, variables as they
	 * are.
	 */
	static String escaped(String text) {
		String escaped = text.replace("%", "%%").replace("\\", "\\\\\\\\");
		return protect(escaped).replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
	}

	/** Between double quotes, with the recipe's variables as the shell's own. */
	static String quoted(String text) {
		return "\"" + protect(text.replace("\\", "\\\\")) + "\"";
	}

	private static String protect(String text) {
		Matcher variables = VARIABLE.matcher(text);
		StringBuilder protectedText = new StringBuilder();
		int from = 0;
		while (variables.find()) {
			protectedText.append(escape(text.substring(from, variables.start()))).append(variables.group());
			from = variables.end();
		}
		return protectedText.append(escape(text.substring(from))).toString();
	}

	private static String escape(String text) {
		return text.replaceAll("[\"$`]", "\\\\$0");
	}

	static String seconds(int milliseconds) {
		return String.format(Locale.ROOT, "%.1f", milliseconds / 1000.0);
	}

}
