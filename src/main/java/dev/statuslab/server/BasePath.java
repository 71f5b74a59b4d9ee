package dev.statuslab.server;

import java.util.regex.Pattern;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The path before every address of ours, below the servlets: the context path, or what a
 * trusted proxy says that its clients see.
 *
 * @param contextPath the context path; empty for none
 * @param forwarded whether forwarded fields are trusted
 */
record BasePath(String contextPath, boolean forwarded) {

	private static final String PREFIX = "X-Forwarded-Prefix";

	private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9._~-]+)*/?");

	/**
	 * The base path as the client sees it.
	 * @param request the request
	 * @return empty, or with a leading and no trailing slash
	 */
	String of(Request request) {
		String prefix = this.forwarded ? request.getHeaders().get(PREFIX) : null;
		if (prefix == null || !SAFE.matcher(prefix).matches()) {
			return this.contextPath;
		}
		return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
	}

	/**
	 * The request's path below the context path.
	 * @param request the request
	 * @return the path with a leading slash, or nothing if it lies outside
	 */
	@Nullable String pathIn(Request request) {
		String path = request.getHttpURI().getCanonicalPath();
		if (path == null || !path.startsWith(this.contextPath)) {
			return null;
		}
		String rest = path.substring(this.contextPath.length());
		return rest.startsWith("/") ? rest : null;
	}

}
