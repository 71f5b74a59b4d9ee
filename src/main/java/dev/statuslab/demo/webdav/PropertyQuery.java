package dev.statuslab.demo.webdav;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.xml.namespace.QName;

import dev.statuslab.demo.webdav.Multistatus.Propstat;
import dev.statuslab.http.ProblemException;

/**
 * Which properties a PROPFIND asks for (RFC 4918 §14.20).
 *
 * @param all whether it asks for those that a resource has
 * @param valued whether it asks for their values too
 * @param names the names of others, or of all that it asks for
 */
record PropertyQuery(boolean all, boolean valued, List<QName> names) {

	/**
	 * Reads the content; none asks for all (RFC 4918 §9.1).
	 * @throws ProblemException 400, 403 or 415 if it can't be read
	 */
	static PropertyQuery of(Exchange exchange) {
		if (exchange.content().length == 0) {
			return new PropertyQuery(true, true, List.of());
		}
		XmlElement root = exchange.xml(Dav.name("propfind"));
		Optional<XmlElement> prop = root.find(Dav.name("prop"));
		boolean all = root.find(Dav.name("allprop")).isPresent();
		boolean names = root.find(Dav.name("propname")).isPresent();
		if ((all ? 1 : 0) + (names ? 1 : 0) + (prop.isPresent() ? 1 : 0) != 1) {
			throw new ProblemException(400, "DAV:propfind holds one of DAV:prop, DAV:allprop and DAV:propname.")
				.with("allowed", List.of("prop", "allprop", "propname"));
		}
		Optional<XmlElement> named = all ? root.find(Dav.name("include")) : prop;
		return new PropertyQuery(prop.isEmpty(), !names, named.map(PropertyQuery::names).orElse(List.of()));
	}

	private static List<QName> names(XmlElement element) {
		return element.elements().stream().map(XmlElement::name).distinct().toList();
	}

	/**
	 * Answers for one resource. What it does not have is 404 among the rest, if it was
	 * named.
	 * @param view the resource
	 * @param status how those that it has are reported
	 */
	List<Propstat> answer(LiveProperty.View view, int status) {
		Map<QName, XmlElement> known = new LinkedHashMap<>(view.resource().properties());
		Arrays.stream(LiveProperty.values())
			.forEach((live) -> live.of(view)
				.filter((value) -> !this.all || live.isCommon() || !this.valued || this.names.contains(value.name()))
				.ifPresent((value) -> known.put(value.name(), value)));
		Map<Integer, List<XmlElement>> found = new TreeMap<>(Map.of(status, new ArrayList<>(), 404, new ArrayList<>()));
		if (this.all) {
			known.values().forEach((value) -> found.get(status).add(this.valued ? value : value.emptied()));
		}
		for (QName name : this.names) {
			XmlElement value = known.get(name);
			if (value == null) {
				found.get(404).add(XmlElement.of(name, List.of()));
			}
			else if (!this.all) {
				found.get(status).add(value);
			}
		}
		List<Propstat> propstats = Propstat.of(found);
		return propstats.isEmpty() ? List.of(new Propstat(status, List.of(), null)) : propstats;
	}

}
