package dev.statuslab.demo.webdav;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import dev.statuslab.http.ProblemException;

/**
 * Reads the XML of requests; what comes from elsewhere never gets in (RFC 4918 §20.6).
 */
final class XmlReader {

	private static final int DEEPEST = 32;

	private XmlReader() {
	}

	/**
	 * Reads a document.
	 * @param octets the content
	 * @param expected the name of its root
	 * @return the root element
	 * @throws ProblemException 400 if it is not well-formed or another document, 403 if
	 * it has a document type
	 */
	static XmlElement read(byte[] octets, QName expected) {
		XmlElement root = read(octets);
		if (!root.name().equals(expected)) {
			throw new ProblemException(400, "The content must be a DAV:" + expected.getLocalPart() + " element.")
				.with("allowed", List.of(expected.toString()));
		}
		return root;
	}

	private static XmlElement read(byte[] octets) {
		try {
			XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(octets));
			while (reader.next() != XMLStreamConstants.START_ELEMENT) {
				if (reader.getEventType() == XMLStreamConstants.DTD) {
					throw DavError.noExternalEntities();
				}
			}
			XmlElement root = element(reader, 1);
			while (reader.hasNext()) {
				reader.next();
			}
			return root;
		}
		catch (XMLStreamException ex) {
			throw new ProblemException(400, "The content is not well-formed XML.")
				.with("line", ex.getLocation().getLineNumber())
				.with("column", ex.getLocation().getColumnNumber());
		}
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		factory.setXMLReporter((message, type, information, location) -> {
		});
		return factory;
	}

	private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
		if (depth > DEEPEST) {
			throw new ProblemException(400, "The XML is nested too deeply.").with("limit", DEEPEST);
		}
		QName name = reader.getName();
		Map<QName, String> attributes = new HashMap<>();
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
		}
		List<XmlNode> content = new ArrayList<>();
		for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
			if (event == XMLStreamConstants.START_ELEMENT) {
				content.add(element(reader, depth + 1));
			}
			else if (reader.isCharacters() || event == XMLStreamConstants.CDATA) {
				content.add(new XmlText(reader.getText()));
			}
		}
		return new XmlElement(name, attributes, content);
	}

}
