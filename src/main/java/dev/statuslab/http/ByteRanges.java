package dev.statuslab.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Range field of one request, in the unit {@code bytes} (RFC 9110 §14).
 * <p>
 * A field that need not be obeyed is ignored: one of another unit, an invalid one, one
 * that stands on several lines, and one of too many ranges, which is a mistake or an
 * attack (RFC 9110 §14.2, §17.15). Ranges that overlap or meet are sent as one, so that
 * no octet is sent twice (RFC 9110 §15.3.7.2).
 */
public final class ByteRanges {

	/** The field's name. */
	public static final String FIELD = "Range";

	/** The range unit, and the value of Accept-Ranges (RFC 9110 §14.3). */
	public static final String UNIT = "bytes";

	/** The field that tells which octets are sent (RFC 9110 §14.4). */
	public static final String CONTENT_RANGE = "Content-Range";

	/** The most ranges that a set may have. */
	public static final int MAX_RANGES = 16;

	private static final Pattern SPECIFIER = Pattern.compile("(?i:" + UNIT + ")=(\\S.*)");

	private static final Selection WHOLE = new Selection.Whole();

	private ByteRanges() {
	}

	/**
	 * What the field selects. It counts only where the answer without it would be a 200,
	 * after all preconditions (RFC 9110 §14.2).
	 * @param method the request method; range handling is defined for GET alone
	 * @param range the field's lines that count, as {@link Preconditions#range} gives
	 * them
	 * @param length the length of the representation in octets, as encoded; a field on an
	 * empty one is ignored, because no Content-Range could describe the answer
	 * @return the selection
	 */
	public static Selection select(String method, List<String> range, long length) {
		if (!"GET".equals(method) || range.size() != 1 || length == 0) {
			return WHOLE;
		}
		return set(range.get(0)).map((set) -> select(set, length)).orElse(WHOLE);
	}

	private static Selection select(List<RangeSpec> set, long length) {
		List<ByteRange> satisfiable = set.stream().flatMap((spec) -> spec.within(length).stream()).toList();
		return satisfiable.isEmpty() ? new Selection.Unsatisfiable() : new Selection.Parts(coalesce(satisfiable));
	}

	/** The range set; nothing where it is to be ignored. */
	private static Optional<List<RangeSpec>> set(String value) {
		Matcher specifier = SPECIFIER.matcher(value.strip());
		if (!specifier.matches()) {
			return Optional.empty();
		}
		List<String> members = FieldSyntax.split(specifier.group(1), ',')
			.stream()
			.map(String::strip)
			.filter((member) -> !member.isEmpty())
			.toList();
		if (members.isEmpty() || members.size() > MAX_RANGES) {
			return Optional.empty();
		}
		List<RangeSpec> set = members.stream().flatMap((member) -> RangeSpec.parse(member).stream()).toList();
		return (set.size() == members.size()) ? Optional.of(set) : Optional.empty();
	}

	/** Makes one of those that touch, which takes the place of the first of them. */
	private static List<ByteRange> coalesce(List<ByteRange> asked) {
		List<ByteRange> parts = new ArrayList<>();
		for (ByteRange range : asked) {
			List<ByteRange> touched = parts.stream().filter(range::touches).toList();
			int place = touched.isEmpty() ? parts.size() : parts.indexOf(touched.get(0));
			parts.removeAll(touched);
			parts.add(place, touched.stream().reduce(range, ByteRange::hull));
		}
		return parts;
	}

}
