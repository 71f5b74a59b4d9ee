package dev.statuslab.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import dev.statuslab.recipe.Transcript.EventView;

/**
 * Something that went over a connection, as the page shows it. {@code run.js} shows the
 * events of a run that is under way in the same way.
 *
 * @param sent whether it went to the server
 * @param kind {@code octets}, {@code end} or {@code reset}
 * @param at milliseconds since the step began
 * @param place the same as thousandths of the step's time
 * @param size the number of octets
 * @param lines the octets, in lines; those beyond a bound are left out
 * @param more the number of octets that are left out
 */
record WireEvent(boolean sent, String kind, String at, long place, int size, List<Line> lines, int more) {

	/** Octets of one event that are shown. */
	static final int MOST = 8192;

	private static final int ROW = 16;

	static List<WireEvent> of(List<EventView> events) {
		if (events.isEmpty()) {
			return List.of();
		}
		long first = events.get(0).microseconds();
		long span = Math.max(1, events.get(events.size() - 1).microseconds() - first);
		return events.stream().map((event) -> of(event, event.microseconds() - first, span)).toList();
	}

	private static WireEvent of(EventView event, long at, long span) {
		byte[] octets = octets(event);
		List<Line> lines = new ArrayList<>();
		int end = Math.min(octets.length, MOST);
		int text = (event.encoding() == null) ? end : head(octets, end);
		text(octets, text, lines);
		hex(octets, text, end, lines);
		return new WireEvent("sent".equals(event.direction()), event.kind(), milliseconds(at), at * 1000 / span,
				octets.length, lines, octets.length - end);
	}

	static String milliseconds(long microseconds) {
		return String.format(Locale.ROOT, "%.1f", microseconds / 1000.0);
	}

	private static byte[] octets(EventView event) {
		if (event.octets() == null) {
			return new byte[0];
		}
		return (event.encoding() != null) ? Base64.getDecoder().decode(event.octets())
				: event.octets().getBytes(StandardCharsets.UTF_8);
	}

	/** Where the head ends of a message whose content is no text; 0 if there is none. */
	private static int head(byte[] octets, int end) {
		String text = new String(octets, 0, end, StandardCharsets.ISO_8859_1);
		int head = text.indexOf("\r\n\r\n");
		return (head < 0 || !text.substring(0, head).matches("[\\r\\n\\t -~]*")) ? 0 : head + 4;
	}

	/** An octet that is no printable character shows its number. */
	private static void text(byte[] octets, int end, List<Line> lines) {
		String text = new String(octets, 0, end, StandardCharsets.UTF_8);
		int from = 0;
		while (from < text.length()) {
			int feed = text.indexOf('\n', from);
			int to = (feed < 0) ? text.length() : feed;
			boolean carriage = feed > from && text.charAt(feed - 1) == '\r';
			String ending = (feed < 0) ? "" : carriage ? "CR LF" : "LF";
			lines.add(new Line(printable(text.substring(from, carriage ? to - 1 : to)), ending));
			from = to + 1;
		}
	}

	private static String printable(String text) {
		StringBuilder shown = new StringBuilder();
		text.chars()
			.forEach((character) -> shown.append((character >= ' ' && character != 0x7F || character == '\t')
					? String.valueOf((char) character) : "\\x%02x".formatted(character)));
		return shown.toString();
	}

	private static void hex(byte[] octets, int from, int end, List<Line> lines) {
		for (int row = from; row < end; row += ROW) {
			StringBuilder hex = new StringBuilder("%04x ".formatted(row - from));
			for (int i = row; i < Math.min(row + ROW, end); i++) {
				hex.append(" %02x".formatted(octets[i]));
			}
			lines.add(new Line(hex.toString(), ""));
		}
	}

	/**
	 * A line of it.
	 *
	 * @param text what it says
	 * @param end how it ends: {@code CR LF} or {@code LF}, or neither
	 */
	record Line(String text, String end) {
	}

}
