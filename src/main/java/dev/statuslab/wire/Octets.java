package dev.statuslab.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Octets that don't change. Where more came than could be kept, these are the first of
 * them, and {@link #total} counts them all.
 */
public final class Octets {

	/** No octets. */
	public static final Octets NONE = new Octets(new byte[0], 0);

	private final byte[] kept;

	private final long total;

	Octets(byte[] kept, long total) {
		this.kept = kept;
		this.total = total;
	}

	/**
	 * Octets as given.
	 * @param octets the octets, which are copied
	 * @return the same octets
	 */
	public static Octets of(byte[] octets) {
		return new Octets(octets.clone(), octets.length);
	}

	/**
	 * The octets of a text in UTF-8.
	 * @param text the text
	 * @return its octets
	 */
	public static Octets of(String text) {
		byte[] octets = text.getBytes(StandardCharsets.UTF_8);
		return new Octets(octets, octets.length);
	}

	/**
	 * How many were kept.
	 * @return the number of octets here
	 */
	public int length() {
		return this.kept.length;
	}

	/**
	 * How many there were.
	 * @return the number of octets, those that were not kept among them
	 */
	public long total() {
		return this.total;
	}

	/**
	 * Whether all of them were kept.
	 * @return false if there were more than are here
	 */
	public boolean whole() {
		return this.total == this.kept.length;
	}

	/**
	 * The octets for a caller to do with as it likes.
	 * @return a copy
	 */
	public byte[] toByteArray() {
		return this.kept.clone();
	}

	/**
	 * The octets read as UTF-8.
	 * @return the text
	 */
	public String text() {
		return new String(this.kept, StandardCharsets.UTF_8);
	}

	byte[] array() {
		return this.kept;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Octets octets && this.total == octets.total && Arrays.equals(this.kept, octets.kept);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(this.kept) + Long.hashCode(this.total);
	}

	/** One character for each octet (ISO 8859-1). */
	@Override
	public String toString() {
		return new String(this.kept, StandardCharsets.ISO_8859_1);
	}

}
