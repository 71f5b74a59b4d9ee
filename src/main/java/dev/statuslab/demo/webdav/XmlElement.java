package dev.statuslab.demo.webdav;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

/**
 * An element with all that WebDAV must keep of a property (RFC 4918 §4.3).
 *
 * @param name its name; the prefix means nothing
 * @param attributes its attributes; declarations of namespaces are none
 * @param content what it holds, in order
 */
record XmlElement(QName name, Map<QName, String> attributes, List<XmlNode> content) implements XmlNode {

	private static final QName LANGUAGE = new QName(XMLConstants.XML_NS_URI, "lang");

	XmlElement {
		attributes = Map.copyOf(attributes);
		content = List.copyOf(content);
	}

	static XmlElement of(QName name, List<? extends XmlNode> content) {
		return new XmlElement(name, Map.of(), List.copyOf(content));
	}

	/** The element with the language that is in scope there (RFC 4918 §4.3). */
	XmlElement within(XmlElement parent) {
		String language = parent.attributes.get(LANGUAGE);
		if (language == null || this.attributes.containsKey(LANGUAGE)) {
			return this;
		}
		Map<QName, String> more = new HashMap<>(this.attributes);
		more.put(LANGUAGE, language);
		return new XmlElement(this.name, more, this.content);
	}

	/** The element without what it holds. */
	XmlElement emptied() {
		return of(this.name, List.of());
	}

	List<XmlElement> elements() {
		return this.content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast).toList();
	}

	/** The first element in it that has this name. */
	Optional<XmlElement> find(QName child) {
		return elements().stream().filter((element) -> element.name.equals(child)).findFirst();
	}

	String text() {
		return this.content.stream()
			.map((node) -> (node instanceof XmlText text) ? text.value() : "")
			.collect(Collectors.joining())
			.strip();
	}

	@Override
	public int weight() {
		int attributes = this.attributes.entrySet()
			.stream()
			.mapToInt((attribute) -> weight(attribute.getKey()) + attribute.getValue().length())
			.sum();
		return weight(this.name) + attributes + this.content.stream().mapToInt(XmlNode::weight).sum();
	}

	private static int weight(QName name) {
		return name.getNamespaceURI().length() + name.getLocalPart().length();
	}

}
