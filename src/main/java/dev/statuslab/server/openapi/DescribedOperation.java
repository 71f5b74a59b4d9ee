package dev.statuslab.server.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;

/**
 * Joins one operation, as springdoc has read it off a controller or as it is described
 * without one, with what the files say of it.
 */
final class DescribedOperation {

	private final String path;

	private final String id;

	private final Operation operation;

	private final Map<String, Object> description;

	private final DescribedParts parts;

	DescribedOperation(String path, String id, Operation operation, Map<String, Object> description,
			DescribedParts parts) {
		this.path = path;
		this.id = id;
		this.operation = operation;
		this.description = description;
		this.parts = parts;
	}

	void join(CommonParts common) {
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
		common.parameters(groups()).forEach(this.operation::addParametersItem);
		responses(common);
	}

	/** The groups of common parts that this operation has, the most particular first. */
	private List<String> groups() {
		List<String> groups = new ArrayList<>(List.of(this.id));
		if (this.description.get("with") instanceof List<?> names) {
			names.forEach((name) -> groups.add(String.valueOf(name)));
		}
		groups.add("all");
		if (this.operation.getRequestBody() != null) {
			groups.add("content");
		}
		return groups;
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
		this.parts.describe(parameter, node);
		this.operation.setParameters(all);
	}

	private String place(String name) {
		return this.path.contains("{" + name + "}") ? "path" : CommonParts.place(name);
	}

	private void request(String type, Map<String, Object> node) {
		RequestBody body = Objects.requireNonNullElseGet(this.operation.getRequestBody(), RequestBody::new);
		Content content = Objects.requireNonNullElseGet(body.getContent(), Content::new);
		MediaType found = Objects.requireNonNullElseGet(content.get(type), MediaType::new);
		content.remove("*/*");
		content.addMediaType(type, this.parts.media(type, node, found.getSchema()));
		this.operation.setRequestBody(body.content(content));
	}

	private void responses(CommonParts common) {
		ApiResponses found = Objects.requireNonNullElseGet(this.operation.getResponses(), ApiResponses::new);
		Schema<?> schema = found.values()
			.stream()
			.filter((response) -> response.getContent() != null)
			.flatMap((response) -> response.getContent().values().stream())
			.map(MediaType::getSchema)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		Map<String, ApiResponse> described = new HashMap<>(common.responses(groups()));
		if (!common.groups().containsKey(this.id)) {
			Descriptions.map(this.description.get("responses"))
				.forEach((status, node) -> described.put(status, this.parts.response(Descriptions.map(node), schema)));
		}
		ApiResponses all = new ApiResponses();
		new TreeMap<>(described).forEach(all::addApiResponse);
		this.operation.setResponses(all);
	}

}
