package dev.statuslab.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several ranges in one content (RFC 9110 §14.6). Nothing but CRLF breaks its lines (RFC
 * 9110 §8.3.3).
 *
 * @param boundary what separates the parts
 * @param content the parts
 */
record MultipartByteRanges(String boundary, byte[] content) {

	private static final String CRLF = "\r\n";

	static MultipartByteRanges of(List<ByteRange> ranges, byte[] octets, String mediaType) {
		String boundary = boundary(octets,
				Stream.iterate(EntityTag.of(octets).opaque(), (taken) -> EntityTag.of(taken).opaque()));
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (ByteRange range : ranges) {
			content.writeBytes(ascii("--" + boundary + CRLF + "Content-Type: " + mediaType + CRLF
					+ ByteRanges.CONTENT_RANGE + ": " + range.contentRange(octets.length) + CRLF + CRLF));
			content.writeBytes(RangedContent.slice(octets, range));
			content.writeBytes(ascii(CRLF));
		}
		content.writeBytes(ascii("--" + boundary + "--" + CRLF));
		return new MultipartByteRanges(boundary, content.toByteArray());
	}

	/**
	 * The first candidate that the data does not hold (RFC 2046 §5.1.1). A digest of the
	 * data is a good one: nobody can write data that holds its own.
	 */
	static String boundary(byte[] octets, Stream<String> candidates) {
		String data = new String(octets, StandardCharsets.ISO_8859_1);
		return candidates.filter((candidate) -> !data.contains(candidate)).findFirst().orElseThrow();
	}

	String mediaType() {
		return "multipart/byteranges; boundary=" + this.boundary;
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
