package dev.statuslab.recipe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.statuslab.wire.FieldLine;

/**
 * A request as far as it can be read from the octets that were sent, which may be no
 * well-formed message, nor a whole one.
 *
 * @param line the request line, without its end
 * @param fields the field lines that are some, in order
 * @param headSize octets of the head, its empty line included; -1 if it has no end
 * @param bodySize octets of what follows, with the chunks' own
 * @param content the content, out of its chunks
 */
record SentRequest(String line, List<FieldLine> fields, int headSize, int bodySize, byte[] content) {

	private static final String END = "\r\n\r\n";

	/** The last chunk and the trailer section (RFC 9112 §7.1). */
	private static final Pattern LAST_CHUNK = Pattern.compile("(?:^|\\r\\n)0\\r\\n(?:[^\\r\\n]+\\r\\n)*+\\r\\n");

	/**
	 * Reads a request.
	 * @param octets what was sent of it, and nothing else
	 * @return the request
	 */
	static SentRequest of(byte[] octets) {
		String text = new String(octets, StandardCharsets.ISO_8859_1);
		int end = text.indexOf(END);
		String[] lines = ((end >= 0) ? text.substring(0, end) : text).split("\r?\n", -1);
		List<FieldLine> fields = fields(lines);
		if (end < 0) {
			return new SentRequest(lines[0], fields, -1, 0, new byte[0]);
		}
		int start = end + END.length();
		byte[] body = Arrays.copyOfRange(octets, start, octets.length);
		return new SentRequest(lines[0], fields, start, body.length, isChunked(fields) ? unchunked(body) : body);
	}

	/**
	 * Where the first request ends, as its fields tell (RFC 9112 §6.3).
	 * @param octets octets that begin with a request
	 * @return the number of its octets, or all if it is not whole
	 */
	static int lengthOf(byte[] octets) {
		SentRequest first = of(octets);
		if (first.headSize < 0) {
			return octets.length;
		}
		if (isChunked(first.fields)) {
			String body = new String(octets, first.headSize, first.bodySize, StandardCharsets.ISO_8859_1);
			Matcher last = LAST_CHUNK.matcher(body);
			return last.find() ? first.headSize + last.end() : octets.length;
		}
		int length = first.value("Content-Length")
			.filter((value) -> value.matches("[0-9]{1,9}"))
			.map(Integer::valueOf)
			.orElse(0);
		return Math.min(first.headSize + length, octets.length);
	}

	private static boolean isChunked(List<FieldLine> fields) {
		return value(fields, "Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent();
	}

	private static List<FieldLine> fields(String[] lines) {
		List<FieldLine> fields = new ArrayList<>();
		for (String line : Arrays.asList(lines).subList(1, lines.length)) {
			int colon = line.indexOf(':');
			if (colon > 0) {
				fields.add(new FieldLine(line.substring(0, colon), line.substring(colon + 1).strip(), line));
			}
		}
		return List.copyOf(fields);
	}

	/** The data of the chunks, as far as they can be read (RFC 9112 §7.1). */
	private static byte[] unchunked(byte[] body) {
		String text = new String(body, StandardCharsets.ISO_8859_1);
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		int at = 0;
		int end = text.indexOf("\r\n");
		while (end > at && text.substring(at, end).matches("[0-9A-Fa-f]{1,6}")) {
			int size = Integer.parseInt(text.substring(at, end), 16);
			int from = Math.min(end + 2, body.length);
			content.write(body, from, Math.min(size, body.length - from));
			at = from + size + 2;
			end = text.indexOf("\r\n", at);
		}
		return content.toByteArray();
	}

	private static Optional<String> value(List<FieldLine> fields, String name) {
		List<String> values = fields.stream()
			.filter((field) -> field.name().equalsIgnoreCase(name))
			.map(FieldLine::value)
			.toList();
		return (values.size() == 1) ? Optional.of(values.get(0)) : Optional.empty();
	}

	/**
	 * The value of a field that is there once.
	 * @param name its name in any case
	 * @return its value, or nothing
	 */
	Optional<String> value(String name) {
		return value(this.fields, name);
	}

	/** A part of the request line; empty if the line is not made of three. */
	private String part(int number) {
		String[] parts = this.line.split(" ", -1);
		return (parts.length == 3) ? parts[number] : "";
	}

	String method() {
		return part(0);
	}

	String target() {
		return part(1);
	}

	String version() {
		return part(2);
	}

}
