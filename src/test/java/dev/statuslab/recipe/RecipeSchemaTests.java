package dev.statuslab.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.statuslab.data.InvalidDataException;
import dev.statuslab.data.Text;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipes keep to the published schema, and it says what the reader takes. */
class RecipeSchemaTests {

	private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private static final JsonNode FILE = json(new ClassPathResource("recipes/schema/recipe.json"));

	private static final Schema SCHEMA = SCHEMAS.getSchema(FILE);

	@Test
	void theSchemaIsOneItself() {
		assertThat(SCHEMAS.getSchema(SchemaLocation.of(META_SCHEMA)).validate(FILE)).isEmpty();
	}

	static Stream<Resource> recipes() throws IOException {
		return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:recipes/*.json"));
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void aRecipeKeepsToTheSchema(Resource recipe) {
		assertThat(faults(json(recipe))).isEmpty();
		assertThat(json(recipe).path("$schema").asString("")).isEqualTo("schema/recipe.json");
	}

	static Stream<Arguments> records() {
		return Stream.of(Arguments.of("", Recipe.class), Arguments.of("/$defs/text", Text.class),
				Arguments.of("/$defs/scenario", Scenario.class), Arguments.of("/$defs/step", Step.class),
				Arguments.of("/$defs/message", Message.class), Arguments.of("/$defs/filler", Message.Filler.class),
				Arguments.of("/$defs/digest", Message.DigestUser.class),
				Arguments.of("/$defs/rawPart", Message.RawPart.class),
				Arguments.of("/$defs/expectation", Expectation.class),
				Arguments.of("/$defs/interim", Expectation.Interim.class),
				Arguments.of("/$defs/capture", Capture.class));
	}

	@ParameterizedTest
	@MethodSource("records")
	void theSchemaHasTheMembersOfTheRecords(String place, Class<?> type) {
		Set<String> members = Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getName)
			.collect(Collectors.toCollection(TreeSet::new));
		if (type == Recipe.class) {
			members.remove("id");
			members.add("$schema");
		}
		JsonNode properties = FILE.at(place).get("properties");
		assertThat(properties.propertyNames()).containsExactlyInAnyOrderElementsOf(members);
		assertThat(FILE.at(place).get("additionalProperties").asBoolean(true)).isFalse();
	}

	@Test
	void everyMemberIsExplained() {
		for (Arguments each : records().toList()) {
			FILE.at((String) each.get()[0]).get("properties").propertyStream().forEach((property) -> {
				JsonNode explained = property.getValue().has("description") ? property.getValue()
						: FILE.at(property.getValue().get("$ref").asString().substring(1));
				assertThat(explained.path("title").asString("")).as(property.getKey()).isNotBlank();
				assertThat(explained.path("description").asString("")).as(property.getKey()).isNotBlank();
			});
		}
	}

	@Test
	void aSoundRecipeIsTaken() {
		assertThat(faults(new JsonMapper().readTree(RecipeReaderTests.SOUND))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			"ko": "이야기"        | "ko": ""
			"ko": "이야기"        | "ko": "story"
			"en": "A story"       | "en": "이야기"
			"en": "A story"       | "en": " "
			"en": "A story", "ko" | "ko"
			"status": 200}, "capt | "status": "200"}, "capt
			"status": 200}, "capt | "status": 600}, "capt
			"status": 200}, "capt | "status": 200, "within": 0}, "capt
			"status": 200}, "capt | "status": 200, "connection": "open"}, "capt
			"status": 200}, "capt | "status": 200, "interim": [{"status": 200}]}, "capt
			"status": 200}, "capt | "status": 200, "textAbsent": "("}, "capt
			"status": 304, "f     | "state": 304, "f
			"after": 10           | "after": 12000
			"after": 10           | "after": 1.5
			"after": 10           | "repeat": 0
			"after": 10           | "repeat": 21
			"after": 10           | "connection": "other"
			"after": 10           | "pipelined": true, "after": 10
			"after": 10           | "pipelined": true, "repeat": 2
			"after": 10           | "background": true, "repeat": 2
			"after": 10           | "background": true, "pipelined": true
			"after": 10           | "background": true, "capture": {"a": {"field": "B"}}
			{"does": {"en": "First" | {"pipelined": true, "does": {"en": "First"
			"X: y"                | "X"
			"X: y"                | "Host: evil.example"
			"target": "/a"        | "target": "//evil.example/a"
			"target": "/a"        | "target": "evil.example"
			"target": "/a", "f    | "f
			"target": "/a", "f    | "target": "/a", "raw": [{"pause": 1}], "f
			"target": "/a", "f    | "target": "/a", "content": "x", "filler": {"octets": 1}, "f
			"target": "/a", "f    | "target": "/a", "chunks": ["x"], "filler": {"octets": 1}, "f
			"target": "/a", "f    | "target": "/a", "filler": {"octets": 65537}, "f
			"target": "/a", "f    | "target": "/a", "filler": {"octets": 1, "chunk": 0}, "f
			"target": "/b", "f    | "target": "/b", "digest": {"user": "reader"}, "f
			"target": "/b", "f    | "target": "/b", "digest": {"user": "a b", "password": "c"}, "f
			"ETag": "${tag}"      | "ETag": "("
			{"field": "ETag"}     | {}
			{"field": "ETag"}     | {"field": "ETag", "json": "/a"}
			"capture": {"tag"     | "capture": {"Tag"
			{"octets"             | {"pause": 5, "octets"
			{"octets": "GET       | {"hex": "GET
			{"octets": "GET       | {"reset": false}, {"octets": "GET
			{"field": "ETag"}     | {"interim": 103, "json": "/a"}
			{"field": "ETag"}     | {"interim": 200, "field": "ETag"}
			"story"               | "id": "304-x", "story"
			"story"               | "$schema": "other.json", "story"
			"twin"                | "brother"
			""")
	void whatTheReaderRefusesTheSchemaRefuses(String sound, String broken) {
		assertThat(RecipeReaderTests.SOUND).contains(sound);
		String content = RecipeReaderTests.SOUND.replace(sound, broken);
		Assertions.assertThatThrownBy(() -> RecipeReaderTests.read(content)).isInstanceOf(InvalidDataException.class);
		assertThat(faults(new JsonMapper().readTree(content))).isNotEmpty();
	}

	private static List<Error> faults(JsonNode file) {
		return SCHEMA.validate(file,
				(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
	}

	private static JsonNode json(Resource file) {
		try (InputStream in = file.getInputStream()) {
			return new JsonMapper().readTree(in);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
