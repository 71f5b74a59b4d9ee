package dev.statuslab.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.recipe.Expectation;
import dev.statuslab.recipe.Message;
import dev.statuslab.recipe.Message.RawPart;
import org.jspecify.annotations.Nullable;

/** A step's message, and what must come back, as people read them. */
final class StepLabels {

	private static final String USUAL = " HTTP/1.1";

	private static final Pattern ABOUT_CONTENT = Pattern.compile("^(?:Content-(?:Type|Length)|Statuslab-Visitor):",
			Pattern.CASE_INSENSITIVE);

	private StepLabels() {
	}

	/** Method and target, or what a raw message begins with. */
	static String call(Message message) {
		if (message.raw().isEmpty()) {
			return readable(message.method() + " " + message.target());
		}
		RawPart first = message.raw().get(0);
		if (first.octets() == null) {
			return "0x" + first.hex();
		}
		String line = first.octets().lines().filter((text) -> !text.isBlank()).findFirst().orElse("CR LF");
		return readable(line.endsWith(USUAL) ? line.substring(0, line.length() - USUAL.length()) : line);
	}

	/**
	 * The first field line of a request that its response depends on, or nothing. What
	 * only tells of the content is not meant.
	 */
	static @Nullable String condition(Message message) {
		return message.fields()
			.stream()
			.filter((line) -> !ABOUT_CONTENT.matcher(line).find())
			.map(StepLabels::readable)
			.findFirst()
			.orElse(null);
	}

	/** The final response that is expected, by status or by what becomes of things. */
	static @Nullable String due(Expectation expected, Catalog catalog) {
		if (expected.status() != null) {
			return status(expected.status(), catalog);
		}
		return (expected.octets() != null) ? "0x" + expected.octets() : expected.connection();
	}

	static String status(int code, Catalog catalog) {
		return code + " " + catalog.phrase(code);
	}

	/** The whole message as it will go, pauses among it. */
	static String message(Message message) {
		StringBuilder text = new StringBuilder();
		if (message.raw().isEmpty()) {
			text.append(message.method()).append(' ').append(message.target()).append(" HTTP/1.1\n");
			message.fields().forEach((line) -> text.append(line).append('\n'));
			if (message.expectContinue()) {
				text.append("Expect: 100-continue\n");
			}
			text.append(content(message));
		}
		else {
			message.raw().forEach((part) -> text.append(raw(part)));
		}
		return readable(text.toString()).stripTrailing();
	}

	private static String content(Message message) {
		if (message.filler() != null) {
			return "\n(" + message.filler().octets() + " × x)";
		}
		List<String> parts = new ArrayList<>(message.chunks());
		if (message.content() != null) {
			parts.add(message.content());
		}
		parts.addAll(message.trailers());
		return parts.isEmpty() ? "" : "\n" + String.join("\n", parts);
	}

	private static String raw(RawPart part) {
		if (part.octets() != null) {
			return part.octets().replace("\r\n", "\n");
		}
		return (part.hex() != null) ? "0x" + part.hex() + "\n"
				: (part.pause() != null) ? "\n(" + part.pause() + " ms)\n" : "(RST)\n";
	}

	/** Every expectation, a line each. */
	static List<String> expectations(Expectation expected) {
		List<String> lines = new ArrayList<>();
		expected.interim().forEach((interim) -> {
			lines.add(String.valueOf(interim.status()));
			fields("  ", interim.fields(), interim.absent(), lines);
		});
		if (expected.status() != null) {
			lines.add(String.valueOf(expected.status()));
		}
		fields("", expected.fields(), expected.absent(), lines);
		expected.json().forEach((pointer, value) -> lines.add(pointer + " = " + value));
		add("text", expected.text(), lines);
		add("no text", expected.textAbsent(), lines);
		add("octets", expected.octets(), lines);
		if (expected.empty() != null) {
			lines.add(expected.empty() ? "no content" : "content");
		}
		add("connection", expected.connection(), lines);
		add("milliseconds, at most", expected.within(), lines);
		add("milliseconds from the first interim response, at least", expected.lead(), lines);
		return lines.stream().map(StepLabels::readable).toList();
	}

	private static void fields(String indent, Map<String, String> fields, List<String> absent, List<String> lines) {
		fields.forEach((name, pattern) -> lines.add(indent + name + ": " + pattern));
		absent.forEach((name) -> lines.add(indent + "no " + name));
	}

	private static void add(String what, @Nullable Object value, List<String> lines) {
		if (value != null) {
			lines.add(what + ": " + value);
		}
	}

	/** A variable is a word in braces; the base path says nothing to a reader. */
	private static String readable(String text) {
		return text.replace("${base}", "").replace("${", "{");
	}

	/** Milliseconds as a number of seconds, without zeros at the end. */
	static String seconds(int milliseconds) {
		return String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0).replaceAll("\\.?0+$", "");
	}

}
