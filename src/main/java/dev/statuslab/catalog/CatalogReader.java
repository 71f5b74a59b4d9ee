package dev.statuslab.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Reads the catalogue's files, and refuses a broken one by naming the file, the entry and
 * the field.
 */
class CatalogReader {

	private static final String HEAD = "catalog.json";

	private static final String UNOFFICIAL = "unofficial.json";

	private static final List<String> FILES = List.of("1xx.json", "2xx.json", "3xx.json", "4xx.json", "5xx.json",
			UNOFFICIAL);

	private final JsonMapper json = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
				DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.withCoercionConfig(LogicalType.Textual,
				(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
		.changeDefaultNullHandling((handling) -> handling.withContentNulls(Nulls.FAIL))
		.build();

	private final Function<String, Resource> files;

	CatalogReader() {
		this((name) -> new ClassPathResource("catalog/" + name));
	}

	CatalogReader(Function<String, Resource> files) {
		this.files = files;
	}

	/**
	 * Reads the whole catalogue.
	 * @return the catalogue
	 * @throws InvalidCatalogException if a file is broken
	 */
	Catalog read() {
		ObjectNode head = root(HEAD);
		List<StatusClass> classes = entries(HEAD, head, "classes", "class", StatusClass.class);
		head.remove("classes");
		Edition edition = bind(HEAD, null, head, Edition.class);
		Map<Integer, String> places = new TreeMap<>();
		List<StatusCode> codes = new ArrayList<>();
		for (String file : FILES) {
			for (StatusCode code : codes(file)) {
				String place = places.putIfAbsent(code.code(), file);
				check(place == null, file, code, "code", "stands in catalog/" + place + " too");
				codes.add(code);
			}
		}
		for (StatusCode code : codes) {
			code.confusedWith()
				.forEach((other) -> check(other.code() != code.code() && places.containsKey(other.code()),
						places.get(code.code()), code, "confusedWith",
						"names " + other.code() + ", which is not another entry"));
		}
		return new Catalog(edition, classes, codes);
	}

	private List<StatusCode> codes(String file) {
		ObjectNode root = root(file);
		List<StatusCode> codes = entries(file, root, "codes", "code", StatusCode.class);
		root.remove("codes");
		bind(file, null, root, Nothing.class);
		int previous = 0;
		for (StatusCode code : codes) {
			check(code.code() > previous, file, code, "code", "stands twice, or out of order");
			boolean official = code.registration() != StatusCode.Registration.UNOFFICIAL;
			check(official != UNOFFICIAL.equals(file), file, code, "registration",
					"is " + code.registration() + ", which belongs into another file");
			check(!official || file.startsWith(code.statusClass()), file, code, "class",
					"is " + code.statusClass() + ", which belongs into another file");
			previous = code.code();
		}
		return codes;
	}

	private ObjectNode root(String file) {
		try (InputStream in = this.files.apply(file).getInputStream()) {
			if (this.json.readTree(in) instanceof ObjectNode root) {
				return root;
			}
			throw new InvalidCatalogException(file, null, null, "is not a JSON object");
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			throw new InvalidCatalogException(file, null, null, "is not valid JSON" + ((location != null)
					? ", line " + location.getLineNr() + ", column " + location.getColumnNr() : ""));
		}
		catch (IOException ex) {
			throw new InvalidCatalogException(file, null, null, "can't be read");
		}
	}

	private <T> List<T> entries(String file, ObjectNode root, String member, String key, Class<T> type) {
		JsonNode list = root.path(member);
		if (!list.isArray() || list.isEmpty()) {
			throw new InvalidCatalogException(file, null, member, "is not a list of entries");
		}
		List<T> entries = new ArrayList<>();
		for (JsonNode node : list) {
			JsonNode name = node.path(key);
			entries
				.add(bind(file, name.isValueNode() ? name.asString() : "number " + (entries.size() + 1), node, type));
		}
		return entries;
	}

	private <T> T bind(String file, @Nullable String entry, JsonNode node, Class<T> type) {
		if (!node.isObject()) {
			throw new InvalidCatalogException(file, entry, null, "is not an object");
		}
		try {
			return this.json.treeToValue(node, type);
		}
		catch (JacksonException ex) {
			ReadingFault fault = ReadingFault.of(ex, node);
			throw new InvalidCatalogException(file, entry, fault.field(), fault.words());
		}
	}

	private static void check(boolean condition, String file, StatusCode code, String field, String fault) {
		if (!condition) {
			throw new InvalidCatalogException(file, String.valueOf(code.code()), field, fault);
		}
	}

	/** What stands in a file beside the entries. */
	private record Nothing() {
	}

}
