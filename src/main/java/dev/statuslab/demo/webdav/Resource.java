package dev.statuslab.demo.webdav;

import java.time.Instant;
import java.util.Map;

import javax.xml.namespace.QName;

/** What a path leads to. The same resource may be bound to several (RFC 5842 §2). */
sealed interface Resource permits Collection, File {

	/** Tells it from all others, whatever its bindings: a URI (RFC 5842 §3.1). */
	String id();

	Instant created();

	Instant modified();

	/** The dead properties, each as a whole element. */
	Map<QName, XmlElement> properties();

	Resource withProperties(Map<QName, XmlElement> properties);

	/** How much of the quota it takes, in octets. */
	default long weight() {
		return properties().values().stream().mapToInt(XmlElement::weight).sum();
	}

}
