package dev.statuslab.demo.hop;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.statuslab.http.ProblemException;

/**
 * What a proxy is asked for: in absolute-form, or for CONNECT in authority-form (RFC 9112
 * §3.2).
 *
 * @param scheme the scheme, in lower case; {@code connect} for a tunnel
 * @param host the host, an IPv6 address in brackets
 * @param port the port, 1 to 65535
 */
record ProxyTarget(String scheme, String host, int port) {

	private static final String TUNNEL = "connect";

	private static final Pattern AUTHORITY = Pattern
		.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~%!$&'()*+,;=-]+):(\\d*)");

	private static final Pattern ABSOLUTE = Pattern
		.compile("([A-Za-z][A-Za-z0-9+.-]*)://(\\[[0-9A-Fa-f:.]+]|[^/?#:@\\[\\]]+)(?::(\\d*))?(?:[/?].*)?");

	/**
	 * Reads a request target.
	 * @param method the method
	 * @param target the target as it was sent
	 * @return what is asked for
	 * @throws ProblemException 400 if it is malformed, 404 if it is not for a proxy
	 */
	static ProxyTarget of(String method, String target) {
		if ("CONNECT".equals(method)) {
			Matcher authority = AUTHORITY.matcher(target);
			if (!authority.matches()) {
				throw badPort();
			}
			return new ProxyTarget(TUNNEL, authority.group(1), port(authority.group(2), 0));
		}
		if (target.startsWith("/") || "*".equals(target)) {
			throw new ProblemException(404,
					"This is a forward proxy and has no resources of its own: the request target is expected in "
							+ "absolute-form, as in GET http://localhost:8080/demo/echo, or with CONNECT.");
		}
		Matcher absolute = ABSOLUTE.matcher(target);
		if (!absolute.matches()) {
			throw new ProblemException(400, "The request target is no absolute URI with a host, and no user in it.");
		}
		String scheme = absolute.group(1).toLowerCase(Locale.ROOT);
		return new ProxyTarget(scheme, absolute.group(2), port(absolute.group(3), "https".equals(scheme) ? 443 : 80));
	}

	boolean tunnel() {
		return TUNNEL.equals(this.scheme);
	}

	boolean http() {
		return "http".equals(this.scheme);
	}

	/** An empty port is the scheme's own; a tunnel has none (RFC 9110 §9.3.6). */
	private static int port(String digits, int usual) {
		int port = (digits == null || digits.isEmpty()) ? usual
				: ((digits.length() <= 5) ? Integer.parseInt(digits) : 0);
		if (port < 1 || port > 65535) {
			throw badPort();
		}
		return port;
	}

	private static ProblemException badPort() {
		return new ProblemException(400, "A host and a port from 1 to 65535 are expected.").field("Connection",
				"close");
	}

}
