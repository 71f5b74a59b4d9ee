package dev.statuslab.lab;

import java.io.StringWriter;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * A report in the XML that JUnit made common: a suite for each client, a case for each
 * exercise.
 */
final class JunitReport {

	private JunitReport() {
	}

	static String of(LabReport report) {
		StringWriter text = new StringWriter();
		try {
			XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
			xml.writeStartDocument("UTF-8", "1.0");
			xml.writeStartElement("testsuites");
			for (LabReport.ClientReport client : report.clients()) {
				suite(xml, client);
			}
			xml.writeEndElement();
			xml.writeEndDocument();
			xml.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
		return text + "\n";
	}

	private static void suite(XMLStreamWriter xml, LabReport.ClientReport client) throws XMLStreamException {
		xml.writeStartElement("testsuite");
		xml.writeAttribute("name", client.client());
		xml.writeAttribute("tests", String.valueOf(client.exercises().size()));
		xml.writeAttribute("failures", String.valueOf(client.failed()));
		xml.writeAttribute("errors", "0");
		xml.writeAttribute("skipped", String.valueOf(client.notSeen()));
		for (LabReport.Result result : client.exercises()) {
			test(xml, result);
		}
		xml.writeEndElement();
	}

	private static void test(XMLStreamWriter xml, LabReport.Result result) throws XMLStreamException {
		xml.writeStartElement("testcase");
		xml.writeAttribute("classname", result.group());
		xml.writeAttribute("name", result.name());
		String evidence = clean(result.clause().label() + "\n" + String.join("\n", result.evidence()));
		switch (result.verdict()) {
			case FAILED -> element(xml, "failure", clean(result.says()), evidence);
			case NOT_SEEN -> element(xml, "skipped", clean(result.says()), "");
			case NOTED, PASSED -> element(xml, "system-out", null, clean(result.says()) + "\n" + evidence);
		}
		xml.writeEndElement();
	}

	private static void element(XMLStreamWriter xml, String name, @Nullable String message, String text)
			throws XMLStreamException {
		xml.writeStartElement(name);
		if (message != null) {
			xml.writeAttribute("message", message);
		}
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	/** Without what XML can't hold. */
	private static String clean(String text) {
		StringBuilder kept = new StringBuilder();
		text.codePoints().forEach((point) -> kept.appendCodePoint(allowed(point) ? point : '\uFFFD'));
		return kept.toString();
	}

	private static boolean allowed(int point) {
		return point == '\n' || point == '\t'
				|| point >= ' ' && !(point >= 0xD800 && point <= 0xDFFF) && point != 0xFFFE && point != 0xFFFF;
	}

}
