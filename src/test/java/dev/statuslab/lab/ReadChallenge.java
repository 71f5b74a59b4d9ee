package dev.statuslab.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A challenge as a client reads it (RFC 9110 §11.6.1).
 *
 * @param scheme the scheme, in lower case
 * @param parameters the parameters, by name in lower case
 */
record ReadChallenge(String scheme, Map<String, String> parameters) {

	private static final Pattern MEMBER = Pattern.compile("(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*\")+");

	private static final Pattern PARTS = Pattern
		.compile("(?:(?<scheme>[^\\s=\"]+)(?:\\s+|$))?(?:(?<name>[^\\s=\"]+)\\s*=\\s*(?<value>.*))?");

	/** All challenges, whether they share a line or not. */
	static List<ReadChallenge> all(List<String> lines, boolean onlyFirstOfLine) {
		List<ReadChallenge> all = new ArrayList<>();
		for (String line : lines) {
			List<ReadChallenge> ofLine = new ArrayList<>();
			Matcher members = MEMBER.matcher(line);
			while (members.find()) {
				add(ofLine, members.group().strip());
			}
			all.addAll(onlyFirstOfLine ? ofLine.subList(0, 1) : ofLine);
		}
		return all;
	}

	private static void add(List<ReadChallenge> challenges, String member) {
		Matcher parts = PARTS.matcher(member);
		if (!parts.matches()) {
			return;
		}
		if (parts.group("scheme") != null) {
			challenges.add(new ReadChallenge(parts.group("scheme").toLowerCase(Locale.ROOT), new HashMap<>()));
		}
		if (parts.group("name") != null) {
			String value = parts.group("value").replaceFirst("^\"(.*)\"$", "$1").replaceAll("\\\\(.)", "$1");
			challenges.get(challenges.size() - 1).parameters().put(parts.group("name").toLowerCase(Locale.ROOT), value);
		}
	}

	boolean is(String name) {
		return this.scheme.equalsIgnoreCase(name);
	}

	boolean isStale() {
		return "true".equalsIgnoreCase(this.parameters.get("stale"));
	}

}
