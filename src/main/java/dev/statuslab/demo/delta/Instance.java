package dev.statuslab.demo.delta;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.statuslab.http.EntityTag;

/**
 * One version of a list (RFC 3229 §3: an instance).
 *
 * @param text its lines
 * @param entityTag its entity tag: the same for the same text
 */
record Instance(String text, EntityTag entityTag) {

	/** What a list is before its visitor has written one. */
	static final Instance SAMPLE = of("""
			apple 1.20
			bread 2.50
			butter 3.10
			coffee 6.80
			milk 1.05
			""");

	static Instance of(String text) {
		return new Instance(text, EntityTag.of(text));
	}

	byte[] octets() {
		return this.text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Whether it is made of whole lines. A script for ed can't tell of a last line that
	 * does not end.
	 */
	boolean ofWholeLines() {
		return this.text.isEmpty() || this.text.endsWith("\n");
	}

	/** Its lines, without what ends them. */
	List<String> lines() {
		String[] lines = this.text.split("\n", -1);
		return List.of(lines).subList(0, lines.length - 1);
	}

}
