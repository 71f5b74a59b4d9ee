package dev.statuslab.demo.webdav;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML. {@code D} is always DAV:, and there is no default namespace. */
final class XmlWriter {

	private static final String DAV_PREFIX = "D";

	private static final String PREFIX = "n";

	private final XMLStreamWriter writer;

	private XmlWriter(XMLStreamWriter writer) {
		this.writer = writer;
	}

	/**
	 * Writes a document.
	 * @param root an element of DAV:
	 * @return the document, in UTF-8
	 */
	static byte[] write(XmlElement root) {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try {
			XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory()
				.createXMLStreamWriter(octets, StandardCharsets.UTF_8.name());
			writer.writeStartDocument("utf-8", "1.0");
			writer.writeStartElement(DAV_PREFIX, root.name().getLocalPart(), Dav.NAMESPACE);
			writer.writeNamespace(DAV_PREFIX, Dav.NAMESPACE);
			new XmlWriter(writer).content(root);
			writer.writeEndDocument();
			writer.close();
			return octets.toByteArray();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void content(XmlElement element) throws XMLStreamException {
		for (XmlNode node : element.content()) {
			if (node instanceof XmlElement child) {
				boolean empty = child.content().isEmpty();
				start(child.name(), empty);
				attributes(child.attributes());
				content(child);
				if (!empty) {
					this.writer.writeEndElement();
				}
			}
			else if (node instanceof XmlText text) {
				this.writer.writeCharacters(text.value());
			}
		}
	}

	private void start(QName name, boolean empty) throws XMLStreamException {
		String namespace = name.getNamespaceURI();
		boolean foreign = !namespace.isEmpty() && !Dav.NAMESPACE.equals(namespace);
		String prefix = namespace.isEmpty() ? "" : foreign ? PREFIX : DAV_PREFIX;
		if (empty) {
			this.writer.writeEmptyElement(prefix, name.getLocalPart(), namespace);
		}
		else {
			this.writer.writeStartElement(prefix, name.getLocalPart(), namespace);
		}
		if (foreign) {
			this.writer.writeNamespace(PREFIX, namespace);
		}
	}

	private void attributes(Map<QName, String> attributes) throws XMLStreamException {
		int count = 0;
		for (Map.Entry<QName, String> attribute : attributes.entrySet()) {
			String namespace = attribute.getKey().getNamespaceURI();
			String local = attribute.getKey().getLocalPart();
			if (namespace.isEmpty()) {
				this.writer.writeAttribute(local, attribute.getValue());
			}
			else if (XMLConstants.XML_NS_URI.equals(namespace)) {
				this.writer.writeAttribute(XMLConstants.XML_NS_PREFIX, namespace, local, attribute.getValue());
			}
			else {
				String prefix = "a" + count++;
				this.writer.writeNamespace(prefix, namespace);
				this.writer.writeAttribute(prefix, namespace, local, attribute.getValue());
			}
		}
	}

}
