package dev.statuslab.demo.webdav;

import java.net.URI;
import java.util.Optional;

import dev.statuslab.http.Links;

/**
 * Where a visitor's tree is.
 *
 * @param key whose
 * @param links where this server is
 */
record DavSpace(String key, Links links) {

	/**
	 * The reference to a resource: always an absolute path (RFC 4918 §8.3).
	 * @param path its path
	 * @param resource what is there; the reference to a collection ends in a slash
	 */
	String href(DavPath path, Resource resource) {
		return href(path) + ((resource instanceof Collection) ? "/" : "");
	}

	/** The reference to a path, without a slash at the end. */
	String href(DavPath path) {
		return prefix() + path.encoded();
	}

	/**
	 * The path that a reference is about.
	 * @param reference an absolute URI or an absolute path (RFC 4918 §8.3)
	 * @return the path; nothing if the reference leads out of this tree
	 * @throws IllegalArgumentException if it is no such reference
	 */
	Optional<DavPath> resolve(String reference) {
		URI uri = URI.create(reference.strip()).normalize();
		String path = uri.getRawPath();
		if (path == null || !path.startsWith("/") || uri.getRawFragment() != null || uri.getRawQuery() != null) {
			throw new IllegalArgumentException("Expected an absolute path, or an absolute URI of http");
		}
		boolean named = uri.getScheme() != null || uri.getRawAuthority() != null;
		String origin = uri.getScheme() + "://" + uri.getRawAuthority();
		if (named && !origin.equalsIgnoreCase(this.links.origin()) || !(path + "/").startsWith(prefix() + "/")) {
			return Optional.empty();
		}
		return Optional.of(DavPath.parse(path.substring(prefix().length())));
	}

	private String prefix() {
		return this.links.path(WebdavController.PREFIX + this.key);
	}

}
