package dev.statuslab.recipe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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

	private static final Wording NOTHING = Wording.of("nothing");

	private static final Wording CONTENT = Wording.of("content");

	private static final JsonMapper JSON = new JsonMapper();

	private final Variables variables;

	private final List<Check> checks = new ArrayList<>();

	Checker(Variables variables) {
		this.variables = variables;
	}

	List<Check> check(Expectation expected, WireResponse response) {
		interim(expected, response);
		if (expected.status() != null) {
			add(Wording.of("status"), Wording.verbatim(expected.status().toString()),
					Wording.verbatim(String.valueOf(response.code())));
			complete(response);
		}
		fields(Checker::field, expected.fields(), expected.absent(), response.head());
		content(expected, response);
		if (expected.connection() != null) {
			add(Wording.of("connection"), standing(expected.connection()), standing(response.ending().name()));
		}
		times(expected, response);
		return List.copyOf(this.checks);
	}

	private void interim(Expectation expected, WireResponse response) {
		List<Integer> codes = response.interim().stream().map(WireHead::code).toList();
		List<Integer> due = expected.interim().stream().map(Expectation.Interim::status).toList();
		if (!due.isEmpty() || !codes.isEmpty()) {
			add(Wording.of("interim"), Wording.verbatim(due.toString()), Wording.verbatim(codes.toString()));
		}
		for (int i = 0; i < Math.min(due.size(), codes.size()); i++) {
			Expectation.Interim interim = expected.interim().get(i);
			String code = String.valueOf(interim.status());
			fields((name) -> Wording.of("field.interim", code, name), interim.fields(), interim.absent(),
					response.interim().get(i));
		}
	}

	/** What is cut off is no response, whatever its status line says. */
	private void complete(WireResponse response) {
		if (!response.complete()) {
			this.checks.add(new Check(Wording.of("message"), Wording.of("complete"), Wording.of("cut"), false));
		}
	}

	private void fields(Function<String, Wording> naming, Map<String, String> expected, List<String> absent,
			@Nullable WireHead head) {
		expected.forEach((name, pattern) -> {
			String value = value(head, name);
			boolean matches = value != null
					&& Pattern.compile(this.variables.inPattern(pattern)).matcher(value).matches();
			this.checks.add(new Check(naming.apply(name), Wording.verbatim(this.variables.in(pattern)),
					orNothing(value), matches));
		});
		absent.forEach((name) -> add(naming.apply(name), NOTHING, orNothing(value(head, name))));
	}

	private static Wording field(String name) {
		return Wording.of("field", name);
	}

	private static @Nullable String value(@Nullable WireHead head, String name) {
		List<String> values = (head != null) ? head.values(name) : List.of();
		return values.isEmpty() ? null : String.join(", ", values);
	}

	private static Wording orNothing(@Nullable String value) {
		return (value != null) ? Wording.verbatim(value) : NOTHING;
	}

	private void content(Expectation expected, WireResponse response) {
		String content = response.content().text();
		if (expected.empty() != null) {
			boolean empty = response.content().total() == 0;
			add(CONTENT, amount(expected.empty()), amount(empty));
		}
		if (expected.text() != null) {
			boolean found = Pattern.compile(this.variables.inPattern(expected.text())).matcher(content).find();
			this.checks.add(new Check(CONTENT, Wording.verbatim(this.variables.in(expected.text())),
					Wording.verbatim(content), found));
		}
		if (expected.textAbsent() != null) {
			boolean found = Pattern.compile(this.variables.inPattern(expected.textAbsent())).matcher(content).find();
			this.checks.add(new Check(CONTENT, Wording.of("without", this.variables.in(expected.textAbsent())),
					Wording.verbatim(content), !found));
		}
		if (!expected.json().isEmpty()) {
			JsonNode root = json(content);
			expected.json().forEach((pointer, value) -> {
				String due = this.variables.in(value.isString() ? value.stringValue() : value.toString());
				JsonNode found = root.at(pointer);
				String actual = found.isMissingNode() ? null
						: found.isString() ? found.stringValue() : found.toString();
				add(Wording.of("content.at", pointer), Wording.verbatim(due), orNothing(actual));
			});
		}
	}

	private void times(Expectation expected, WireResponse response) {
		if (expected.within() != null) {
			long took = response.times().end().toMillis();
			this.checks.add(new Check(Wording.of("time"), Wording.of("most", expected.within().toString()),
					Wording.of("milliseconds", String.valueOf(took)), took <= expected.within()));
		}
		Duration head = response.times().head();
		if (expected.lead() != null && head != null && !response.interim().isEmpty()) {
			long lead = head.minus(response.interim().get(0).at()).toMillis();
			this.checks.add(new Check(Wording.of("lead"), Wording.of("least", expected.lead().toString()),
					Wording.of("milliseconds", String.valueOf(lead)), lead >= expected.lead()));
		}
	}

	/** Looks at octets of another protocol. */
	List<Check> checkOctets(String pattern, byte[] octets) {
		String actual = HexFormat.of().formatHex(octets);
		return List.of(new Check(Wording.of("octets"), Wording.verbatim(pattern), Wording.verbatim(actual),
				Pattern.matches(this.variables.in(pattern), actual)));
	}

	private void add(Wording what, Wording expected, Wording actual) {
		this.checks.add(new Check(what, expected, actual, expected.equals(actual)));
	}

	private static Wording amount(boolean empty) {
		return Wording.of(empty ? "none" : "some");
	}

	/** How a connection stands, by its name among those of {@link Ending}. */
	private static Wording standing(String ending) {
		return Wording.of("connection." + ending.toLowerCase(Locale.ROOT));
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
