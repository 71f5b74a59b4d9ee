package dev.statuslab.server.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** The schema of an answer of which only an example is known. */
final class ExampleSchema {

	private ExampleSchema() {
	}

	/**
	 * The schema that an example fits.
	 * @param example a JSON value
	 * @param fields descriptions of the members, by name, at any depth
	 * @return the schema
	 */
	static Schema<?> of(@Nullable Object example, Map<String, Object> fields) {
		Schema<?> schema = new JsonSchema();
		if (example instanceof Map<?, ?> members) {
			schema.addType("object");
			Descriptions.map(members).forEach((name, value) -> {
				Schema<?> member = of(value, fields);
				member.setDescription(Objects.toString(fields.get(name), null));
				schema.addProperty(name, member);
			});
		}
		else if (example instanceof List<?> elements) {
			schema.addType("array");
			schema.setItems(of(elements.isEmpty() ? null : elements.get(0), fields));
		}
		else if (example instanceof String) {
			schema.addType("string");
		}
		else if (example instanceof Boolean) {
			schema.addType("boolean");
		}
		else if (example instanceof Integer || example instanceof Long) {
			schema.addType("integer");
		}
		else if (example instanceof Number) {
			schema.addType("number");
		}
		return schema;
	}

}
