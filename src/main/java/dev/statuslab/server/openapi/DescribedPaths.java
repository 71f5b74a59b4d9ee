package dev.statuslab.server.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;

/**
 * The operations that no controller has. springdoc does not see them; their descriptions
 * name a {@code path}, its {@code methods}, a {@code summary} and a {@code tag}.
 *
 * @param operations descriptions by operation id
 */
record DescribedPaths(Map<String, Object> operations) {

	/**
	 * Adds them to those that springdoc has found. The methods of one path share an id.
	 * @param paths the paths of the document
	 */
	void addTo(Paths paths) {
		this.operations.forEach((id, node) -> {
			Map<String, Object> description = Descriptions.map(node);
			if (description.get("path") instanceof String path
					&& description.get("methods") instanceof List<?> methods) {
				PathItem item = paths.computeIfAbsent(path, (added) -> new PathItem());
				methods.forEach((method) -> item.operation(
						PathItem.HttpMethod.valueOf(String.valueOf(method).toUpperCase(Locale.ROOT)),
						new Operation().operationId(id)
							.summary(String.valueOf(description.get("summary")))
							.addTagsItem(String.valueOf(description.get("tag")))));
			}
		});
	}

}
