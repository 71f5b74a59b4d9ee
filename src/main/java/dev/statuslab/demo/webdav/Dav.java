package dev.statuslab.demo.webdav;

import java.util.List;

import javax.xml.namespace.QName;

/** The vocabulary of DAV: (RFC 4918 §14). */
final class Dav {

	static final String NAMESPACE = "DAV:";

	/** The compliance classes, and bindings (RFC 4918 §18, RFC 5842 §8.1). */
	static final String CLASSES = "1, 2, 3, bind";

	private Dav() {
	}

	static QName name(String local) {
		return new QName(NAMESPACE, local);
	}

	static XmlElement element(String local, XmlNode... content) {
		return XmlElement.of(name(local), List.of(content));
	}

	static XmlElement element(String local, List<XmlElement> content) {
		return XmlElement.of(name(local), content);
	}

	static XmlElement text(String local, String text) {
		return element(local, new XmlText(text));
	}

}
