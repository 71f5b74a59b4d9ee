package dev.statuslab.demo.webdav;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.statuslab.http.ReasonPhrases;
import org.jspecify.annotations.Nullable;

/** Gathers the content of a 207 (RFC 4918 §13). */
final class Multistatus {

	private final List<XmlElement> responses = new ArrayList<>();

	private final ReasonPhrases phrases;

	Multistatus(ReasonPhrases phrases) {
		this.phrases = phrases;
	}

	/** A resource as a whole. */
	Multistatus add(String href, int status, @Nullable XmlElement condition) {
		List<XmlElement> parts = new ArrayList<>(List.of(Dav.text("href", href), status(status)));
		if (condition != null) {
			parts.add(Dav.element("error", condition));
		}
		this.responses.add(Dav.element("response", parts));
		return this;
	}

	/** A resource by its properties: those that fared alike are told together. */
	Multistatus add(String href, List<Propstat> propstats) {
		List<XmlElement> parts = new ArrayList<>(List.of(Dav.text("href", href)));
		for (Propstat propstat : propstats) {
			List<XmlElement> said = new ArrayList<>(
					List.of(Dav.element("prop", propstat.properties()), status(propstat.status())));
			if (propstat.condition() != null) {
				said.add(Dav.element("error", propstat.condition()));
			}
			parts.add(Dav.element("propstat", said));
		}
		this.responses.add(Dav.element("response", parts));
		return this;
	}

	int size() {
		return this.responses.size();
	}

	XmlElement element() {
		return Dav.element("multistatus", this.responses);
	}

	private XmlElement status(int code) {
		return Dav.text("status", "HTTP/1.1 " + code + " " + this.phrases.phrase(code));
	}

	/**
	 * Properties that fared alike.
	 *
	 * @param status how
	 * @param properties the properties, with their values or without
	 * @param condition what was not met
	 */
	record Propstat(int status, List<XmlElement> properties, @Nullable XmlElement condition) {

		/** Those of each status, but for a status that none has. */
		static List<Propstat> of(Map<Integer, List<XmlElement>> properties) {
			return properties.entrySet()
				.stream()
				.filter((entry) -> !entry.getValue().isEmpty())
				.map((entry) -> new Propstat(entry.getKey(), entry.getValue(), null))
				.toList();
		}

	}

}
