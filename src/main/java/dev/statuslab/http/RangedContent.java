package dev.statuslab.http;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that may ask for ranges of a representation: all of it, or some
 * of it (RFC 9110 §15.3.7). What a 200 would tell of the representation besides, such as
 * its entity tag, is the caller's to add.
 *
 * @param status 200 or 206
 * @param octets the content
 * @param mediaType the value of Content-Type
 * @param contentRange the value of Content-Range: in a 206 with one part, and in no other
 * answer
 */
public record RangedContent(int status, byte[] octets, String mediaType, @Nullable String contentRange) {

	/**
	 * Answers a request for a representation.
	 * @param method the request method
	 * @param range the lines of Range that count, as {@link Preconditions#range} gives
	 * them
	 * @param octets the representation data, with its content coding if it has one
	 * @param mediaType the representation's media type
	 * @return the answer
	 * @throws ProblemException 416 with Content-Range, if no range is satisfiable
	 */
	public static RangedContent of(String method, List<String> range, byte[] octets, String mediaType) {
		return of(ByteRanges.select(method, range, octets.length), octets, mediaType);
	}

	/**
	 * Takes what was selected out of a representation.
	 * @param selection what to take; its ranges lie within the octets
	 * @param octets the representation data
	 * @param mediaType the representation's media type
	 * @return the answer
	 * @throws ProblemException 416 with Content-Range, if nothing was selected
	 */
	public static RangedContent of(Selection selection, byte[] octets, String mediaType) {
		if (selection instanceof Selection.Parts parts) {
			return partial(parts.ranges(), octets, mediaType);
		}
		if (selection instanceof Selection.Unsatisfiable nothing) {
			throw new ProblemException(416,
					"No range of the request can be satisfied: the representation has " + octets.length + " octets.")
				.field(ByteRanges.CONTENT_RANGE, nothing.contentRange(octets.length));
		}
		return new RangedContent(200, octets, mediaType, null);
	}

	private static RangedContent partial(List<ByteRange> ranges, byte[] octets, String mediaType) {
		if (ranges.size() == 1) {
			ByteRange range = ranges.get(0);
			return new RangedContent(206, slice(octets, range), mediaType, range.contentRange(octets.length));
		}
		MultipartByteRanges multipart = MultipartByteRanges.of(ranges, octets, mediaType);
		return new RangedContent(206, multipart.content(), multipart.mediaType(), null);
	}

	static byte[] slice(byte[] octets, ByteRange range) {
		return Arrays.copyOfRange(octets, Math.toIntExact(range.first()), Math.toIntExact(range.last() + 1));
	}

}
