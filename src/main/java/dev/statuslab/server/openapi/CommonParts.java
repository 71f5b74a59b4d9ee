package dev.statuslab.server.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;

/**
 * Parameters and responses that several operations have in common. They stand once in the
 * document, and the operations refer to them.
 *
 * @param groups descriptions of {@code parameters} and {@code responses}, by the name of
 * their group
 */
record CommonParts(Map<String, Object> groups) {

	private static final String PARAMETERS = "parameters";

	private static final String RESPONSES = "responses";

	/**
	 * The groups of the files, and one by the id of each described path whose methods
	 * share their responses.
	 * @param descriptions what the files say
	 * @return the groups
	 */
	static CommonParts of(Descriptions descriptions) {
		Map<String, Object> groups = new LinkedHashMap<>(descriptions.common());
		descriptions.operations().forEach((id, node) -> {
			Map<String, Object> description = Descriptions.map(node);
			if (description.get("methods") instanceof List<?> methods && methods.size() > 1) {
				groups.put(id, Map.of(RESPONSES, Descriptions.map(description.get(RESPONSES))));
			}
		});
		return new CommonParts(groups);
	}

	/**
	 * Adds all of them to a document.
	 * @param components where they stand
	 * @param parts makes them
	 */
	void addTo(Components components, DescribedParts parts) {
		for (String group : this.groups.keySet()) {
			members(group, PARAMETERS).forEach((name, node) -> {
				Parameter parameter = new Parameter().name(name).in(place(name)).schema(new StringSchema());
				components.addParameters(name, parts.describe(parameter, Descriptions.map(node)));
			});
			members(group, RESPONSES).forEach((status, node) -> components.addResponses(group + status,
					parts.response(Descriptions.map(node), null)));
		}
	}

	/**
	 * Where a parameter stands whose name is not in the path.
	 * @param name the parameter's name
	 * @return the place: fields are written with a capital
	 */
	static String place(String name) {
		return Character.isUpperCase(name.charAt(0)) ? "header" : "query";
	}

	/**
	 * References to the parameters of some groups.
	 * @param names the groups
	 * @return the references, in order
	 */
	List<Parameter> parameters(List<String> names) {
		return names.stream()
			.flatMap((group) -> members(group, PARAMETERS).keySet().stream())
			.map((name) -> new Parameter().$ref("#/components/parameters/" + name))
			.toList();
	}

	/**
	 * References to the responses of some groups.
	 * @param names the groups; where two have a response, the first one's counts
	 * @return the references, by status
	 */
	Map<String, ApiResponse> responses(List<String> names) {
		Map<String, ApiResponse> responses = new LinkedHashMap<>();
		for (String group : names) {
			members(group, RESPONSES).keySet()
				.forEach((status) -> responses.putIfAbsent(status,
						new ApiResponse().$ref("#/components/responses/" + group + status)));
		}
		return responses;
	}

	private Map<String, Object> members(String group, String kind) {
		return Descriptions.map(Descriptions.map(this.groups.get(group)).get(kind));
	}

}
