package dev.statuslab.http;

/** Knows the reason phrase of each status code (RFC 9110 §15). */
@FunctionalInterface
public interface ReasonPhrases {

	/**
	 * The phrase for a status line.
	 * @param code a status code
	 * @return the registered phrase, or an empty string for a code without one
	 */
	String phrase(int code);

}
