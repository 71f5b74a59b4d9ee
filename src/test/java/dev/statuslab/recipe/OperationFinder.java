package dev.statuslab.recipe;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** Finds the demo's operation in the OpenAPI document that a request asks for. */
record OperationFinder(JsonNode document) {

	Optional<JsonNode> find(StepRequest request) {
		return this.document.get("paths")
			.propertyStream()
			.filter((path) -> path.getKey().startsWith("/demo/"))
			.filter((path) -> Pattern.matches(path.getKey().replaceAll("\\{[^}]*}", "[^/]+"), request.path()))
			// a name that is written out is nearer than a variable
			.min(Comparator.comparingInt((path) -> path.getKey().split("\\{").length))
			.map(Map.Entry::getValue)
			.map((item) -> item.path(request.method().toLowerCase(Locale.ROOT)))
			.filter(JsonNode::isObject);
	}

	/**
	 * The name that the described operation has: a handler's further methods share it.
	 */
	String id(JsonNode operation, String method) {
		String id = operation.get("operationId").asString();
		String shared = id.replaceFirst("(?i)" + method + "$", "");
		return this.document.get("paths").findValuesAsString("operationId").contains(shared) ? shared : id;
	}

	/** The response that stands in the document for a status, or nothing. */
	JsonNode response(JsonNode operation, int status) {
		JsonNode response = operation.path("responses").path(String.valueOf(status));
		return response.has("$ref") ? this.document.at(response.get("$ref").asString().substring(1)) : response;
	}

	/**
	 * The group of common responses that one is taken from; nothing for one of its own.
	 */
	Optional<String> group(JsonNode operation, int status) {
		JsonNode reference = operation.path("responses").path(String.valueOf(status)).path("$ref");
		return Optional.ofNullable(reference.asString(null)).map((text) -> text.replaceFirst(".*/(.*)...$", "$1"));
	}

}
