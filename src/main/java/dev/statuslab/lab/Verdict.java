package dev.statuslab.lab;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is made of an attempt. */
public enum Verdict {

	/** The client did what the clause asks for. */
	PASSED("passed"),

	/** The client did what the clause, or common practice, forbids. */
	FAILED("failed"),

	/** The clause leaves it open what a client does; this one did what the text says. */
	NOTED("noted"),

	/** Nothing was seen that could be judged, or not yet. */
	NOT_SEEN("not-seen");

	private final String word;

	Verdict(String word) {
		this.word = word;
	}

	@JsonValue
	@Override
	public String toString() {
		return this.word;
	}

}
