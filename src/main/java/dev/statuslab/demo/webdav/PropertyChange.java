package dev.statuslab.demo.webdav;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.namespace.QName;

import dev.statuslab.http.ProblemException;

/**
 * One instruction of a PROPPATCH.
 *
 * @param property the property with its value
 * @param removal whether it is to be removed
 */
record PropertyChange(XmlElement property, boolean removal) {

	/**
	 * Reads the instructions, in their order (RFC 4918 §14.19).
	 * @throws ProblemException 400, 403 or 415 if the content can't be read
	 */
	static List<PropertyChange> of(Exchange exchange) {
		List<PropertyChange> changes = new ArrayList<>();
		for (XmlElement instruction : exchange.xml(Dav.name("propertyupdate")).elements()) {
			boolean removal = instruction.name().equals(Dav.name("remove"));
			if (removal || instruction.name().equals(Dav.name("set"))) {
				instruction.find(Dav.name("prop"))
					.ifPresent((prop) -> prop.elements()
						.forEach((property) -> changes.add(new PropertyChange(property.within(prop), removal))));
			}
		}
		if (changes.isEmpty()) {
			throw new ProblemException(400, "DAV:propertyupdate sets or removes at least one property.").with("allowed",
					List.of("set", "remove"));
		}
		return changes;
	}

	QName name() {
		return this.property.name();
	}

	Resource on(Resource resource) {
		Map<QName, XmlElement> properties = new HashMap<>(resource.properties());
		if (this.removal) {
			properties.remove(name());
		}
		else {
			properties.put(name(), this.property);
		}
		return resource.withProperties(properties);
	}

}
