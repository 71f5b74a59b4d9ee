package dev.statuslab.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

/**
 * Which steps of a scenario a request file can't hold, and why. A step that builds on one
 * that is left out is left out too.
 */
final class HttpFileLimits {

	private static final JsonMapper JSON = new JsonMapper();

	/** The methods that every such client knows. */
	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

	/** What a step may be made of; whatever else there is, no such file can say. */
	private static final Set<String> STEP = Set.of("does", "connection", "pipelined", "after", "repeat", "send",
			"expect", "capture");

	private static final Set<String> MESSAGE = Set.of("method", "target", "fields", "content");

	private static final Map<String, String> WORDS = Map.of("expectContinue", "content that waits for a 100", "chunks",
			"content in chunks", "trailers", "a trailer section");

	/** The fields that a client writes itself, as its connection needs them. */
	private static final Set<String> CONNECTION_FIELDS = Set.of("connection", "content-length", "expect", "host",
			"keep-alive", "te", "trailer", "transfer-encoding", "upgrade");

	/**
	 * What the format takes for something else than content, or does not keep as it is.
	 */
	private static final Pattern NO_CONTENT = Pattern
		.compile("(?s)(\\s|###|//|#|@|\\?\\?|[<>]\\s).*|.*(\\s$|[\\r\\n]|\\{\\{).*");

	/** What the clients take for a name and a password (RFC 7616 has more). */
	private static final Pattern CLIENT_DIGEST = Pattern.compile("(?i)authorization:\\s*digest\\b.*");

	private final Set<String> known = new HashSet<>(Variables.GIVEN);

	private boolean changeLeftOut;

	/**
	 * Looks at the next step.
	 * @param step the step
	 * @return why the file can't hold it, or nothing
	 */
	Optional<String> hindrance(Step step) {
		Optional<String> hindrance = ownHindrance(step).or(() -> earlierHindrance(step.send()));
		if (hindrance.isEmpty()) {
			this.known.addAll(step.capture().keySet());
		}
		else {
			this.known.removeAll(step.capture().keySet());
			this.changeLeftOut |= mayChange(step);
		}
		return hindrance;
	}

	private static Optional<String> ownHindrance(Step step) {
		Message message = step.send();
		if (!message.raw().isEmpty()) {
			return Optional.of("octets as they are");
		}
		if (step.expect().status() == null) {
			return Optional.of("no response of HTTP is expected");
		}
		String target = String.valueOf(message.target());
		if (!target.startsWith("/") && !target.startsWith("${")) {
			return Optional.of("a target that is no path");
		}
		if (!METHODS.contains(message.method())) {
			return Optional.of("a method of its own");
		}
		if (has(message, "Range") && has(message, "Accept-Encoding")) {
			return Optional.of("a part of coded content, which clients would decode");
		}
		return further(step, STEP).or(() -> further(message, MESSAGE))
			.or(() -> connectionField(message))
			.or(() -> content(message));
	}

	/** The name of a member that says something and is none of these. */
	private static Optional<String> further(Object value, Set<String> members) {
		JsonNode node = JSON.valueToTree(value);
		return node.properties()
			.stream()
			.filter((member) -> !members.contains(member.getKey()))
			.filter((member) -> !member.getValue().isNull() && !member.getValue().equals(BooleanNode.FALSE))
			.map((member) -> WORDS.getOrDefault(member.getKey(), member.getKey()))
			.findFirst();
	}

	private static Optional<String> connectionField(Message message) {
		for (String line : message.fields()) {
			String name = name(line);
			if (CONNECTION_FIELDS.contains(name.toLowerCase(Locale.ROOT)) || CLIENT_DIGEST.matcher(line).matches()) {
				return Optional.of("a field " + name + " of its own");
			}
		}
		return Optional.empty();
	}

	private static Optional<String> content(Message message) {
		String content = message.content();
		if (content == null || content.isEmpty()) {
			return Optional.empty();
		}
		if (NO_CONTENT.matcher(content).matches()) {
			return Optional.of("content that the format does not keep");
		}
		return has(message, "Content-Type") ? Optional.empty() : Optional.of("content without a Content-Type");
	}

	private Optional<String> earlierHindrance(Message message) {
		List<String> texts = new ArrayList<>(message.fields());
		texts.add(String.valueOf(message.target()));
		texts.add(String.valueOf(message.content()));
		boolean unknown = texts.stream().anyMatch((text) -> !this.known.containsAll(Variables.namesIn(text)));
		return (unknown || this.changeLeftOut) ? Optional.of("builds on a step that is left out") : Optional.empty();
	}

	/** Whether what is there may be another thing after it. */
	private static boolean mayChange(Step step) {
		Integer status = step.expect().status();
		boolean done = status == null || status / 100 == 2 || status / 100 == 3;
		return further(step, STEP).isPresent() || (done && !SAFE.contains(step.send().method()));
	}

	/** Whether a message has a field. */
	static boolean has(Message message, String field) {
		return message.fields().stream().anyMatch((line) -> field.equalsIgnoreCase(name(line)));
	}

	private static String name(String line) {
		return line.substring(0, line.indexOf(':')).strip();
	}

}
