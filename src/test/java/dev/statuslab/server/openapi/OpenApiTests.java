package dev.statuslab.server.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document says of every operation all that a reader needs. */
@LiveServer
class OpenApiTests {

	private final Wire wire;

	private final JsonNode document;

	OpenApiTests(@Autowired Wire wire) {
		this.wire = wire;
		this.document = wire.get("/v3/api-docs").json();
	}

	@Test
	void theDocumentIsKeptForTheLinter() throws IOException {
		Files.write(Path.of("target", "openapi.json"), this.wire.get("/v3/api-docs").content());
		assertThat(this.document.get("openapi").asString()).startsWith("3.1");
		assertThat(this.document.get("servers").get(0).get("url").asString()).isEqualTo("/");
	}

	@Test
	void everyOperationIsDescribed() {
		List<String> faults = new ArrayList<>();
		forEachOperation((name, operation) -> {
			for (String member : List.of("operationId", "summary", "description", "tags")) {
				if (operation.path(member).isMissingNode()
						|| operation.path(member).isEmpty() && operation.path(member).asString("").isBlank()) {
					faults.add(name + " has no " + member);
				}
			}
			operation.path("parameters").forEach((member) -> {
				JsonNode parameter = resolve(member);
				if (parameter.path("description").asString("").isBlank() || parameter.path("example").isMissingNode()) {
					faults.add(name + ": the parameter " + parameter.path("name") + " is not described");
				}
			});
			JsonNode request = operation.path("requestBody").path("content");
			request.propertyStream()
				.filter((media) -> examples(media.getValue()).isEmpty())
				.forEach((media) -> faults.add(name + ": the request has no example as " + media.getKey()));
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void everyResponseIsDescribedAndHasAnExample() {
		List<String> faults = new ArrayList<>();
		forEachOperation((name, operation) -> {
			if (operation.path("responses").size() < 3) {
				faults.add(name + " tells hardly any responses");
			}
			operation.path("responses").propertyStream().forEach((member) -> {
				String where = name + " " + member.getKey();
				JsonNode response = resolve(member.getValue());
				if (response.path("description").asString("").isBlank()) {
					faults.add(where + " is not described");
				}
				response.path("content").propertyStream().forEach((media) -> {
					if (examples(media.getValue()).isEmpty() || media.getValue().path("schema").isMissingNode()) {
						faults.add(where + " has no example or no schema as " + media.getKey());
					}
				});
				// of a class of codes, as 4XX, the first digit counts; one that was asked
				// for is no problem by itself
				String status = member.getKey().replace("XX", "");
				List<JsonNode> problems = examples(response.path("content").path("application/problem+json"));
				boolean asked = response.at("/headers/Statuslab/example").asString("").equals("forced");
				boolean expected = status.charAt(0) >= '4' && !(asked && problems.isEmpty());
				if (expected && (problems.isEmpty() || !problems.stream()
					.allMatch((problem) -> problem.path("status").asString("").startsWith(status)))) {
					faults.add(where + " shows no problem or another: " + problems);
				}
			});
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void everyMemberOfAnAnswerIsDescribed() {
		List<String> faults = new ArrayList<>();
		this.document.get("components")
			.get("schemas")
			.propertyStream()
			.forEach((schema) -> members(schema.getKey(), schema.getValue(), faults));
		forEachOperation((name, operation) -> operation.path("responses")
			.propertyStream()
			.forEach((response) -> resolve(response.getValue()).path("content")
				.forEach((media) -> members(name + " " + response.getKey(), media.path("schema"), faults))));
		assertThat(faults).isEmpty();
	}

	private static void members(String where, JsonNode schema, List<String> faults) {
		schema.path("properties").propertyStream().forEach((member) -> {
			if (member.getValue().path("description").asString("").isBlank()) {
				faults.add(where + ": " + member.getKey() + " is not described");
			}
		});
	}

	/** The values of all examples, those that recipes have recorded and others. */
	private static List<JsonNode> examples(JsonNode media) {
		List<JsonNode> values = new ArrayList<>();
		media.path("examples").forEach((example) -> values.add(example.path("value")));
		if (media.has("example")) {
			values.add(media.get("example"));
		}
		return values;
	}

	/** What stands once for several operations is referred to. */
	private JsonNode resolve(JsonNode node) {
		return node.has("$ref") ? this.document.at(node.get("$ref").asString().substring(1)) : node;
	}

	private void forEachOperation(BiConsumer<String, JsonNode> check) {
		this.document.get("paths")
			.propertyStream()
			.forEach((path) -> path.getValue()
				.propertyStream()
				.forEach((operation) -> check.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
	}

}
