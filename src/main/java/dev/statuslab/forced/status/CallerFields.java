package dev.statuslab.forced.status;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.TargetGuard;
import org.eclipse.jetty.http.HttpFields;

import org.springframework.stereotype.Component;

/**
 * Decides which fields a caller may put into a response: none that frames the message,
 * that changes what a browser remembers or lets others do, or that makes it execute what
 * the caller wrote.
 */
@Component
public final class CallerFields {

	private static final int MOST_OCTETS = 4096;

	private static final Set<String> FRAMING = Set.of("connection", "content-length", "http2-settings", "keep-alive",
			"proxy-connection", "te", "trailer", "transfer-encoding", "upgrade");

	private static final Set<String> BROWSER = Set.of("accept-ch", "alt-svc", "clear-site-data", "content-disposition",
			"critical-ch", "document-policy", "expect-ct", "nel", "observe-browsing-topics", "origin-agent-cluster",
			"permissions-policy", "report-to", "reporting-endpoints", "service-worker-allowed", "set-cookie",
			"set-cookie2", "set-login", "sourcemap", "speculation-rules", "strict-transport-security",
			"supports-loading-mode", "timing-allow-origin", "x-dns-prefetch-control", "x-sourcemap");

	private static final Set<String> OURS = Set.of("content-security-policy", "content-security-policy-report-only",
			"date", "referrer-policy", "statuslab", "x-content-type-options", "x-frame-options", "x-xss-protection");

	private static final List<String> FAMILIES = List.of("access-control-", "cross-origin-", "public-key-pins");

	private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");

	private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\xA0-\\xFF]*");

	private static final List<String> INERT_TYPES = List.of("text/plain", "text/csv", "text/markdown",
			"text/event-stream", "application/json", "application/problem+json", "application/x-ndjson",
			"application/cbor", "application/octet-stream");

	private static final Pattern INERT = Pattern
		.compile("(?i)(?:text/(?:plain|csv|markdown|event-stream)|application/(?:(?:[a-z0-9.-]+\\+)?json|x-ndjson|cbor"
				+ "|octet-stream))(?:\\s*;\\s*charset=\"?(?:utf-8|us-ascii|iso-8859-1)\"?)?");

	private final TargetGuard guard;

	CallerFields(TargetGuard guard) {
		this.guard = guard;
	}

	/**
	 * Adds a field if a caller may set it.
	 * @param name the field's name
	 * @param value its value
	 * @param links where this server is
	 * @param fields what it is added to
	 * @throws ProblemException 400 if the field may not be set, or not to this value; 403
	 * if its value would lead away from this server
	 */
	public void add(String name, String value, Links links, HttpFields.Mutable fields) {
		String trimmed = value.strip();
		if (!NAME.matcher(name).matches()) {
			throw refused("This is no name of a field: " + name);
		}
		if (!VALUE.matcher(value).matches()) {
			throw refused("The value of %s holds a character that can't stand in a field.".formatted(name));
		}
		String known = name.toLowerCase(Locale.ROOT);
		if (FRAMING.contains(known)) {
			throw refused(name + " is part of how the message is framed: that is the server's affair.");
		}
		if (BROWSER.contains(known) || OURS.contains(known) || FAMILIES.stream().anyMatch(known::startsWith)) {
			throw refused(name + " is not for callers to set: it tells browsers what to remember or to allow.");
		}
		if ("content-type".equals(known) && !INERT.matcher(trimmed).matches()) {
			throw refused("Only types that no browser executes can be asked for.").with("allowed", INERT_TYPES);
		}
		fields.add(name, this.guard.requireField(name, trimmed, links));
		if (fields.stream()
			.mapToInt((field) -> field.getName().length() + octets(field.getValue()))
			.sum() > MOST_OCTETS) {
			throw refused("These are too many fields, or too long ones.").with("limit", MOST_OCTETS);
		}
	}

	private static int octets(String value) {
		return value.length() + 4;
	}

	private static ProblemException refused(String detail) {
		return new ProblemException(400, detail).with("parameter", "header");
	}

}
