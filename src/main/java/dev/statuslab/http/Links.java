package dev.statuslab.http;

/**
 * Where this server's own resources are, as the visitor's client sees them: behind a base
 * path or a proxy too. The one place that makes a {@code Location}.
 *
 * @param origin scheme and authority, as in {@code http://localhost:8080}
 * @param basePath the path before every address of ours: empty, or with a leading and no
 * trailing slash
 */
public record Links(String origin, String basePath) {

	/**
	 * A reference without scheme and authority (RFC 3986 §4.2).
	 * @param path an address of ours, such as {@code /demo/echo}, already encoded
	 * @return the reference
	 */
	public String path(String path) {
		return this.basePath + path;
	}

	/**
	 * An absolute reference.
	 * @param path an address of ours, such as {@code /demo/echo}, already encoded
	 * @return the reference
	 */
	public String absolute(String path) {
		return this.origin + this.basePath + path;
	}

}
