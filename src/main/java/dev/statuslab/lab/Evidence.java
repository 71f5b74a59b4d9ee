package dev.statuslab.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What a verdict rests on, as lines of text. */
final class Evidence {

	/** Of a long attempt, its beginning and its end. */
	private static final int FIRST = 8;

	private static final int LAST = 2;

	private static final int LONGEST = 200;

	private Evidence() {
	}

	/**
	 * All of an attempt.
	 * @param attempt the attempt
	 * @param fields the names of the fields to show
	 * @return a line for each request and each thing told
	 */
	static List<String> of(Attempt attempt, String... fields) {
		List<Arrival> arrivals = attempt.arrivals();
		List<String> lines = new ArrayList<>();
		for (Arrival arrival : arrivals) {
			boolean shown = arrival.number() <= FIRST || arrivals.size() <= FIRST + LAST
					|| arrival.number() > arrivals.size() - LAST;
			if (shown) {
				lines.add(line(arrival, arrivals.get(0), fields));
			}
			else if (arrival.number() == FIRST + 1) {
				lines.add("…");
			}
		}
		if (attempt.count() > arrivals.size()) {
			lines.add("… " + attempt.count() + " requests in all");
		}
		attempt.told().forEach((told) -> lines.add(line(told)));
		return lines;
	}

	private static String line(Arrival arrival, Arrival first, String... fields) {
		String shown = Stream.of(fields)
			.flatMap((name) -> arrival.fields().stream().filter((field) -> field.name().equalsIgnoreCase(name)))
			.map((field) -> " | " + cut(field.toString()))
			.collect(Collectors.joining());
		Duration after = arrival.since(first);
		return "%d. +%d.%03d s, connection %d/%d: %s %s %s%s%s".formatted(arrival.number(), after.toSeconds(),
				after.toMillisPart(), arrival.connection(), arrival.turn(), arrival.method(), cut(arrival.target()),
				arrival.version(), shown, content(arrival));
	}

	private static String content(Arrival arrival) {
		return (arrival.length() > 0) ? " | %d octets: %s".formatted(arrival.length(), cut(arrival.text())) : "";
	}

	private static String line(Told told) {
		StringBuilder line = new StringBuilder("told of request " + told.request() + ":");
		add(line, "status", told.status());
		add(line, "content", told.content());
		add(line, "url", told.url());
		add(line, "success", told.success());
		add(line, "error", told.error());
		return line.toString();
	}

	private static void add(StringBuilder line, String name, @Nullable Object value) {
		if (value != null) {
			line.append(' ').append(name).append('=').append(cut(value.toString()));
		}
	}

	/** As it is, but on one line: octets that are no characters by their numbers. */
	private static String cut(String text) {
		StringBuilder shown = new StringBuilder();
		for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
			char octet = text.charAt(i);
			switch (octet) {
				case '\n' -> shown.append("\\n");
				case '\r' -> shown.append("\\r");
				case '\t' -> shown.append("\\t");
				default -> {
					if (Character.isISOControl(octet)) {
						shown.append("\\x%02x".formatted((int) octet));
					}
					else {
						shown.append(octet);
					}
				}
			}
		}
		return (text.length() > LONGEST) ? shown + "…" : shown.toString();
	}

}
