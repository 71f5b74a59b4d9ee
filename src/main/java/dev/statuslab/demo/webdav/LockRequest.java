package dev.statuslab.demo.webdav;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A lock that is asked for (RFC 4918 §14.11).
 *
 * @param exclusive whether no other may stand beside it
 * @param deep whether it shall cover what the resource contains
 * @param owner what its creator wants others to know
 * @param timeout how long it shall last
 */
record LockRequest(boolean exclusive, boolean deep, @Nullable XmlElement owner, Duration timeout) {

	private static final Duration USUAL = Duration.ofMinutes(10);

	private static final Duration LONGEST = Duration.ofHours(1);

	private static final Pattern SECONDS = Pattern.compile("(?i)\\s*Second-(\\d{1,10})\\s*");

	/**
	 * Reads a request.
	 * @throws ProblemException 400, 403 or 415 if it can't be read
	 */
	static LockRequest of(Exchange exchange) {
		Depth depth = Depth.of(exchange.field("Depth"), Depth.ZERO, Depth.INFINITY);
		XmlElement root = exchange.xml(Dav.name("lockinfo"));
		boolean exclusive = has(root, "lockscope", "exclusive");
		if (exclusive == has(root, "lockscope", "shared") || !has(root, "locktype", "write")) {
			throw new ProblemException(400, "DAV:lockinfo holds a DAV:lockscope and the DAV:locktype write.")
				.with("allowed", List.of("exclusive", "shared"));
		}
		XmlElement owner = root.find(Dav.name("owner")).orElse(null);
		return new LockRequest(exclusive, depth == Depth.INFINITY, owner, timeout(exchange.field("Timeout")));
	}

	private static boolean has(XmlElement root, String part, String value) {
		return root.find(Dav.name(part)).flatMap((found) -> found.find(Dav.name(value))).isPresent();
	}

	/**
	 * The first that is understood; never more than the server likes (RFC 4918 §10.7).
	 */
	static Duration timeout(@Nullable String field) {
		for (String wish : ((field != null) ? field : "").split(",")) {
			Matcher seconds = SECONDS.matcher(wish);
			if (seconds.matches()) {
				Duration asked = Duration.ofSeconds(Math.max(1, Long.parseLong(seconds.group(1))));
				return (asked.compareTo(LONGEST) > 0) ? LONGEST : asked;
			}
			if ("infinite".equalsIgnoreCase(wish.strip())) {
				return LONGEST;
			}
		}
		return USUAL;
	}

	Lock on(DavPath path, Resource resource, Principal creator, Instant now) {
		return new Lock(Trees.newId(), path, resource.id(), this.exclusive, this.deep, this.owner, creator,
				this.timeout, now.plus(this.timeout));
	}

}
