package dev.statuslab.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides where a reference that a caller supplied may lead: Location, Content-Location,
 * Refresh and Link. It stays on this server unless the operator has allowed a host by its
 * exact name; an open redirect is a phisher's tool.
 *
 * @param hosts further hosts, each as it stands in a URI: a name or address, and
 * {@code :port} where that is not the scheme's own; their case means nothing
 */
public record TargetGuard(Set<String> hosts) {

	/** Deeper encodings have no honest use. */
	private static final int DEEPEST_ENCODING = 4;

	/** Each is looked at on its own. */
	private static final int MOST_LINKS = 32;

	private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

	/** Browsers drop some of these and read on (WHATWG URL §4.4). */
	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

	private static final Pattern WEB = Pattern.compile("https?://([^/?#]*)(?:[/?#].*)?", Pattern.DOTALL);

	/** After each bracket, even within what may be a quoted string. */
	private static final Pattern LINK = Pattern.compile("<(?=([^>]*))");

	/** A parameter of Link that holds references of its own. */
	private static final String IMAGES = "imagesrcset";

	/**
	 * As the HTML standard reads it: time, separator, reference with or without quotes.
	 */
	private static final Pattern REFRESH = Pattern.compile("\\s*[0-9.]*\\s*[;,]?\\s*(?:url\\s*=\\s*)?(['\"]?)(.*)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	public TargetGuard {
		hosts = hosts.stream()
			.map((host) -> host.strip().toLowerCase(Locale.ROOT))
			.filter((host) -> !host.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Lets a reference pass that leads to this server or an allowed host. It is looked at
	 * as it stands and as each round of percent-decoding leaves it; both with its
	 * backslashes (RFC 3986) and with slashes in their place (browsers).
	 * @param reference a URI reference (RFC 3986 §4.1)
	 * @param links where this server is
	 * @return the reference as it may stand in a field
	 * @throws ProblemException 403 if it leads elsewhere, or can't be told
	 */
	public String require(String reference, Links links) {
		String trimmed = trim(reference);
		String seen = trimmed;
		for (int depth = 0; depth <= DEEPEST_ENCODING; depth++) {
			if (!allowed(seen, links) || !allowed(seen.replace('\\', '/'), links)) {
				throw refused();
			}
			String decoded = decode(seen);
			if (decoded.equals(seen)) {
				return encode(trimmed);
			}
			seen = trim(decoded);
		}
		throw refused();
	}

	/**
	 * Lets a field pass whose references all may; other fields have none.
	 * @param name the field's name
	 * @param value the field's value
	 * @param links where this server is
	 * @return the value as it may be sent
	 * @throws ProblemException 403 if a reference leads elsewhere
	 */
	public String requireField(String name, String value, Links links) {
		switch (name.toLowerCase(Locale.ROOT)) {
			case "location", "content-location" -> {
				return require(value, links);
			}
			case "link" -> {
				List<String> targets = LINK.matcher(value)
					.results()
					.limit(MOST_LINKS + 1)
					.map((match) -> match.group(1))
					.toList();
				if (targets.isEmpty() || targets.size() > MOST_LINKS
						|| value.toLowerCase(Locale.ROOT).contains(IMAGES)) {
					throw refused();
				}
				targets.forEach((target) -> require(target, links));
			}
			case "refresh" -> {
				Matcher refresh = REFRESH.matcher(value);
				if (!refresh.matches()) {
					throw refused();
				}
				// a quote ends the reference only where the same one began it
				String quote = refresh.group(1);
				String rest = refresh.group(2);
				require((!quote.isEmpty() && rest.contains(quote)) ? rest.substring(0, rest.indexOf(quote)) : rest,
						links);
			}
			default -> {
				return value;
			}
		}
		return value;
	}

	private boolean allowed(String reference, Links links) {
		if (CONTROL.matcher(reference).find() || reference.startsWith("//")) {
			return false;
		}
		if (!SCHEME.matcher(reference).matches()) {
			return true;
		}
		Matcher web = WEB.matcher(reference.toLowerCase(Locale.ROOT));
		if (!web.matches()) {
			return false;
		}
		boolean own = reference.toLowerCase(Locale.ROOT).startsWith(links.origin().toLowerCase(Locale.ROOT))
				&& links.origin().length() == web.end(1);
		return own || this.hosts.contains(web.group(1));
	}

	/** Without the spaces, of any kind, that clients pass over at both ends. */
	private static String trim(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && Character.isSpaceChar(text.charAt(start))) {
			start++;
		}
		while (end > start && Character.isSpaceChar(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static String decode(String text) {
		return ENCODED.matcher(text)
			.replaceAll((match) -> Matcher.quoteReplacement(URLDecoder.decode(match.group(), StandardCharsets.UTF_8)));
	}

	/** What may not stand in a URI is percent-encoded (RFC 3986 §2.1). */
	private static String encode(String reference) {
		StringBuilder encoded = new StringBuilder(reference.length());
		for (byte octet : reference.getBytes(StandardCharsets.UTF_8)) {
			if (octet > ' ' && octet < 0x7F && "\"<>\\^`{|}".indexOf(octet) < 0) {
				encoded.append((char) octet);
			}
			else {
				encoded.append("%%%02X".formatted(octet));
			}
		}
		return encoded.toString();
	}

	/** The reference is not repeated: it would only travel further. */
	private static ProblemException refused() {
		return new ProblemException(403, "The reference may lead away from this server, and is not passed on.")
			.with("allowed", List.of("a path of this server, such as /get", "an absolute reference to this server"));
	}

}
