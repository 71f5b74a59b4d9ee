package dev.statuslab.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.InvalidDataException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** A broken catalogue is refused at start, with file, entry and field. */
class CatalogReaderTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Test
	void theCatalogueIsRead() {
		Catalog catalog = new CatalogReader().read();
		assertThat(catalog.all()).hasSize(98);
		assertThat(catalog.classes()).extracting(StatusClass::id).containsExactly("1xx", "2xx", "3xx", "4xx", "5xx");
		assertThat(catalog.edition().version()).matches("20[0-9]{2}\\.[0-9]+\\.[0-9]+");
		assertThat(catalog.edition().registry()).isEqualTo(LocalDate.of(2025, 9, 15));
	}

	static Stream<Arguments> brokenEntries() {
		return Stream.of(broken(404, "summary.ko: is missing or empty", (entry) -> text(entry).remove("ko")),
				broken(404, "summary.en: is missing or empty", (entry) -> text(entry).put("en", " ")),
				broken(404, "summary.en: is not English", (entry) -> text(entry).put("en", "Nothing 없음.")),
				broken(404, "summary.ko: is not Korean", (entry) -> text(entry).put("ko", "Nothing here.")),
				broken(404, "summary.de: is unknown: known are en, ko", (entry) -> text(entry).put("de", "Nichts.")),
				broken(404, "summary.en: is not a text", (entry) -> text(entry).put("en", 5)),
				broken(404, "summary: is not an object", (entry) -> entry.put("summary", "Nothing here.")),
				broken(404, "summary: is missing", (entry) -> entry.remove("summary")),
				broken(404, "summary: is missing", (entry) -> entry.putNull("summary")),
				broken(404, "phrase: is missing or empty", (entry) -> entry.put("phrase", "")),
				broken(404, "phrase: is not a text", (entry) -> entry.put("phrase", true)),
				broken(404, "colour: is unknown: known are class, clientAdvice, code, ",
						(entry) -> entry.put("colour", "red")),
				broken(404, "code: is not a whole number", (entry) -> entry.put("code", "404")),
				broken(404.5, "code: is not a whole number", (entry) -> entry.put("code", 404.5)),
				broken("number 5", "code: is missing", (entry) -> entry.remove("code")),
				broken(404, "heuristicallyCacheable: is missing", (entry) -> entry.remove("heuristicallyCacheable")),
				broken(404, "heuristicallyCacheable: is not true or false",
						(entry) -> entry.put("heuristicallyCacheable", "true")),
				broken(404, "class: is 5xx, not 4xx", (entry) -> entry.put("class", "5xx")),
				broken(404, "class: is null, not 4xx", (entry) -> entry.remove("class")),
				broken(504, "class: is 5xx, which belongs into another file",
						(entry) -> entry.put("code", 504).put("class", "5xx")),
				broken(404, "registration: is not one of permanent, temporary, unused, obsoleted, unofficial",
						(entry) -> entry.put("registration", "official")),
				broken(404, "registration: is not one of permanent, ", (entry) -> entry.put("registration", 1)),
				broken(404, "registration: is unofficial, which belongs into another file",
						(entry) -> entry.put("registration", "unofficial").set("uses", JSON.readTree("""
								[{"vendor": "a", "phrase": "b", "meaning": {"en": "c", "ko": "다"}}]"""))),
				broken(404, "uses: is missing", (entry) -> entry.put("registration", "unofficial")),
				broken(404, "uses[0].meaning.ko: is missing or empty", (entry) -> entry.set("uses", JSON.readTree("""
						[{"vendor": "a", "phrase": "b", "meaning": {"en": "c"}}]"""))),
				broken(404, "uses[0]: is null", (entry) -> entry.putArray("uses").addNull()),
				broken(404, "content: is not one of never, allowed, expected",
						(entry) -> entry.put("content", "optional")),
				broken(404, "retry.verdict: is not one of never, as-is, after-delay, after-change",
						(entry) -> at(entry, "/retry").put("verdict", "maybe")),
				broken(404, "spec: is missing", (entry) -> entry.remove("spec")),
				broken(404, "spec.url: is missing or empty", (entry) -> at(entry, "/spec").remove("url")),
				broken(404, "expires: has no place here: only a temporary registration has it",
						(entry) -> entry.put("expires", "2030-01-01")),
				broken(404, "expires: is missing: a temporary registration has it",
						(entry) -> entry.put("registration", "temporary")),
				broken(404, "expires: is not a date such as 2026-11-13", (entry) -> entry.put("expires", "soon")),
				broken(404, "treatAs: has no place here: only a code outside 100 to 599 has it",
						(entry) -> entry.put("treatAs", 500)),
				broken(404, "redirect: has no place here: only a code of the class 3xx has it",
						(entry) -> entry.set("redirect", JSON.readTree("""
								{"permanence": "none", "method": "kept", "note": {"en": "c", "ko": "다"}}"""))),
				broken(404, "redirect.permanence: is \"eternal\", and not one of permanent, temporary, none",
						(entry) -> entry.set("redirect", JSON.readTree("""
								{"permanence": "eternal", "method": "kept", "note": {"en": "c", "ko": "다"}}"""))),
				broken(404, "fields.request: is not a list", (entry) -> at(entry, "/fields").put("request", "Host")),
				broken(404, "fields.response.required: is missing",
						(entry) -> at(entry, "/fields/response").remove("required")),
				broken(404, "fields.request[0].name: is missing or empty",
						(entry) -> ((ArrayNode) entry.at("/fields/request")).insertObject(0)),
				broken(404, "constants.spring: is not a text", (entry) -> at(entry, "/constants").put("spring", 404)),
				broken(404, "live: is not below /demo/", (entry) -> entry.put("live", "/codes/404")),
				broken(404, "confusedWith[0].difference: is missing",
						(entry) -> at(entry, "/confusedWith/0").remove("difference")),
				broken(404, "confusedWith: names 299, which is not another entry",
						(entry) -> at(entry, "/confusedWith/0").put("code", 299)),
				broken(404, "confusedWith: names 404, which is not another entry",
						(entry) -> at(entry, "/confusedWith/0").put("code", 404)),
				broken(403, "code: stands twice, or out of order", (entry) -> entry.put("code", 403)),
				broken(405, "code: stands twice, or out of order", (entry) -> entry.put("code", 405)));
	}

	@ParameterizedTest(name = "entry {0}, field {1}")
	@MethodSource("brokenEntries")
	void aBrokenEntryIsRefusedByName(String entry, String fault, Consumer<ObjectNode> mutation) {
		ObjectNode root = JSON.readValue(original("4xx.json"), ObjectNode.class);
		mutation.accept(at(root, "/codes/4"));
		assertRefused("4xx.json", root.toString(), "catalog/4xx.json, entry " + entry + ", field " + fault);
	}

	static Stream<Arguments> brokenFiles() {
		return Stream.of(Arguments.of("5xx.json", "", "catalog/5xx.json: is not a JSON object"),
				Arguments.of("5xx.json", "[]", "catalog/5xx.json: is not a JSON object"),
				Arguments.of("5xx.json", "{\n  \"codes\": [,]}",
						"catalog/5xx.json: is not valid JSON, line 2, column "),
				Arguments.of("5xx.json", original("5xx.json") + "}", "catalog/5xx.json: is not valid JSON, line "),
				Arguments.of("5xx.json", original("5xx.json").substring(0, 5000),
						"catalog/5xx.json: is not valid JSON, line "),
				Arguments.of("5xx.json", "{\"codes\": [{\"code\": 500, \"code\": 501}]}",
						"catalog/5xx.json: is not valid JSON, line 1"),
				Arguments.of("5xx.json", "{}", "catalog/5xx.json, field codes: is not a list of entries"),
				Arguments.of("5xx.json", "{\"codes\": []}", "catalog/5xx.json, field codes: is not a list of entries"),
				Arguments.of("5xx.json", "{\"codes\": {\"a\": {}}}",
						"catalog/5xx.json, field codes: is not a list of entries"),
				Arguments.of("5xx.json", "{\"codes\": [null]}", "catalog/5xx.json, entry number 1: is not an object"),
				Arguments.of("5xx.json", "{\"codes\": [500]}", "catalog/5xx.json, entry number 1: is not an object"),
				Arguments.of("5xx.json", original("5xx.json").replaceFirst("\\{", "{\"colour\": 1,"),
						"catalog/5xx.json, field colour: is unknown"),
				Arguments.of("unofficial.json",
						original("unofficial.json").replaceFirst("\"code\": 419", "\"code\": 404"),
						"catalog/unofficial.json, entry 404, field code: stands in catalog/4xx.json too"),
				Arguments.of("catalog.json", original("catalog.json").replaceFirst("\"version\": \"[^\"]*\",", ""),
						"catalog/catalog.json, field version: is missing or empty"),
				Arguments.of("catalog.json", original("catalog.json").replaceFirst("\"version\": \"", "$0v"),
						"catalog/catalog.json, field version: is not a year, a month and a number"),
				Arguments.of("catalog.json", original("catalog.json").replaceFirst("\"2025-09-15\"", "\"yesterday\""),
						"catalog/catalog.json, field registry: is not a date such as 2026-11-13"),
				Arguments.of("catalog.json", original("catalog.json").replaceFirst("\"ko\": \"정보\"", "\"ko\": \"\""),
						"catalog/catalog.json, entry 1xx, field title.ko: is missing or empty"));
	}

	@ParameterizedTest(name = "{2}")
	@MethodSource("brokenFiles")
	void aBrokenFileIsRefusedByName(String file, String content, String fault) {
		assertThat(content).isNotEqualTo(original(file));
		assertRefused(file, content, fault);
	}

	@Test
	void aMissingFileIsRefusedByName() {
		CatalogReader reader = reader((name) -> "2xx.json".equals(name) ? null : original(name));
		Assertions.assertThatThrownBy(reader::read)
			.isInstanceOf(InvalidDataException.class)
			.hasMessage("catalog/2xx.json: can't be read");
	}

	private static void assertRefused(String file, String content, String fault) {
		CatalogReader reader = reader((name) -> file.equals(name) ? content : original(name));
		Assertions.assertThatThrownBy(reader::read)
			.isInstanceOf(InvalidDataException.class)
			.hasMessageStartingWith(fault)
			.message()
			.doesNotContain("dev.statuslab", "java.", "jackson");
	}

	private static CatalogReader reader(UnaryOperator<String> files) {
		return new CatalogReader(new DataFiles("catalog", (name) -> {
			String content = files.apply(name);
			return (content != null) ? new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)) : null;
		}));
	}

	private static Arguments broken(Object entry, String fault, Consumer<ObjectNode> mutation) {
		return Arguments.of(String.valueOf(entry), fault, mutation);
	}

	private static ObjectNode text(ObjectNode entry) {
		return at(entry, "/summary");
	}

	private static ObjectNode at(ObjectNode node, String pointer) {
		return (ObjectNode) node.at(pointer);
	}

	private static String original(String file) {
		try {
			return new ClassPathResource("catalog/" + file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
