package dev.statuslab.demo.hop;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a page what no reader sees: comments, and white space that is too much.
 */
final class SmallerPage {

	/** Where white space counts, as it is; or else a comment, or white space. */
	private static final Pattern PART = Pattern.compile(
			"(<(pre|textarea|script|style)\\b.*?</\\2\\s*>)|<!--.*?-->|\\s+",
			Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

	private SmallerPage() {
	}

	/**
	 * Makes a page smaller.
	 * @param page HTML in UTF-8
	 * @return the page, no longer than before
	 */
	static byte[] of(byte[] page) {
		return PART.matcher(new String(page, StandardCharsets.UTF_8))
			.replaceAll(
					(part) -> Matcher.quoteReplacement((part.group(1) != null) ? part.group(1) : instead(part.group())))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String instead(String part) {
		return part.startsWith("<!--") ? "" : " ";
	}

}
