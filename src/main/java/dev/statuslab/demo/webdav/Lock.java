package dev.statuslab.demo.webdav;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A write lock (RFC 4918 §6).
 *
 * @param token its token, a URI
 * @param root the path that it was asked for under
 * @param resource the id of the resource there
 * @param exclusive whether no other lock may stand beside it
 * @param deep whether it covers what the resource contains
 * @param owner what its creator wants others to know
 * @param creator who created it
 * @param timeout how long it lasts when it is refreshed
 * @param expires when it ends
 */
record Lock(String token, DavPath root, String resource, boolean exclusive, boolean deep, @Nullable XmlElement owner,
		Principal creator, Duration timeout, Instant expires) {

	Lock refreshed(Duration timeout, Instant now) {
		return new Lock(this.token, this.root, this.resource, this.exclusive, this.deep, this.owner, this.creator,
				timeout, now.plus(timeout));
	}

	/** Whether the two may not stand on the same resource (RFC 4918 §6.2). */
	boolean conflictsWith(boolean exclusive) {
		return this.exclusive || exclusive;
	}

}
