package dev.statuslab.recipe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.statuslab.wire.Ending;
import dev.statuslab.wire.WireHead;
import dev.statuslab.wire.WireResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what came back against what must come back. */
final class Checker {

	private static final String NOTHING = "nothing";

	private static final JsonMapper JSON = new JsonMapper();

	private final Variables variables;

	private final List<Check> checks = new ArrayList<>();

	Checker(Variables variables) {
		this.variables = variables;
	}

	List<Check> check(Expectation expected, WireResponse response) {
		interim(expected, response);
		if (expected.status() != null) {
			add("status", expected.status().toString(), String.valueOf(response.code()));
			complete(response);
		}
		fields("field ", expected.fields(), response.head());
		absent("field ", expected.absent(), response.head());
		content(expected, response);
		if (expected.connection() != null) {
			add("connection", expected.connection(), standing(response.ending()));
		}
		times(expected, response);
		return List.copyOf(this.checks);
	}

	private void interim(Expectation expected, WireResponse response) {
		List<Integer> codes = response.interim().stream().map(WireHead::code).toList();
		List<Integer> due = expected.interim().stream().map(Expectation.Interim::status).toList();
		if (!due.isEmpty() || !codes.isEmpty()) {
			add("interim responses", due.toString(), codes.toString());
		}
		for (int i = 0; i < Math.min(due.size(), codes.size()); i++) {
			String prefix = "field of the " + due.get(i) + ", ";
			fields(prefix, expected.interim().get(i).fields(), response.interim().get(i));
			absent(prefix, expected.interim().get(i).absent(), response.interim().get(i));
		}
	}

	/** What is cut off is no response, whatever its status line says. */
	private void complete(WireResponse response) {
		if (!response.complete()) {
			this.checks.add(new Check("message", "complete", "cut off", false));
		}
	}

	private void fields(String prefix, Map<String, String> expected, @Nullable WireHead head) {
		expected.forEach((name, pattern) -> {
			String actual = field(head, name);
			boolean matches = !NOTHING.equals(actual)
					&& Pattern.compile(this.variables.inPattern(pattern)).matcher(actual).matches();
			this.checks.add(new Check(prefix + name, this.variables.in(pattern), actual, matches));
		});
	}

	private void absent(String prefix, List<String> names, @Nullable WireHead head) {
		names.forEach((name) -> add(prefix + name, NOTHING, field(head, name)));
	}

	private static String field(@Nullable WireHead head, String name) {
		List<String> values = (head != null) ? head.values(name) : List.of();
		return values.isEmpty() ? NOTHING : String.join(", ", values);
	}

	private void content(Expectation expected, WireResponse response) {
		String content = response.content().text();
		if (expected.empty() != null) {
			boolean empty = response.content().total() == 0;
			this.checks.add(new Check("content", expected.empty() ? "none" : "some", empty ? "none" : "some",
					empty == expected.empty()));
		}
		if (expected.text() != null) {
			boolean found = Pattern.compile(this.variables.inPattern(expected.text())).matcher(content).find();
			this.checks.add(new Check("content", this.variables.in(expected.text()), content, found));
		}
		if (expected.textAbsent() != null) {
			boolean found = Pattern.compile(this.variables.inPattern(expected.textAbsent())).matcher(content).find();
			this.checks
				.add(new Check("content", "without " + this.variables.in(expected.textAbsent()), content, !found));
		}
		if (!expected.json().isEmpty()) {
			JsonNode root = json(content);
			expected.json().forEach((pointer, value) -> {
				String due = this.variables.in(value.isString() ? value.stringValue() : value.toString());
				JsonNode found = root.at(pointer);
				String actual = found.isMissingNode() ? NOTHING
						: found.isString() ? found.stringValue() : found.toString();
				add("content at " + pointer, due, actual);
			});
		}
	}

	private void times(Expectation expected, WireResponse response) {
		if (expected.within() != null) {
			long took = response.times().end().toMillis();
			this.checks.add(
					new Check("time", "at most " + expected.within() + " ms", took + " ms", took <= expected.within()));
		}
		Duration head = response.times().head();
		if (expected.lead() != null && head != null && !response.interim().isEmpty()) {
			long lead = head.minus(response.interim().get(0).at()).toMillis();
			this.checks.add(new Check("time from the first interim response to the final one",
					"at least " + expected.lead() + " ms", lead + " ms", lead >= expected.lead()));
		}
	}

	/** Looks at octets of another protocol. */
	List<Check> checkOctets(String pattern, byte[] octets) {
		String actual = HexFormat.of().formatHex(octets);
		return List.of(new Check("octets", pattern, actual, Pattern.matches(this.variables.in(pattern), actual)));
	}

	private void add(String what, String expected, String actual) {
		this.checks.add(new Check(what, expected, actual, expected.equals(actual)));
	}

	private static String standing(Ending ending) {
		return ending.name().toLowerCase(Locale.ROOT);
	}

	static JsonNode json(String content) {
		try {
			return JSON.readTree(content);
		}
		catch (JacksonException ex) {
			return JSON.createObjectNode();
		}
	}

}
