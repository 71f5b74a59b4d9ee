package dev.statuslab.demo.webdav;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes locks as elements (RFC 4918 §14.1, §15.8, §15.10). */
final class LockXml {

	private LockXml() {
	}

	/** The locks on a resource. */
	static List<XmlElement> active(LiveProperty.View view) {
		return view.tree().locksOn(view.resource()).stream().map((lock) -> active(lock, view)).toList();
	}

	private static XmlElement active(Lock lock, LiveProperty.View view) {
		List<XmlElement> parts = new ArrayList<>(entry(lock.exclusive()));
		parts.add(Dav.text("depth", lock.deep() ? "infinity" : "0"));
		if (lock.owner() != null) {
			parts.add(lock.owner());
		}
		parts.add(Dav.text("timeout", "Second-" + seconds(lock, view.now())));
		parts.add(Dav.element("locktoken", Dav.text("href", lock.token())));
		String root = view.space().href(lock.root(), view.tree().get(lock.resource()));
		parts.add(Dav.element("lockroot", Dav.text("href", root)));
		return Dav.element("activelock", parts);
	}

	private static long seconds(Lock lock, Instant now) {
		return Math.max(0, Math.round(Duration.between(now, lock.expires()).toMillis() / 1000.0));
	}

	/** The locks that are possible. */
	static List<XmlElement> supported() {
		return List.of(Dav.element("lockentry", entry(true)), Dav.element("lockentry", entry(false)));
	}

	private static List<XmlElement> entry(boolean exclusive) {
		return List.of(Dav.element("lockscope", Dav.element(exclusive ? "exclusive" : "shared")),
				Dav.element("locktype", Dav.element("write")));
	}

}
