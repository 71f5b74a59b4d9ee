package dev.statuslab.demo.negotiation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Links;

/**
 * The variants of the welcome, all of them somewhere in the room of the greeting. In one
 * somebody has made a mistake.
 */
enum WelcomeVariant {

	/** A variant as it should be. */
	EN(Language.EN, "en.txt"),

	/** Instead of the variant, the resource that negotiates about it. */
	KO(Language.KO, ""),

	/** A variant as it should be. */
	DE(Language.DE, "de.txt");

	private final Language language;

	private final String variant;

	WelcomeVariant(Language language, String variant) {
		this.language = language;
		this.variant = variant;
	}

	/** Which of the greeting's variants it is; empty for the greeting itself. */
	String variant() {
		return this.variant;
	}

	String address(Links links) {
		return links.path(GreetingController.PATH + (this.variant.isEmpty() ? "" : "/" + this.variant));
	}

	static WelcomeVariant in(String language) {
		return Arrays.stream(values())
			.filter((candidate) -> candidate.language.tag().equals(language))
			.findFirst()
			.orElseThrow();
	}

	/** The value of Alternates: the complete list (RFC 2295 §8.3). */
	static String alternates(Links links) {
		return Arrays.stream(values())
			.map((candidate) -> "{\"%s\" %s {type text/plain} {language %s}}".formatted(candidate.address(links),
					candidate.language.sourceQuality(), candidate.language.tag()))
			.collect(Collectors.joining(", "));
	}

	static List<Alternative> alternatives(Links links) {
		return Arrays.stream(values())
			.map((candidate) -> new Alternative(candidate.address(links), candidate.language.tag()))
			.toList();
	}

	/** The structured entity tag of a negotiated response (RFC 2295 §9.2). */
	static EntityTag structured(EntityTag tag, Links links) {
		return new EntityTag(tag.weak(), tag.opaque() + ";" + EntityTag.of(alternates(links)).opaque());
	}

	/**
	 * A variant, as content tells it.
	 *
	 * @param uri its address
	 * @param language its language
	 */
	record Alternative(String uri, String language) {
	}

}
