package dev.statuslab.server;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/** Measures the field lines of a head, part by part, to find the longest. */
final class FieldLines {

	/** A field with a longer name is not called by it. */
	private static final int LONGEST_NAME = 64;

	private StringBuilder name = new StringBuilder();

	private boolean named;

	private int length;

	private int longest;

	private @Nullable String longestName;

	/**
	 * Measures what comes next.
	 * @param octets the octets, which are used up
	 */
	void add(ByteBuffer octets) {
		while (octets.hasRemaining()) {
			char octet = (char) octets.get();
			if (octet == '\n') {
				keepLongest();
				this.name = new StringBuilder();
				this.named = false;
				this.length = 0;
				continue;
			}
			this.length++;
			this.named |= octet == ':';
			if (!this.named && this.length <= LONGEST_NAME) {
				this.name.append(octet);
			}
		}
		keepLongest();
	}

	private void keepLongest() {
		if (this.length > this.longest) {
			this.longest = this.length;
			boolean whole = this.named && this.name.length() < LONGEST_NAME;
			this.longestName = whole ? this.name.toString() : null;
		}
	}

	/**
	 * The field with the longest line, if it is that long.
	 * @param octets a number of octets
	 * @return the field's name; null if no line is longer than that, or has a name
	 */
	@Nullable String longerThan(int octets) {
		return (this.longest > octets) ? this.longestName : null;
	}

}
