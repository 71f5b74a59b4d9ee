package dev.statuslab.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the end of a response is told, in the order of RFC 9112 §6.3.
 *
 * @param framing the way
 * @param length octets of content, by Content-Length
 * @param faulty whether the message can't be trusted to end there
 */
record Delimiter(Framing framing, long length, boolean faulty) {

	private static final Delimiter NO_CONTENT = new Delimiter(Framing.NONE, 0, false);

	static Delimiter of(String method, WireHead head, Notes notes, long offset) {
		List<String> codings = head.members("Transfer-Encoding");
		Set<String> lengths = head.values("Content-Length")
			.stream()
			.flatMap((value) -> Arrays.stream(value.split(",", -1)))
			.map(String::strip)
			.collect(Collectors.toSet());
		if (head.code() / 100 == 1 || head.code() == 204) {
			if (!codings.isEmpty() || !lengths.isEmpty()) {
				notes.add(Note.Kind.FRAMED_WITHOUT_CONTENT, offset);
			}
			return NO_CONTENT;
		}
		if ("HEAD".equals(method) || head.code() == 304) {
			return NO_CONTENT;
		}
		if (!codings.isEmpty()) {
			if (!lengths.isEmpty()) {
				notes.add(Note.Kind.LENGTH_AND_CODING, offset);
			}
			return byCoding(codings, head, notes, offset);
		}
		return lengths.isEmpty() ? new Delimiter(Framing.CLOSE, 0, false) : byLength(lengths, head, notes, offset);
	}

	private static Delimiter byCoding(List<String> codings, WireHead head, Notes notes, long offset) {
		boolean old = "HTTP/1.0".equals(head.version());
		if (old) {
			notes.add(Note.Kind.CODING_IN_HTTP_1_0, offset);
		}
		int chunked = codings.indexOf("chunked");
		if (chunked < 0 || chunked < codings.size() - 1) {
			notes.add(Note.Kind.TRANSFER_CODING, offset);
		}
		boolean last = "chunked".equals(codings.get(codings.size() - 1));
		boolean twice = last && chunked < codings.size() - 1;
		return new Delimiter(last ? Framing.CHUNKED : Framing.CLOSE, 0, old || twice);
	}

	private static Delimiter byLength(Set<String> lengths, WireHead head, Notes notes, long offset) {
		String length = lengths.iterator().next();
		if (lengths.size() > 1 || !length.matches("[0-9]{1,18}")) {
			notes.add(Note.Kind.CONTENT_LENGTH, offset);
			return new Delimiter(Framing.CLOSE, 0, true);
		}
		if (head.values("Content-Length").size() > 1 || head.values("Content-Length").get(0).indexOf(',') >= 0) {
			notes.add(Note.Kind.REPEATED_CONTENT_LENGTH, offset);
		}
		return new Delimiter(Framing.CONTENT_LENGTH, Long.parseLong(length), false);
	}

}
