package dev.statuslab.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a step sends, as far as it is a request.
 *
 * @param method the method
 * @param target the request target
 * @param fields the field lines that are not about framing and routing
 * @param type the content's media type without parameters; empty if none is named
 * @param content the content; empty if there is none, or it is not known
 */
record StepRequest(String method, String target, List<String> fields, String type, String content) {

	static Optional<StepRequest> of(Message message, Variables variables) {
		if (!message.raw().isEmpty()) {
			return ofOctets(variables.in(message.raw()
				.stream()
				.map((part) -> Objects.requireNonNullElse(part.octets(), ""))
				.collect(Collectors.joining())));
		}
		List<String> fields = new ArrayList<>(message.fields().stream().map(variables::in).toList());
		if (message.expectContinue()) {
			fields.add("Expect: 100-continue");
		}
		return Optional.of(of(message.method(), variables.in(String.valueOf(message.target())), fields,
				variables.in(Objects.requireNonNullElse(message.content(), ""))));
	}

	private static Optional<StepRequest> ofOctets(String octets) {
		String[] lines = octets.split("\r\n\r\n", 2)[0].split("\r\n");
		String[] words = lines[0].split(" ");
		return (words.length == 3) ? Optional.of(of(words[0], words[1], Arrays.stream(lines).skip(1).toList(), ""))
				: Optional.empty();
	}

	private static StepRequest of(String method, String target, List<String> fields, String content) {
		String type = fields.stream()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
			.map((line) -> mediaType(line.substring(line.indexOf(':') + 1)))
			.findFirst()
			.orElse("");
		return new StepRequest(method, target,
				fields.stream().filter((line) -> !line.matches("(?i)(host|content-length):.*")).toList(), type,
				content);
	}

	/** The path that is asked for, whatever form the target has. */
	String path() {
		return this.target.replaceFirst("^http://[^/]*", "").replaceFirst("\\?.*", "");
	}

	/** A media type without parameters. */
	static String mediaType(String value) {
		return value.replaceFirst(";.*", "").strip();
	}

}
