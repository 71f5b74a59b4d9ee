package dev.statuslab.demo.webdav;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A visitor with a tree that no other test uses. */
final class Tenant {

	static final String XML = "Content-Type: application/xml";

	static final String EXCLUSIVE = "<lockinfo xmlns='DAV:'><lockscope><exclusive/></lockscope>"
			+ "<locktype><write/></locktype><owner><href>mailto:kim@example.org</href></owner></lockinfo>";

	private final Wire wire;

	private final String tree = "/demo/files/" + UUID.randomUUID();

	Tenant(Wire wire) {
		this.wire = wire;
	}

	String href(String path) {
		return this.tree + path;
	}

	Answer send(String method, String path, String... fields) {
		return this.wire.send(method, href(path), fields);
	}

	Answer exchange(String method, String path, String content, String... fields) {
		return this.wire.exchange(method, href(path), content, fields);
	}

	Answer put(String path, String content, String... fields) {
		return exchange("PUT", path, content, fields);
	}

	Answer lock(String path, String... fields) {
		return exchange("LOCK", path, EXCLUSIVE, fields);
	}

	/** A lock that must come about. */
	String token(String path, String... fields) {
		String token = lock(path, fields).field("Lock-Token");
		return token.substring(1, token.length() - 1);
	}

	Answer bind(String collection, String segment, String path, String... fields) {
		return exchange("BIND", collection,
				"<bind xmlns='DAV:'><segment>" + segment + "</segment><href>" + href(path) + "</href></bind>", fields);
	}

	/** A property by its name in DAV:, as text. */
	String property(String path, String name) {
		Answer answer = exchange("PROPFIND", path, "<propfind xmlns='DAV:'><prop><" + name + "/></prop></propfind>",
				"Depth: 0", XML);
		return String.join(" ", texts(answer, "//D:propstat[contains(D:status,'200')]/D:prop/D:" + name));
	}

	/** The text of each node that an XPath finds; D is DAV:, X is urn:x. */
	static List<String> texts(Answer answer, String path) {
		try {
			NodeList nodes = (NodeList) xpath().evaluate(path, document(answer), XPathConstants.NODESET);
			List<String> texts = new ArrayList<>();
			for (int i = 0; i < nodes.getLength(); i++) {
				texts.add(nodes.item(i).getTextContent());
			}
			return texts;
		}
		catch (javax.xml.xpath.XPathException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	static int count(Answer answer, String path) {
		return texts(answer, path).size();
	}

	private static Document document(Answer answer) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.content()));
		}
		catch (Exception ex) {
			throw new AssertionError("no XML: " + answer, ex);
		}
	}

	private static XPath xpath() {
		XPath xpath = XPathFactory.newInstance().newXPath();
		xpath.setNamespaceContext(new NamespaceContext() {

			@Override
			public String getNamespaceURI(String prefix) {
				return "D".equals(prefix) ? "DAV:" : "X".equals(prefix) ? "urn:x"
						: "xml".equals(prefix) ? XMLConstants.XML_NS_URI : XMLConstants.NULL_NS_URI;
			}

			@Override
			public String getPrefix(String namespaceURI) {
				throw new UnsupportedOperationException();
			}

			@Override
			public Iterator<String> getPrefixes(String namespaceURI) {
				throw new UnsupportedOperationException();
			}

		});
		return xpath;
	}

}
