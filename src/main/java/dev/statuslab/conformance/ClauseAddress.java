package dev.statuslab.conformance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses under which specifications are published. */
final class ClauseAddress {

	private static final Pattern RFC = Pattern.compile("RFC (\\d+)(?: §([\\d.]*\\d)| app\\. ([A-Z][\\d.]*))?.*");

	private static final Pattern DRAFT = Pattern.compile("(draft-[a-z-]+).*");

	private ClauseAddress() {
	}

	static String of(String clause) {
		Matcher rfc = RFC.matcher(clause);
		if (rfc.matches()) {
			String document = "https://www.rfc-editor.org/rfc/rfc" + rfc.group(1) + ".html";
			if (rfc.group(2) != null) {
				return document + "#section-" + rfc.group(2);
			}
			return (rfc.group(3) != null) ? document + "#appendix-" + rfc.group(3) : document;
		}
		Matcher draft = DRAFT.matcher(clause);
		if (draft.matches()) {
			return "https://datatracker.ietf.org/doc/" + draft.group(1) + "/";
		}
		return "https://www.w3.org/TR/ldp/";
	}

}
