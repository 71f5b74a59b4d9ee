package dev.statuslab.demo.negotiation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The languages of the greeting, the original first. */
enum Language {

	/** The original. */
	EN("1.0", "Hello!", "Hello, %s!"),

	/** A translation. */
	KO("0.9", "안녕하세요!", "%s 님, 안녕하세요!"),

	/** A translation. */
	DE("0.8", "Guten Tag!", "Guten Tag, %s!");

	private final String sourceQuality;

	private final String greeting;

	private final String personal;

	Language(String sourceQuality, String greeting, String personal) {
		this.sourceQuality = sourceQuality;
		this.greeting = greeting;
		this.personal = personal;
	}

	/** The language tag. */
	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** How good it is compared to the original (RFC 2295 §5.3). */
	String sourceQuality() {
		return this.sourceQuality;
	}

	String greeting() {
		return this.greeting;
	}

	String greeting(String name) {
		return this.personal.formatted(name);
	}

	static Language of(String tag) {
		return valueOf(tag.toUpperCase(Locale.ROOT));
	}

	static List<String> tags() {
		return Arrays.stream(values()).map(Language::tag).toList();
	}

}
