package dev.statuslab.http;

/**
 * A range of octets that a representation holds (RFC 9110 §14.1.2). Positions start at 0.
 *
 * @param first the position of its first octet
 * @param last the position of its last octet, which belongs to it
 */
public record ByteRange(long first, long last) {

	public ByteRange {
		if (first < 0 || last < first) {
			throw new IllegalArgumentException("Not a range of octets: " + first + "-" + last);
		}
	}

	/**
	 * How long the range is.
	 * @return the number of octets, at least one
	 */
	public long size() {
		return this.last - this.first + 1;
	}

	/**
	 * The value of Content-Range for this range (RFC 9110 §14.4).
	 * @param length the length of the whole representation in octets
	 * @return for example {@code bytes 0-9/100}
	 */
	public String contentRange(long length) {
		return ByteRanges.UNIT + " " + this.first + "-" + this.last + "/" + length;
	}

	/** Whether the two overlap, or one begins where the other ends. */
	boolean touches(ByteRange other) {
		return this.first <= other.last + 1 && other.first <= this.last + 1;
	}

	/** The range from the first octet of either to the last octet of either. */
	ByteRange hull(ByteRange other) {
		return new ByteRange(Math.min(this.first, other.first), Math.max(this.last, other.last));
	}

}
