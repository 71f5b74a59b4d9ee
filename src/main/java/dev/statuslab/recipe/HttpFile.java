package dev.statuslab.recipe;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recipe as a file of requests in the format that JetBrains' HTTP Client and httpyac
 * understand. Each request holds its status code against the expected one, and carries on
 * what later ones use. What such a file can't hold stands there as a comment.
 */
final class HttpFile {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z]+)}");

	private static final JsonMapper JSON = new JsonMapper();

	private static final String HEAD = """
			# %1$s: %2$s
			#
			# Play the requests from the top: later ones use what earlier ones brought. On the command line:
			#     httpyac send %1$s.http --all
			# Only httpyac keeps the waits (# @sleep, in milliseconds); with another client wait yourself.

			@host = %3$s
			""";

	private static final String NEW_RUN = """
			< {%
			    client.global.set("run", "x" + Math.random().toString(36).slice(2));
			%}
			""";

	private static final String HANDLER = """

			> {%%
			    client.test("%1$d", function () {
			        client.assert(response.status === %1$d, "%1$d is expected, and not " + response.status);
			    });
			%2$s%%}
			""";

	private final StringBuilder file = new StringBuilder();

	private final Language language;

	private final String origin;

	private final boolean based;

	private HttpFile(Language language, Links links) {
		this.language = language;
		this.origin = URI.create(links.origin()).getScheme() + "://{{host}}";
		this.based = !links.basePath().isEmpty();
	}

	static String of(Recipe recipe, Language language, Links links) {
		HttpFile file = new HttpFile(language, links);
		file.file.append(
				HEAD.formatted(recipe.id(), recipe.story().in(language), URI.create(links.origin()).getRawAuthority()));
		if (file.based) {
			// an empty value is none in either client
			file.line("@base = " + links.basePath());
		}
		file.scenario(recipe.earns());
		file.scenario(recipe.twin());
		return file.file.toString();
	}

	private void scenario(Scenario scenario) {
		line("");
		line("# * " + scenario.title().in(this.language));
		HttpFileLimits limits = new HttpFileLimits();
		boolean plain = scenario.steps().stream().anyMatch((step) -> HttpFileLimits.has(step.send(), "Range"));
		boolean begun = false;
		for (Step step : scenario.steps()) {
			String does = step.does().in(this.language);
			Optional<String> hindrance = limits.hindrance(step);
			if (hindrance.isPresent()) {
				line("");
				line("# " + does);
				line("# (not with such a file: " + hindrance.get() + ")");
				continue;
			}
			for (int time = 1; time <= step.repeat(); time++) {
				line("");
				line("### " + does + ((step.repeat() > 1) ? " (%d/%d)".formatted(time, step.repeat()) : ""));
				request(step, begun ? "" : NEW_RUN, plain);
				begun = true;
			}
		}
	}

	private void request(Step step, String script, boolean plain) {
		notes(step);
		line("# @no-redirect");
		line("# @no-cookie-jar");
		if (step.after() > 0) {
			line("# @sleep " + step.after());
		}
		Message message = step.send();
		String target = String.valueOf(message.target());
		this.file.append(script);
		line(message.method() + " " + this.origin + text(target.startsWith("/") ? "${base}" + target : target));
		message.fields().forEach((field) -> line(text(field)));
		if (plain && !HttpFileLimits.has(message, "Accept-Encoding")) {
			// else the client asks for a coding, and the octets are other ones
			line("Accept-Encoding: identity");
		}
		if (message.content() != null) {
			line("");
			line(text(message.content()));
		}
		String captures = step.capture()
			.entrySet()
			.stream()
			.map((capture) -> "    client.global.set(%s, %s);\n".formatted(quoted(capture.getKey()),
					value(capture.getValue())))
			.sorted()
			.collect(Collectors.joining());
		this.file.append(HANDLER.formatted(step.expect().status(), captures));
	}

	private void notes(Step step) {
		List<Expectation.Interim> interim = step.expect().interim();
		if (!interim.isEmpty()) {
			String codes = interim.stream().map((one) -> one.status().toString()).collect(Collectors.joining(", "));
			line("# (not seen by such a client: the interim " + codes + ")");
		}
		if (step.pipelined()) {
			line("# (not with such a file: sent before the response to the request above is read)");
		}
	}

	/** What a capture takes, in JavaScript. */
	private static String value(Capture capture) {
		String whole = (capture.field() != null)
				? "response.headers.valuesOf(" + quoted(capture.field()) + ").join(\", \")"
				: "String((typeof response.body === \"string\" ? JSON.parse(response.body) : response.body)"
						+ members(JsonPointer.compile(String.valueOf(capture.json()))) + ")";
		return (capture.pattern() != null) ? whole + ".match(new RegExp(" + quoted(capture.pattern()) + "))[1]" : whole;
	}

	private static String members(JsonPointer pointer) {
		StringBuilder members = new StringBuilder();
		for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
			members.append('[')
				.append(rest.mayMatchElement() ? rest.getMatchingIndex() : quoted(rest.getMatchingProperty()))
				.append(']');
		}
		return members.toString();
	}

	/** A string literal in JavaScript, that does not end the script either. */
	private static String quoted(String text) {
		return JSON.writeValueAsString(text).replace("%}", "%\\u007d");
	}

	/** The text with the recipe's variables as the file's own. */
	private String text(String text) {
		return VARIABLE.matcher(this.based ? text : text.replace("${base}", "")).replaceAll("{{$1}}");
	}

	private void line(String line) {
		this.file.append(line).append('\n');
	}

}
