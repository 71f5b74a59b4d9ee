package dev.statuslab.server.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;

/** The schema of an answer of which only examples are known. */
final class ExampleSchema {

	private ExampleSchema() {
	}

	/**
	 * The schema that all examples fit.
	 * @param examples JSON values
	 * @param fields descriptions of the members, by name, at any depth
	 * @return the schema
	 */
	static Schema<?> of(List<?> examples, Map<String, Object> fields) {
		Schema<?> schema = new JsonSchema();
		Map<String, List<Object>> members = new LinkedHashMap<>();
		List<Object> elements = new ArrayList<>();
		for (Object example : examples) {
			if (example instanceof Map<?, ?>) {
				Descriptions.map(example)
					.forEach((name, value) -> members.computeIfAbsent(name, (added) -> new ArrayList<>()).add(value));
			}
			else if (example instanceof List<?> list) {
				elements.addAll(list);
			}
			if (example != null) {
				schema.addType(type(example));
			}
		}
		if (schema.getTypes() != null && examples.stream().anyMatch(Objects::isNull)) {
			schema.addType("null");
		}
		members.forEach((name, values) -> {
			Schema<?> member = of(values, fields);
			member.setDescription(Objects.toString(fields.get(name), null));
			schema.addProperty(name, member);
		});
		if (examples.stream().anyMatch(List.class::isInstance)) {
			schema.setItems(of(elements, fields));
		}
		return schema;
	}

	private static String type(Object example) {
		if (example instanceof Map<?, ?>) {
			return "object";
		}
		if (example instanceof List<?>) {
			return "array";
		}
		if (example instanceof Boolean) {
			return "boolean";
		}
		if (example instanceof Number number) {
			return (number instanceof Integer || number instanceof Long) ? "integer" : "number";
		}
		return "string";
	}

}
