package dev.statuslab.server.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/**
 * Joins one operation, as springdoc has read it off a controller, with what the files say
 * of it.
 */
final class DescribedOperation {

	private static final String PROBLEM_JSON = "application/problem+json";

	private final String path;

	private final Operation operation;

	private final Map<String, Object> description;

	private final Map<String, Object> fields;

	DescribedOperation(String path, Operation operation, Map<String, Object> description, Map<String, Object> fields) {
		this.path = path;
		this.operation = operation;
		this.description = description;
		this.fields = fields;
	}

	void join(Map<String, Object> common) {
		if (this.description.get("description") instanceof String text) {
			this.operation.setDescription(text.strip());
		}
		Descriptions.map(this.description.get("parameters"))
			.forEach((name, node) -> parameter(name, Descriptions.map(node)));
		Descriptions.map(this.description.get("request"))
			.forEach((type, node) -> request(type, Descriptions.map(node)));
		if (this.description.get("security") instanceof List<?> schemes) {
			schemes.forEach((scheme) -> this.operation
				.addSecurityItem(new SecurityRequirement().addList(String.valueOf(scheme))));
		}
		responses(common);
	}

	private void parameter(String name, Map<String, Object> node) {
		List<Parameter> all = new ArrayList<>(
				Objects.requireNonNullElse(this.operation.getParameters(), List.<Parameter>of()));
		Parameter parameter = all.stream()
			.filter((candidate) -> name.equalsIgnoreCase(candidate.getName()))
			.findFirst()
			.orElseGet(() -> {
				Parameter added = new Parameter().name(name).in(place(name)).schema(new StringSchema());
				all.add(added);
				return added;
			});
		parameter.description(text(node)).example(node.get("example"));
		if (!(node.get("example") instanceof String)) {
			parameter.schema(ExampleSchema.of(node.get("example"), Map.of()));
		}
		if (node.get("schema") instanceof Map<?, ?> schema) {
			parameter.schema(schema(Descriptions.map(schema)));
		}
		if ("path".equals(parameter.getIn())) {
			parameter.required(true);
		}
		this.operation.setParameters(all);
	}

	private String place(String name) {
		if (this.path.contains("{" + name + "}")) {
			return "path";
		}
		return Character.isUpperCase(name.charAt(0)) ? "header" : "query";
	}

	private void request(String type, Map<String, Object> node) {
		RequestBody body = Objects.requireNonNullElseGet(this.operation.getRequestBody(), RequestBody::new);
		Content content = Objects.requireNonNullElseGet(body.getContent(), Content::new);
		MediaType found = Objects.requireNonNullElseGet(content.get(type), MediaType::new);
		MediaType media = new MediaType().schema(schema(type, node, found.getSchema()));
		content.remove("*/*");
		content.addMediaType(type, example(media, node));
		this.operation.setRequestBody(body.content(content));
	}

	private void responses(Map<String, Object> common) {
		ApiResponses found = Objects.requireNonNullElseGet(this.operation.getResponses(), ApiResponses::new);
		ApiResponses all = new ApiResponses();
		Map<String, Object> described = new LinkedHashMap<>(Descriptions.map(this.description.get("responses")));
		Descriptions.map(common.get("all")).forEach(described::putIfAbsent);
		if (this.operation.getRequestBody() != null) {
			Descriptions.map(common.get("content")).forEach(described::putIfAbsent);
		}
		Schema<?> schema = found.values()
			.stream()
			.filter((response) -> response.getContent() != null)
			.flatMap((response) -> response.getContent().values().stream())
			.map(MediaType::getSchema)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		described.keySet()
			.stream()
			.sorted()
			.forEach((status) -> all.addApiResponse(status,
					response(status, Descriptions.map(described.get(status)), schema)));
		this.operation.setResponses(all);
	}

	private ApiResponse response(String status, Map<String, Object> node, @Nullable Schema<?> found) {
		ApiResponse response = new ApiResponse().description(text(node));
		Descriptions.map(node.get("headers")).forEach((name, header) -> {
			Map<String, Object> members = Descriptions.map(header);
			response.addHeaderObject(name,
					new Header().description(text(members))
						.schema((members.get("example") instanceof Integer) ? new IntegerSchema() : new StringSchema())
						.example(members.get("example")));
		});
		Content content = new Content();
		Descriptions.map(node.get("content")).forEach((type, media) -> {
			Map<String, Object> members = Descriptions.map(media);
			content.addMediaType(type, example(new MediaType().schema(schema(type, members, found)), members));
		});
		return content.isEmpty() ? response : response.content(content);
	}

	private Schema<?> schema(String type, Map<String, Object> media, @Nullable Schema<?> found) {
		if (PROBLEM_JSON.equals(type)) {
			return reference("Problem");
		}
		if (!type.endsWith("json")) {
			return new StringSchema();
		}
		boolean known = found != null && (found.get$ref() != null || found.getProperties() != null);
		return known ? Objects.requireNonNull(found) : ExampleSchema.of(media.get("example"), this.fields);
	}

	private static MediaType example(MediaType media, Map<String, Object> node) {
		if (node.containsKey("example")) {
			media.setExample(node.get("example"));
		}
		if (node.get("schema") instanceof String name) {
			media.setSchema(reference(name));
		}
		else if (node.get("schema") instanceof Map<?, ?> members) {
			media.setSchema(schema(Descriptions.map(members)));
		}
		return media;
	}

	private static Schema<?> reference(String name) {
		return new Schema<>().$ref("#/components/schemas/" + name);
	}

	private static Schema<?> schema(Map<String, Object> node) {
		return Json31.mapper().convertValue(node, JsonSchema.class);
	}

	private static String text(Map<String, Object> node) {
		return Objects.toString(node.get("description"), "").strip();
	}

}
