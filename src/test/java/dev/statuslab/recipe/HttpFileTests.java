package dev.statuslab.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The exported request files, played by the real httpyac. */
@LiveServer
class HttpFileTests {

	private static final Path HTTPYAC = Path.of(".ci/node_modules/.bin/httpyac").toAbsolutePath();

	private final Wire wire;

	private final RecipeBook recipes;

	HttpFileTests(@Autowired Wire wire, @Autowired RecipeBook recipes) {
		this.wire = wire;
		this.recipes = recipes;
	}

	@Test
	void everyFileHolds(@TempDir Path folder) throws Exception {
		requireHttpyac();
		List<String> prefixes = List.of(System.getProperty("recipes", "").split(","));
		int tests = 0;
		for (Recipe recipe : this.recipes.all()) {
			if (prefixes.stream().anyMatch(recipe.id()::startsWith)) {
				String file = file(recipe.id());
				tests += file.split("client\\.test\\(", -1).length - 1;
				Files.writeString(folder.resolve(recipe.id() + ".http"), file);
			}
		}
		Played played = play(folder);
		assertThat(played.unmet()).isEmpty();
		assertThat(played.summary().get("successTests").asInt()).isEqualTo(tests).isPositive();
		assertThat(played.exitCode()).isZero();
	}

	@Test
	void aWrongStatusOrCaptureFails(@TempDir Path folder) throws Exception {
		requireHttpyac();
		String file = file("304-entity-tag");
		assertThat(file).contains("response.status === 304", "valuesOf(\"ETag\")");
		Files.writeString(folder.resolve("status.http"),
				file.replace("response.status === 304", "response.status === 305"));
		Files.writeString(folder.resolve("capture.http"), file.replace("valuesOf(\"ETag\")", "valuesOf(\"Date\")"));
		Played played = play(folder);
		assertThat(played.exitCode()).isNotZero();
		assertThat(played.unmet()).anyMatch((unmet) -> unmet.contains("304 is expected, and not 200"))
			.anyMatch((unmet) -> unmet.contains("304 is expected, and not 304"));
	}

	@Test
	void theFileSaysWhatItCantHold() {
		Answer answer = this.wire.get("/recipes/100-upload-asked-for", "Accept: text/x-http");
		assertThat(answer.field("Content-Type")).isEqualTo("text/x-http;charset=utf-8");
		assertThat(answer.text())
			.contains("# (not with such a file: octets as they are)",
					"# (not with such a file: content that waits for a 100)",
					"# (not with such a file: builds on a step that is left out)")
			.doesNotContain("GET ", "Expect:");
		assertThat(file("503-maintenance")).contains("# @sleep 1200\n").doesNotContain("not with such a file");
		assertThat(file("429-quota").split("### .* \\(\\d+/10\\)", -1)).hasSize(21);
		assertThat(file("103-early-hints")).contains("# (not seen by such a client: the interim 103)");
	}

	@Test
	void theFileIsThereByAddressToo() {
		String link = this.wire.get("/recipes/304-entity-tag").json().at("/links/requests").asString();
		assertThat(here(this.wire.get(link).text())).isEqualTo(file("304-entity-tag"));
		assertThat(this.wire.get(link, "Accept: application/json").text()).startsWith("# 304-entity-tag: ");
		assertThat(this.wire.get(link, "Accept-Language: ko").text()).containsPattern("### .*\\p{IsHangul}");
		String script = this.wire.get("/recipes/304-entity-tag").json().at("/links/script").asString();
		assertThat(this.wire.get(script).text()).startsWith("#!/bin/sh\n");
		Answer refused = this.wire.get("/recipes/304-entity-tag?format=pdf");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().get("parameter").asString()).isEqualTo("format");
	}

	private String file(String id) {
		return here(this.wire.get("/recipes/" + id, "Accept: text/x-http").text());
	}

	private String here(String file) {
		return file.replaceFirst("@host = .*", "@host = 127.0.0.1:" + this.wire.port());
	}

	private static void requireHttpyac() {
		boolean there = Files.isExecutable(HTTPYAC);
		assertThat(there || !"true".equals(System.getenv("CI"))).as("httpyac is there: npm ci --prefix .ci").isTrue();
		Assumptions.assumeTrue(there, "skipped: there is no httpyac here; npm ci --prefix .ci brings it");
	}

	/** Plays all files of the folder in one process, for it takes long to start. */
	private static Played play(Path folder) throws IOException, InterruptedException {
		Path told = folder.resolve("told.json");
		List<String> command = new ArrayList<>(List.of(HTTPYAC.toString(), "send"));
		try (var files = Files.list(folder)) {
			files.map(Path::getFileName).map(Path::toString).sorted().forEach(command::add);
		}
		command.addAll(List.of("--all", "--json", "--output", "none"));
		Process process = new ProcessBuilder(command).directory(folder.toFile())
			.redirectOutput(told.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroy();
		}
		return new Played(process.exitValue(),
				new JsonMapper().readTree(Files.readString(told, StandardCharsets.UTF_8)));
	}

	private record Played(int exitCode, JsonNode told) {

		JsonNode summary() {
			return this.told.get("summary");
		}

		/** Each test that did not succeed, by file and request. */
		List<String> unmet() {
			List<String> unmet = new ArrayList<>();
			for (JsonNode request : this.told.get("requests")) {
				for (JsonNode test : request.get("testResults")) {
					if (!"SUCCESS".equals(test.get("status").asString())) {
						unmet.add(request.get("fileName").asString() + ", " + request.get("name").asString() + ": "
								+ test.at("/error/message").asString(""));
					}
				}
			}
			return unmet;
		}

	}

}
