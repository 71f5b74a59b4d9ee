package dev.statuslab.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which fields may stand in a trailer section (RFC 9110 §6.5.1): none that is needed
 * before the content is processed. A field that no specification defines is its user's
 * affair.
 */
public final class TrailerFields {

	private static final Set<String> FRAMING = Set.of("connection", "content-length", "keep-alive", "proxy-connection",
			"te", "trailer", "transfer-encoding", "upgrade");

	private static final Set<String> ROUTING = Set.of("alt-svc", "forwarded", "from", "host", "max-forwards", "origin",
			"referer", "user-agent", "via");

	private static final Set<String> MODIFIERS = Set.of("cache-control", "early-data", "expect", "pragma", "prefer",
			"range");

	private static final Set<String> AUTHENTICATION = Set.of("authorization", "cookie", "proxy-authenticate",
			"proxy-authorization", "set-cookie", "www-authenticate");

	private static final Set<String> CONTROL = Set.of("age", "allow", "date", "expires", "last-modified", "link",
			"location", "refresh", "retry-after", "server", "vary", "warning");

	private static final List<String> FAMILIES = List.of("accept", "access-control-", "content-", "if-");

	/** The digest of the content, which is meant for here (RFC 9530 §2). */
	private static final String CONTENT_DIGEST = "content-digest";

	private static final List<Set<String>> REFUSED = List.of(FRAMING, ROUTING, MODIFIERS, AUTHENTICATION, CONTROL);

	private TrailerFields() {
	}

	/**
	 * Whether a field may be sent after the content.
	 * @param name the field's name, in any case
	 * @return whether no specification keeps it to the header section
	 */
	public static boolean permit(String name) {
		String known = name.toLowerCase(Locale.ROOT);
		return CONTENT_DIGEST.equals(known) || (REFUSED.stream().noneMatch((names) -> names.contains(known))
				&& FAMILIES.stream().noneMatch(known::startsWith));
	}

}
