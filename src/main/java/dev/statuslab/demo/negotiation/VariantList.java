package dev.statuslab.demo.negotiation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Links;

/** Everything that the greeting can be had as (RFC 2295 §5). */
final class VariantList {

	private static final List<Variant> ALL = Arrays.stream(Language.values())
		.flatMap((language) -> Arrays.stream(Format.values()).map((format) -> Variant.of(language, format)))
		.toList();

	private final Links links;

	VariantList(Links links) {
		this.links = links;
	}

	static Optional<Variant> named(String name) {
		return ALL.stream().filter((variant) -> variant.name().equals(name)).findFirst();
	}

	static Variant of(String language, String type) {
		return ALL.stream()
			.filter((variant) -> variant.language() == Language.of(language) && variant.format() == Format.of(type))
			.findFirst()
			.orElseThrow();
	}

	/** The value of Alternates: the complete list (RFC 2295 §8.3). */
	String alternates() {
		return ALL.stream().map((variant) -> variant.description(this.links)).collect(Collectors.joining(", "));
	}

	/** The lines of Link, which tell the list to HEAD too (RFC 9110 §15.4.1). */
	List<String> linkLines() {
		return ALL.stream().map((variant) -> variant.link(this.links)).toList();
	}

	List<Map<String, String>> metadata() {
		return ALL.stream().map((variant) -> variant.metadata(this.links)).toList();
	}

	/** The list for a browser. Nothing in it comes from a visitor. */
	String html() {
		return ALL.stream()
			.map((variant) -> "<li><a href=\"%1$s\" type=\"%2$s\" hreflang=\"%3$s\">%2$s, %3$s</a></li>%n"
				.formatted(variant.address(this.links), variant.format().type(), variant.language().tag()))
			.collect(Collectors.joining("", """
					<!DOCTYPE html>
					<html lang="en">
					<head><meta charset="utf-8"><title>300</title></head>
					<body>
					<p>There is a choice:</p>
					<ul>
					""", """
					</ul>
					</body>
					</html>
					"""));
	}

	/**
	 * The entity tag of a negotiated response: that of the representation, and a
	 * validator of this list (RFC 2295 §9.2).
	 * @param tag the entity tag of the representation
	 * @return the structured entity tag
	 */
	EntityTag structured(EntityTag tag) {
		return new EntityTag(tag.weak(), tag.opaque() + ";" + EntityTag.of(alternates()).opaque());
	}

}
