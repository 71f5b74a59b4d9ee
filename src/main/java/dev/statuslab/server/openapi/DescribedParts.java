package dev.statuslab.server.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parts of a document from the nodes of the files.
 *
 * @param fields what a member of this name means wherever no schema says more
 */
record DescribedParts(Map<String, Object> fields) {

	private static final String PROBLEM_JSON = "application/problem+json";

	/**
	 * Adds to a parameter what a node says of it.
	 * @param parameter the parameter, with its name and place
	 * @param node its description
	 * @return the parameter
	 */
	Parameter describe(Parameter parameter, Map<String, Object> node) {
		Object example = node.get("example");
		parameter.description(text(node)).example(example);
		if (example != null && !(example instanceof String)) {
			parameter.schema(ExampleSchema.of(List.of(example), Map.of()));
		}
		if (node.get("schema") instanceof Map<?, ?> schema) {
			parameter.schema(schema(Descriptions.map(schema)));
		}
		if ("path".equals(parameter.getIn())) {
			parameter.required(true);
		}
		return parameter;
	}

	/**
	 * Makes a response.
	 * @param node its description
	 * @param found the schema that springdoc has found for its content, if any
	 * @return the response
	 */
	ApiResponse response(Map<String, Object> node, @Nullable Schema<?> found) {
		ApiResponse response = new ApiResponse().description(text(node));
		Descriptions.map(node.get("headers")).forEach((name, header) -> {
			Map<String, Object> members = Descriptions.map(header);
			response.addHeaderObject(name,
					new Header().description(text(members))
						.schema(ExampleSchema.of(Examples.values(members), Map.of()))
						.example(Examples.unnamed(members))
						.examples(Examples.named(members)));
		});
		Content content = new Content();
		Descriptions.map(node.get("content"))
			.forEach((type, media) -> content.addMediaType(type, media(type, Descriptions.map(media), found)));
		return content.isEmpty() ? response : response.content(content);
	}

	/**
	 * Makes a content of a type.
	 * @param type the media type
	 * @param node its description
	 * @param found the schema that springdoc has found for it, if any
	 * @return the content
	 */
	MediaType media(String type, Map<String, Object> node, @Nullable Schema<?> found) {
		MediaType media = new MediaType().schema(schema(type, node, found));
		media.setExamples(Examples.named(node));
		if (Examples.unnamed(node) != null) {
			media.setExample(Examples.unnamed(node));
		}
		if (node.get("schema") instanceof String name) {
			media.setSchema(reference(name));
		}
		else if (node.get("schema") instanceof Map<?, ?> members) {
			media.setSchema(schema(Descriptions.map(members)));
		}
		return media;
	}

	private Schema<?> schema(String type, Map<String, Object> media, @Nullable Schema<?> found) {
		if (PROBLEM_JSON.equals(type)) {
			return reference("Problem");
		}
		if (!type.endsWith("json")) {
			return new StringSchema();
		}
		boolean known = found != null && (found.get$ref() != null || found.getProperties() != null);
		return known ? Objects.requireNonNull(found) : ExampleSchema.of(Examples.values(media), this.fields);
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
