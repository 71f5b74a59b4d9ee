package dev.statuslab.recipe;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import dev.statuslab.data.Language;
import dev.statuslab.recipe.Run.StepRun;
import dev.statuslab.wire.WireHead;
import dev.statuslab.wire.WireResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes examples for the OpenAPI document of what recipes have sent and received, in the
 * form of the files under {@code resources/openapi}. Of each recipe the first step counts
 * that gets an operation to answer with a status.
 */
final class ExampleRecorder {

	/** Octets; what is longer does not explain, it fills. */
	private static final int LONGEST = 1024;

	private static final int LONGEST_LINE = 120;

	private static final JsonMapper JSON = new JsonMapper();

	private final OperationFinder operations;

	private final String host;

	private final ObjectNode examples = JSON.createObjectNode();

	private final Set<String> undocumented = new TreeSet<>();

	ExampleRecorder(JsonNode document, String host) {
		this.operations = new OperationFinder(document);
		this.host = host;
	}

	/** The examples, ready to be written. */
	ObjectNode examples() {
		return this.examples;
	}

	/** Answers that the document does not tell of. */
	Set<String> undocumented() {
		return this.undocumented;
	}

	void add(Run run) {
		Set<String> seen = new TreeSet<>();
		UnaryOperator<String> readable = (text) -> text.replace(this.host, "localhost:8080")
			.replaceAll("127\\.0\\.0\\.1:[0-9]+", "localhost:8081")
			.replaceAll(run.id() + "[ab]", "example");
		add(run.recipe().id(), run.earns(), readable, seen);
		add(run.recipe().id() + "-twin", run.twin(), readable, seen);
	}

	private void add(String name, List<StepRun> runs, UnaryOperator<String> readable, Set<String> seen) {
		Variables variables = new Variables("localhost:8080", "", "example");
		for (StepRun run : runs) {
			add(name, run, StepRequest.of(run.step().send(), variables), readable, seen);
			if (run.response() != null) {
				run.step().capture().forEach((variable, capture) -> {
					String captured = capture.of(captured(capture, run.response()));
					if (captured != null && !captured.isEmpty()) {
						variables.set(variable, readable.apply(captured));
					}
				});
			}
		}
	}

	private static String captured(Capture capture, WireResponse response) {
		return (capture.field() != null) ? String.join(", ", response.values(capture.field()))
				: Checker.json(response.content().text()).at(capture.json()).asString("");
	}

	private void add(String name, StepRun run, Optional<StepRequest> sent, UnaryOperator<String> readable,
			Set<String> seen) {
		WireResponse response = run.response();
		// another listener's answers are not those of an operation
		if (run.step().listener() != null || sent.isEmpty() || response == null || response.head() == null
				|| !response.complete()) {
			return;
		}
		StepRequest request = sent.get();
		this.operations.find(request).ifPresent((operation) -> {
			Step step = new Step(name, run, request, operation, readable);
			response.interim().forEach((head) -> respond(step, head, null, seen));
			boolean fresh = respond(step, response.head(), response, seen);
			if (fresh && response.code() < 400) {
				request(step);
			}
		});
	}

	/** The content of a request that was taken. */
	private void request(Step step) {
		JsonNode value = value(step, step.request.type(), step.request.content());
		if (value != null && !step.request.type().isEmpty()) {
			ObjectNode examples = this.examples.withObject(step.id())
				.withObject("request")
				.withObject(step.request.type())
				.withObject("examples");
			String name = step.name;
			for (int i = 2; examples.has(name); i++) {
				name = step.name + "-" + i;
			}
			examples.set(name, example(step, value));
		}
	}

	/** Adds a response; false if the recipe has given one of its kind before. */
	private boolean respond(Step step, WireHead head, WireResponse response, Set<String> seen) {
		JsonNode documented = this.operations.response(step.operation, head.code());
		String type = head.values("Content-Type").stream().findFirst().map(StepRequest::mediaType).orElse("");
		if (documented.isMissingNode()) {
			this.undocumented.add(step.id() + " " + head.code() + ", by " + step.name);
			return false;
		}
		if (!seen.add(step.id() + head.code() + type)) {
			return false;
		}
		ObjectNode fields = JSON.createObjectNode();
		documented.path("headers").propertyNames().forEach((name) -> {
			if (!head.values(name).isEmpty()) {
				fields.set(name, scalar(step.readable.apply(String.join(", ", head.values(name)))));
			}
		});
		boolean plain = response != null && !type.isEmpty() && head.values("Content-Encoding").isEmpty();
		JsonNode value = plain ? value(step, type, text(response)) : null;
		if (!fields.isEmpty() || value != null) {
			ObjectNode node = node(step, head.code());
			fields.forEachEntry((name, field) -> node.withObject("headers")
				.withObject(name)
				.withObject("examples")
				.withObject(step.name)
				.set("value", field));
			if (value != null) {
				node.withObject("content").withObject(type).withObject("examples").set(step.name, example(step, value));
			}
		}
		return true;
	}

	/** Where a response is told of: with its operation, or with those that share it. */
	private ObjectNode node(Step step, int status) {
		ObjectNode owner = this.operations.group(step.operation, status)
			.map((group) -> this.examples.withObject("common").withObject(group))
			.orElseGet(() -> this.examples.withObject(step.id()));
		return owner.withObject("responses").withObject(String.valueOf(status));
	}

	private static JsonNode scalar(String value) {
		return value.matches("0|[1-9][0-9]{0,8}") ? JsonNodeFactory.instance.numberNode(Integer.parseInt(value))
				: JsonNodeFactory.instance.stringNode(value);
	}

	private static ObjectNode example(Step step, JsonNode value) {
		ObjectNode example = JSON.createObjectNode();
		example.put("summary", step.run.step().does().in(Language.EN));
		StringBuilder asked = new StringBuilder(
				"`" + step.request.method() + " " + shortened(step.request.target()) + "`");
		step.request.fields().forEach((line) -> asked.append(", `").append(shortened(line)).append('`'));
		example.put("description", step.readable.apply(asked.toString()));
		example.set("value", value);
		return example;
	}

	private static String shortened(String line) {
		return (line.length() > LONGEST_LINE) ? line.substring(0, LONGEST_LINE) + "…" : line;
	}

	/** Content as a value; null if it shows nothing. */
	private static JsonNode value(Step step, String type, String content) {
		String text = (content != null) ? step.readable.apply(content) : "";
		if (text.isEmpty() || text.length() > LONGEST) {
			return null;
		}
		try {
			return type.endsWith("json") ? JSON.readTree(text) : JsonNodeFactory.instance.stringNode(text);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static String text(WireResponse response) {
		try {
			byte[] octets = response.content().toByteArray();
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/** A step that asked for an operation. */
	private final class Step {

		private final String name;

		private final StepRun run;

		private final StepRequest request;

		private final JsonNode operation;

		private final UnaryOperator<String> readable;

		Step(String name, StepRun run, StepRequest request, JsonNode operation, UnaryOperator<String> readable) {
			this.name = name;
			this.run = run;
			this.request = request;
			this.operation = operation;
			this.readable = readable;
		}

		String id() {
			return ExampleRecorder.this.operations.id(this.operation, this.request.method());
		}

	}

}
