package dev.statuslab.server.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.core.io.Resource;

/**
 * What the files under {@code resources/openapi} say: of each operation, by its id; of
 * the members of schemas; and what holds for every operation. What several files say of
 * one thing is joined.
 *
 * @param operations descriptions by operation id; one that no controller has names its
 * {@code path} as well
 * @param schemas descriptions of members, by schema and member
 * @param common parameters and responses that several operations have in common: every
 * one ({@code all}), those that take content ({@code content}), and those that name the
 * group ({@code with})
 * @param fields what a member of this name means wherever no schema says more
 * @param tags descriptions of the groups of operations, in order, by name
 */
record Descriptions(Map<String, Object> operations, Map<String, Object> schemas, Map<String, Object> common,
		Map<String, Object> tags, Map<String, Object> fields) {

	private static final String SCHEMAS = "schemas";

	private static final String COMMON = "common";

	private static final String TAGS = "tags";

	private static final String FIELDS = "fields";

	static Descriptions read(Resource... files) {
		Map<String, Object> operations = new LinkedHashMap<>();
		Map<String, Object> schemas = new LinkedHashMap<>();
		Map<String, Object> common = new LinkedHashMap<>();
		Map<String, Object> tags = new LinkedHashMap<>();
		Map<String, Object> fields = new LinkedHashMap<>();
		LoaderOptions options = new LoaderOptions();
		// the limit is for files of strangers
		options.setMaxAliasesForCollections(Integer.MAX_VALUE);
		Yaml yaml = new Yaml(new SafeConstructor(options));
		for (Resource file : files) {
			try (InputStream in = file.getInputStream()) {
				join(operations, yaml.load(in));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			join(schemas, operations.remove(SCHEMAS));
			join(common, operations.remove(COMMON));
			join(tags, operations.remove(TAGS));
			join(fields, operations.remove(FIELDS));
		}
		return new Descriptions(operations, schemas, common, tags, fields);
	}

	/** Adds members; where both have a map of a name, those are joined. */
	private static void join(Map<String, Object> into, @Nullable Object node) {
		map(node).forEach((name, value) -> {
			if (into.get(name) instanceof Map<?, ?> present && value instanceof Map<?, ?>) {
				Map<String, Object> joined = map(present);
				join(joined, value);
				into.put(name, joined);
			}
			else {
				into.put(name, value);
			}
		});
	}

	/**
	 * A node of the files as a map.
	 * @param node a map, or nothing
	 * @return its members by name, in order
	 */
	static Map<String, Object> map(@Nullable Object node) {
		Map<String, Object> map = new LinkedHashMap<>();
		if (node instanceof Map<?, ?> members) {
			members.forEach((name, value) -> map.put(String.valueOf(name), value));
		}
		return map;
	}

}
