package dev.statuslab.conformance;

import com.fasterxml.jackson.annotation.JsonValue;

/** How strongly a requirement binds, in the words of RFC 2119 or of its own document. */
public enum Level {

	/** An absolute requirement. */
	MUST("MUST"),

	/** An absolute prohibition. */
	MUST_NOT("MUST NOT"),

	/** To be done unless a good reason speaks against it. */
	SHOULD("SHOULD"),

	/** Not to be done unless a good reason speaks for it. */
	SHOULD_NOT("SHOULD NOT"),

	/** The same as {@link #SHOULD}. */
	RECOMMENDED("RECOMMENDED"),

	/** Advice, in older documents and in prose. */
	OUGHT("OUGHT"),

	/** Left open. */
	MAY("MAY"),

	/** What a term means: the server does it so, or does something else. */
	DEF("DEF");

	private final String words;

	Level(String words) {
		this.words = words;
	}

	/**
	 * Whether there can be a good reason not to hold it.
	 * @return true for advice
	 */
	public boolean leavesRoom() {
		return this == SHOULD || this == SHOULD_NOT || this == RECOMMENDED || this == OUGHT;
	}

	@Override
	@JsonValue
	public String toString() {
		return this.words;
	}

}
