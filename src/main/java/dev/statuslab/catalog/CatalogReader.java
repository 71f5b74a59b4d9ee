package dev.statuslab.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.InvalidDataException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the catalogue's files, and refuses a broken one by naming the file, the entry and
 * the field.
 */
class CatalogReader {

	private static final String HEAD = "catalog.json";

	private static final String UNOFFICIAL = "unofficial.json";

	private static final List<String> FILES = List.of("1xx.json", "2xx.json", "3xx.json", "4xx.json", "5xx.json",
			UNOFFICIAL);

	private final DataFiles files;

	CatalogReader() {
		this(new DataFiles("catalog"));
	}

	CatalogReader(DataFiles files) {
		this.files = files;
	}

	/**
	 * Reads the whole catalogue.
	 * @return the catalogue
	 * @throws InvalidDataException if a file is broken
	 */
	Catalog read() {
		ObjectNode head = this.files.read(HEAD);
		List<StatusClass> classes = entries(HEAD, head, "classes", "class", StatusClass.class);
		head.remove("classes");
		Edition edition = this.files.bind(HEAD, null, head, Edition.class);
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
		ObjectNode root = this.files.read(file);
		List<StatusCode> codes = entries(file, root, "codes", "code", StatusCode.class);
		root.remove("codes");
		this.files.bind(file, null, root, Nothing.class);
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

	private <T> List<T> entries(String file, ObjectNode root, String member, String key, Class<T> type) {
		JsonNode list = root.path(member);
		if (!list.isArray() || list.isEmpty()) {
			throw this.files.fault(file, null, member, "is not a list of entries");
		}
		List<T> entries = new ArrayList<>();
		for (JsonNode node : list) {
			JsonNode name = node.path(key);
			entries.add(this.files.bind(file, name.isValueNode() ? name.asString() : "number " + (entries.size() + 1),
					node, type));
		}
		return entries;
	}

	private void check(boolean condition, String file, StatusCode code, String field, String fault) {
		if (!condition) {
			throw this.files.fault(file, String.valueOf(code.code()), field, fault);
		}
	}

	/** What stands in a file beside the entries. */
	private record Nothing() {
	}

}
