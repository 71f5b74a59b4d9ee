package dev.statuslab.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * A forced response as a visitor puts it together. What it may be is not decided here:
 * the address itself answers 400 where it can't be met. {@code compose.js} does the same
 * as one chooses.
 *
 * @param code the code
 * @param delay how long to wait for it; empty for not at all
 * @param retryAfter the value of Retry-After; empty for none
 * @param fault what goes wrong on the wire; empty for nothing
 * @param header lines of name and value, of which empty ones mean nothing
 * @param body the content; empty for what the code brings along
 */
record Composition(String code, String delay, String retryAfter, String fault, String header, String body) {

	/** The parameters, in the order in which they are asked for. */
	static final List<String> NAMES = List.of("code", "delay", "retry-after", "fault", "header", "body");

	/** What can go wrong, as {@code /status} names it. */
	static final List<String> FAULTS = List.of("empty", "reset", "abort-after-headers", "abort-in-body", "truncate",
			"dribble");

	static Composition of(MultiValueMap<String, String> parameters) {
		return new Composition(value(parameters.getFirst("code"), "503"), value(parameters.getFirst("delay"), ""),
				value(parameters.getFirst("retry-after"), ""), value(parameters.getFirst("fault"), ""),
				value(parameters.getFirst("header"), ""), text(parameters.getFirst("body")));
	}

	/** The target of the request, below the base path. */
	public String target() {
		StringBuilder query = new StringBuilder();
		add(query, "delay", this.delay);
		add(query, "retry-after", this.retryAfter);
		add(query, "fault", this.fault);
		lines().forEach((line) -> add(query, "header", line));
		add(query, "body", this.body);
		return "/status/" + encode(this.code) + (query.isEmpty() ? "" : "?" + query.substring(1));
	}

	private Stream<String> lines() {
		return this.header.lines().map(String::strip).filter((line) -> !line.isEmpty());
	}

	private static void add(StringBuilder query, String name, String value) {
		if (!value.isEmpty()) {
			query.append('&').append(name).append('=').append(encode(value));
		}
	}

	private static String value(@Nullable String text, String otherwise) {
		return (text != null && !text.isBlank()) ? text.strip() : otherwise;
	}

	/** A form ends its lines with CR LF, whatever was typed. */
	private static String text(@Nullable String text) {
		return (text != null) ? text.replace("\r\n", "\n") : "";
	}

	/** Like {@code encodeURIComponent}, with what may stand in a query as it is. */
	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("%3A", ":")
			.replace("%2F", "/")
			.replace("%2C", ",")
			.replace("%7E", "~");
	}

}
