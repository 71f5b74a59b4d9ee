package dev.statuslab.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The catalogue's files keep to the published schema, and the schema lets no fault by.
 */
class CatalogFilesTests {

	private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private static final Schema SCHEMA = SCHEMAS.getSchema(file("schema/status-code"));

	@Test
	void theSchemaIsOneItself() {
		assertThat(SCHEMAS.getSchema(SchemaLocation.of(META_SCHEMA)).validate(file("schema/status-code"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1xx", "2xx", "3xx", "4xx", "5xx", "unofficial" })
	void aFileKeepsToTheSchema(String name) {
		assertThat(faults(file(name))).isEmpty();
	}

	static Stream<Arguments> mutations() {
		return Stream.of(mutation("a missing Korean text", "/summary", "4xx", 404, (entry) -> text(entry).remove("ko")),
				mutation("a missing English text", "/summary", "4xx", 404, (entry) -> text(entry).remove("en")),
				mutation("an empty text", "/summary/en", "4xx", 404, (entry) -> text(entry).put("en", "")),
				mutation("a blank text", "/summary/ko", "4xx", 404, (entry) -> text(entry).put("ko", " ")),
				mutation("a text that ends in a space", "/summary/en", "4xx", 404,
						(entry) -> text(entry).put("en", "Nothing here. ")),
				mutation("English where Korean belongs", "/summary/ko", "4xx", 404,
						(entry) -> text(entry).put("ko", "Nothing here.")),
				mutation("Korean where English belongs", "/summary/en", "4xx", 404,
						(entry) -> text(entry).put("en", "Nothing 없음.")),
				mutation("a third language", "/summary", "4xx", 404, (entry) -> text(entry).put("de", "Nichts.")),
				mutation("a summary of a page", "/summary/en", "4xx", 404,
						(entry) -> text(entry).put("en", "x".repeat(121))),
				mutation("an unknown field", "", "4xx", 404, (entry) -> entry.put("colour", "red")),
				mutation("a missing field", "", "4xx", 404, (entry) -> entry.remove("clientAdvice")),
				mutation("a wrong class", "/class", "4xx", 404, (entry) -> entry.put("class", "6xx")),
				mutation("another code's class", "/code", "4xx", 404, (entry) -> entry.put("class", "5xx")),
				mutation("a wrong registration", "/registration", "4xx", 404,
						(entry) -> entry.put("registration", "official")),
				mutation("a wrong kind of content", "/content", "4xx", 404,
						(entry) -> entry.put("content", "optional")),
				mutation("a wrong verdict", "/retry/verdict", "4xx", 404,
						(entry) -> ((ObjectNode) entry.get("retry")).put("verdict", "maybe")),
				mutation("a code in quotes", "/code", "4xx", 404, (entry) -> entry.put("code", "404")),
				mutation("a code of four digits", "/code", "4xx", 404, (entry) -> entry.put("code", 4040)),
				mutation("a registered code without specification", "", "4xx", 404, (entry) -> entry.remove("spec")),
				mutation("a specification over plain http", "/spec/url", "4xx", 404,
						(entry) -> ((ObjectNode) entry.get("spec")).put("url", "http://example.org")),
				mutation("a popular phrase of a registered code", "/popularPhrase", "4xx", 404,
						(entry) -> entry.put("popularPhrase", "Gone Fishing")),
				mutation("an expiry of a permanent registration", "/expires", "4xx", 404,
						(entry) -> entry.put("expires", "2030-01-01")),
				mutation("a temporary registration without expiry", "", "1xx", 104, (entry) -> entry.remove("expires")),
				mutation("a redirect outside 3xx", "/redirect", "4xx", 404,
						(entry) -> entry.set("redirect", entry(file("3xx"), 301).get("redirect"))),
				mutation("a wrong permanence", "/redirect/permanence", "3xx", 301,
						(entry) -> ((ObjectNode) entry.get("redirect")).put("permanence", "eternal")),
				mutation("an unofficial code without uses", "", "unofficial", 499, (entry) -> entry.remove("uses")),
				mutation("an empty list of uses", "/uses", "unofficial", 499, (entry) -> entry.putArray("uses")),
				mutation("treatAs of a valid code", "/treatAs", "4xx", 404, (entry) -> entry.put("treatAs", 500)),
				mutation("an invalid code without treatAs", "", "unofficial", 999, (entry) -> entry.remove("treatAs")),
				mutation("an invalid code treated as success", "/treatAs", "unofficial", 999,
						(entry) -> entry.put("treatAs", 200)),
				mutation("a valid code called invalid", "/code", "unofficial", 599,
						(entry) -> entry.put("class", "invalid").put("treatAs", 500)),
				mutation("a field with a colon", "/fields/request/0/name", "4xx", 401,
						(entry) -> ((ObjectNode) entry.at("/fields/request/0")).put("name", "Authorization: Basic")),
				mutation("a constant of an unknown language", "/constants", "4xx", 404,
						(entry) -> ((ObjectNode) entry.get("constants")).put("cobol", "NOT-FOUND")),
				mutation("no neighbours", "/confusedWith", "4xx", 404, (entry) -> entry.putArray("confusedWith")),
				mutation("a demo that is elsewhere", "/live", "4xx", 404, (entry) -> entry.put("live", "/codes/404")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("mutations")
	void aBrokenCopyFailsThere(String name, String where, String file, int code, Consumer<ObjectNode> mutation) {
		ObjectNode root = file(file);
		String entry = "/codes/" + index(root, code);
		mutation.accept(entry(root, code));
		assertThat(faults(root)).extracting((fault) -> fault.getInstanceLocation().toString())
			.isNotEmpty()
			.allSatisfy((location) -> assertThat(location).startsWith(entry))
			.anySatisfy((location) -> assertThat(location).isEqualTo(entry + where));
	}

	@Test
	void aFileWithoutEntriesFails() {
		ObjectNode root = file("4xx");
		((ArrayNode) root.get("codes")).removeAll();
		assertThat(faults(root)).isNotEmpty();
		assertThat(faults(root.removeAll())).isNotEmpty();
	}

	@Test
	void everyPropertyIsExplained() {
		assertExplained("", file("schema/status-code"));
	}

	private static void assertExplained(String path, JsonNode schema) {
		for (String container : List.of("properties", "$defs")) {
			schema.path(container).propertyStream().forEach((property) -> {
				String name = path + "/" + property.getKey();
				JsonNode explained = property.getValue();
				if (explained.size() == 1 && explained.has("$ref")) {
					explained = SCHEMA.getSchemaNode().at(explained.get("$ref").asString().substring(1));
				}
				if (!explained.has("maxLength")) {
					assertThat(explained.path("title").asString("")).as(name).isNotBlank();
					assertThat(explained.path("description").asString("")).as(name).isNotBlank();
				}
				assertExplained(name, property.getValue());
			});
		}
	}

	private static Arguments mutation(String name, String where, String file, int code, Consumer<ObjectNode> mutation) {
		return Arguments.of(name, where, file, code, mutation);
	}

	private static List<Error> faults(JsonNode file) {
		return SCHEMA.validate(file,
				(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
	}

	private static ObjectNode text(ObjectNode entry) {
		return (ObjectNode) entry.get("summary");
	}

	private static ObjectNode entry(ObjectNode file, int code) {
		return (ObjectNode) file.get("codes").get(index(file, code));
	}

	private static int index(ObjectNode file, int code) {
		for (int i = 0; i < file.get("codes").size(); i++) {
			if (file.at("/codes/" + i + "/code").asInt(0) == code) {
				return i;
			}
		}
		throw new IllegalArgumentException("no entry " + code);
	}

	private static ObjectNode file(String name) {
		try (InputStream in = new ClassPathResource("catalog/" + name + ".json").getInputStream()) {
			return (ObjectNode) new JsonMapper().readTree(in);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
