package dev.statuslab.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Reads the catalogue's files, and refuses a broken one by naming the file, the entry and
 * the field.
 */
class CatalogReader {

	private static final List<String> FILES = List.of("1xx", "2xx", "3xx", "4xx", "5xx", "unofficial");

	private final JsonMapper json = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Reads the catalogue from the class path.
	 * @return the catalogue
	 * @throws InvalidCatalogException if a file is broken
	 */
	Catalog read() {
		List<StatusClass> classes = entries(new ClassPathResource("catalog/classes.json"), "classes",
				StatusClass.class);
		List<StatusCode> codes = new ArrayList<>();
		for (String name : FILES) {
			codes.addAll(codes(new ClassPathResource("catalog/" + name + ".json")));
		}
		Set<Integer> known = codes.stream().map(StatusCode::code).collect(Collectors.toCollection(HashSet::new));
		for (StatusCode code : codes) {
			code.confusedWith().forEach((other) -> {
				if (other.code() == code.code() || !known.contains(other.code())) {
					throw new InvalidCatalogException("catalog", String.valueOf(code.code()), "confusedWith",
							"names " + other.code() + ", which is not another entry");
				}
			});
		}
		return new Catalog(classes, codes);
	}

	List<StatusCode> codes(Resource file) {
		List<StatusCode> codes = entries(file, "codes", StatusCode.class);
		for (int i = 1; i < codes.size(); i++) {
			if (codes.get(i).code() <= codes.get(i - 1).code()) {
				throw new InvalidCatalogException(name(file), String.valueOf(codes.get(i).code()), "code",
						"stands twice, or out of order");
			}
		}
		return codes;
	}

	private <T> List<T> entries(Resource file, String member, Class<T> type) {
		JsonNode root;
		try (InputStream in = file.getInputStream()) {
			root = this.json.readTree(in);
		}
		catch (IOException | JacksonException ex) {
			throw new InvalidCatalogException(name(file), "", member, "can't be read: " + ex.getMessage());
		}
		List<T> entries = new ArrayList<>();
		for (JsonNode node : root.path(member)) {
			String entry = node.path("code").asString(node.path("class").asString("without code"));
			try {
				entries.add(this.json.treeToValue(node, type));
			}
			catch (DatabindException ex) {
				throw new InvalidCatalogException(name(file), entry, field(ex), fault(ex));
			}
		}
		if (entries.isEmpty()) {
			throw new InvalidCatalogException(name(file), "", member, "has no entries");
		}
		return entries;
	}

	private static String name(Resource file) {
		return "catalog/" + file.getFilename();
	}

	private static String field(DatabindException exception) {
		StringBuilder field = new StringBuilder();
		for (JacksonException.Reference step : exception.getPath()) {
			String name = step.getPropertyName();
			field.append((name != null) ? "." + name : "[" + step.getIndex() + "]");
		}
		InvalidEntryException cause = invalid(exception);
		if (cause != null) {
			field.append('.').append(cause.field());
		}
		return field.isEmpty() ? "entry" : field.substring((field.charAt(0) == '.') ? 1 : 0);
	}

	private static String fault(DatabindException exception) {
		InvalidEntryException cause = invalid(exception);
		return (cause != null) ? String.valueOf(cause.getMessage()) : exception.getOriginalMessage();
	}

	private static @Nullable InvalidEntryException invalid(DatabindException exception) {
		return (exception.getCause() instanceof InvalidEntryException cause) ? cause : null;
	}

}
