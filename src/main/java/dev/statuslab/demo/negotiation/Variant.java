package dev.statuslab.demo.negotiation;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.statuslab.http.Links;
import dev.statuslab.http.Representation;

/**
 * A variant of the greeting (RFC 2295 §2.2), which is a resource of its own and not
 * negotiated. It is a neighbour of the negotiable resource, as a choice response asks.
 *
 * @param language its language
 * @param format its media type
 * @param representation its octets and their metadata, without a content coding
 */
record Variant(Language language, Format format, Representation representation) {

	static Variant of(Language language, Format format) {
		byte[] octets = format.write(language).getBytes(StandardCharsets.UTF_8);
		return new Variant(language, format, Representation.of(octets, format.contentType(), language.tag()));
	}

	/** The last segment of its address. */
	String name() {
		return this.language.tag() + "." + this.format.extension();
	}

	String address(Links links) {
		return links.path(GreetingController.PATH + "/" + name());
	}

	/** Its description in Alternates (RFC 2295 §5.1). */
	String description(Links links) {
		return "{\"%s\" %s %s {language %s}}".formatted(address(links), this.language.sourceQuality(),
				this.format.attributes(), this.language.tag());
	}

	/** A link to it (RFC 8288 §3). */
	String link(Links links) {
		return "<%s>; rel=\"alternate\"; type=\"%s\"; hreflang=\"%s\"".formatted(address(links), this.format.type(),
				this.language.tag());
	}

	/** Its metadata, as the content of a list tells them (RFC 9110 §15.4.1). */
	Map<String, String> metadata(Links links) {
		Map<String, String> metadata = new LinkedHashMap<>();
		metadata.put("uri", address(links));
		metadata.put("type", this.format.type());
		metadata.put("language", this.language.tag());
		metadata.put("quality", this.language.sourceQuality());
		return metadata;
	}

}
