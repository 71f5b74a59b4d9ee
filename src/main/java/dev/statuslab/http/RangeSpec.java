package dev.statuslab.http;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One member of a range set (RFC 9110 §14.1.1): positions as the client wrote them. They
 * may be larger than any number type but this (RFC 9110 §14.1.2).
 *
 * @param first the first position, nothing in a suffix range
 * @param last the last position, nothing for all the rest; in a suffix range its length
 */
record RangeSpec(@Nullable BigInteger first, @Nullable BigInteger last) {

	private static final Pattern SPEC = Pattern.compile("(?!-$)([0-9]*)-([0-9]*)");

	/** The member, or nothing where it is invalid for the unit {@code bytes}. */
	static Optional<RangeSpec> parse(String text) {
		Matcher matcher = SPEC.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		RangeSpec spec = new RangeSpec(number(matcher.group(1)), number(matcher.group(2)));
		return spec.isValid() ? Optional.of(spec) : Optional.empty();
	}

	/** What the member selects, or nothing where it is not satisfiable. */
	Optional<ByteRange> within(long length) {
		BigInteger end = BigInteger.valueOf(length - 1);
		if (this.first == null) {
			long suffix = (this.last != null) ? this.last.min(BigInteger.valueOf(length)).longValue() : 0;
			return (suffix > 0) ? Optional.of(new ByteRange(length - suffix, length - 1)) : Optional.empty();
		}
		if (this.first.compareTo(end) > 0) {
			return Optional.empty();
		}
		BigInteger clipped = (this.last != null) ? this.last.min(end) : end;
		return Optional.of(new ByteRange(this.first.longValue(), clipped.longValue()));
	}

	private boolean isValid() {
		return this.first == null || this.last == null || this.first.compareTo(this.last) <= 0;
	}

	private static @Nullable BigInteger number(String digits) {
		return digits.isEmpty() ? null : new BigInteger(digits);
	}

}
