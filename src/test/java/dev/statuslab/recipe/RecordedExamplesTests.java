package dev.statuslab.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The OpenAPI document's examples are what the recipes' steps send and receive.
 * {@code ./mvnw test -Dtest=RecordedExamplesTests -Drecipes.record} records them anew.
 */
@LiveServer
class RecordedExamplesTests {

	private static final Path FILE = Path.of("src", "main", "resources", "openapi", "recorded.json");

	private static final int AT_ONCE = 6;

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final RecipeBook recipes;

	private final RecipeRunner runner;

	private final Wire wire;

	RecordedExamplesTests(@Autowired RecipeBook recipes, @Autowired RecipeRunner runner, @Autowired Wire wire) {
		this.recipes = recipes;
		this.runner = runner;
		this.wire = wire;
	}

	@Test
	void theServerStillAnswersAsRecorded() throws Exception {
		ExampleRecorder recorder = new ExampleRecorder(this.wire.get("/v3/api-docs").json(),
				"127.0.0.1:" + this.wire.port());
		for (Run run : runs()) {
			recorder.add(run);
		}
		if (System.getProperty("recipes.record") != null) {
			record(recorder.examples());
		}
		assertThat(recorder.undocumented()).as("not in the OpenAPI document").isEmpty();
		JsonNode recorded = JSON.readTree(Files.readString(FILE, StandardCharsets.UTF_8));
		assertThat(JsonShape.differences(recorded, recorder.examples()))
			.as("If the server is right, record its answers anew: ./mvnw test -Dtest=RecordedExamplesTests"
					+ " -Drecipes.record")
			.isEmpty();
	}

	private static void record(JsonNode examples) throws IOException {
		Files.writeString(FILE, JSON.writeValueAsString(examples) + "\n", StandardCharsets.UTF_8);
	}

	/** All recipes, in the order of the book, several at once. */
	private List<Run> runs() throws Exception {
		List<Run> runs = new ArrayList<>();
		List<Recipe> all = this.recipes.all();
		for (int from = 0; from < all.size(); from += AT_ONCE) {
			List<CompletableFuture<Run>> group = all.subList(from, Math.min(from + AT_ONCE, all.size()))
				.stream()
				.map((recipe) -> this.runner.play(recipe))
				.toList();
			for (CompletableFuture<Run> run : group) {
				runs.add(run.get(60, TimeUnit.SECONDS));
			}
		}
		return runs;
	}

}
