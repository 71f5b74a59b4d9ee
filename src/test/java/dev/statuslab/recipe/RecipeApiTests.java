package dev.statuslab.recipe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
class RecipeApiTests {

	private final Wire wire;

	private final RecipeRunner runner;

	RecipeApiTests(@Autowired Wire wire, @Autowired RecipeRunner runner) {
		this.wire = wire;
		this.runner = runner;
	}

	@Test
	void theListIsOrderedAndLinks() {
		JsonNode list = this.wire.get("/recipes").json();
		assertThat(list.get("count").asInt()).isEqualTo(list.get("recipes").size()).isPositive();
		List<String> ids = list.get("recipes").findValuesAsString("id");
		assertThat(ids).isSorted().contains("304-entity-tag");
		for (JsonNode recipe : list.get("recipes")) {
			assertThat(this.wire.get(recipe.at("/links/self").asString()).status()).isEqualTo(200);
			assertThat(this.wire.get(recipe.at("/links/code").asString()).status()).isEqualTo(200);
		}
	}

	@Test
	void theListCanBeOfOneCode() {
		Answer answer = this.wire.get("/recipes?code=304");
		assertThat(answer.json().get("recipes").findValuesAsString("id")).isNotEmpty()
			.allMatch((id) -> id.startsWith("304-"));
		assertThat(this.wire.get("/recipes?code=299").json().get("count").asInt()).isZero();
		assertThat(this.wire.get("/recipes?code=abc").status()).isEqualTo(400);
	}

	@Test
	void everyRegisteredCodeIsEarned() {
		JsonNode codes = this.wire.get("/codes").json().get("codes");
		List<JsonNode> registered = codes.valueStream()
			.filter((code) -> !"unofficial".equals(code.get("registration").asString()))
			.toList();
		assertThat(registered).hasSize(64);
		assertThat(registered).allSatisfy((code) -> assertThat(
				this.wire.get("/recipes?code=" + code.get("code").asInt()).json().get("count").asInt())
			.isPositive());
	}

	@Test
	void theCatalogueLeadsToTheRecipes() {
		for (JsonNode recipe : this.wire.get("/recipes").json().get("recipes")) {
			int code = recipe.get("code").asInt();
			String link = this.wire.get("/codes/" + code).json().at("/links/recipes").asString();
			assertThat(this.wire.get(link).json().get("recipes").findValuesAsString("id"))
				.contains(recipe.get("id").asString());
		}
		assertThat(this.wire.get("/codes/499").json().at("/links/recipes").isMissingNode()).isTrue();
	}

	@Test
	void aRecipeIsInTheLanguageAskedFor() {
		Answer english = this.wire.get("/recipes/304-entity-tag");
		Answer korean = this.wire.get("/recipes/304-entity-tag", "Accept-Language: ko");
		assertThat(english.field("Content-Language")).isEqualTo("en");
		assertThat(korean.field("Content-Language")).isEqualTo("ko");
		assertThat(korean.field("Vary")).contains("Accept-Language");
		assertThat(korean.json().get("title").asString()).containsPattern("\\p{IsHangul}");
		assertThat(english.json().get("title").asString()).doesNotContainPattern("\\p{IsHangul}");
		assertThat(english.json().at("/earns/steps/0/send/target").asString()).isEqualTo("/demo/documents/1");
		assertThat(english.json().at("/earns/steps/0/expect/status").asInt()).isEqualTo(200);
	}

	@Test
	void anAddressCanNameTheLanguage() {
		Answer korean = this.wire.get("/recipes/304-entity-tag?lang=ko", "Accept-Language: en");
		assertThat(korean.field("Content-Language")).isEqualTo("ko");
		assertThat(korean.json().get("title").asString()).containsPattern("\\p{IsHangul}");
		Answer refused = this.wire.get("/recipes/304-entity-tag?lang=fr");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().get("parameter").asString()).isEqualTo("lang");
	}

	@Test
	void stepsAreNumberedWithinTheirPart() {
		JsonNode run = this.wire.send("POST", "/recipes/412-lost-update/runs").json();
		assertThat(run.at("/earns/steps").findValuesAsString("number")).containsExactly("1", "2", "3", "4", "5", "6",
				"7", "8");
		assertThat(run.at("/twin/steps").findValuesAsString("number")).startsWith("1", "2");
	}

	@Test
	void aRunShowsTheOctets() {
		JsonNode run = this.wire.send("POST", "/recipes/304-entity-tag/runs").json();
		assertThat(run.get("verdict").asString()).isEqualTo("passed");
		JsonNode step = run.at("/earns/steps/1");
		assertThat(step.get("status").asInt()).isEqualTo(304);
		assertThat(step.get("part").asString() + step.get("number").asInt()).isEqualTo("earns2");
		JsonNode twin = run.at("/twin/steps/0");
		assertThat(twin.get("part").asString() + twin.get("number").asInt()).isEqualTo("twin1");
		assertThat(step.at("/wire/0/direction").asString()).isEqualTo("sent");
		assertThat(step.at("/wire/0/octets").asString()).startsWith("GET /demo/documents/1 HTTP/1.1\r\nHost: ")
			.contains("\r\nIf-None-Match: \"");
		assertThat(step.at("/wire/1/octets").asString()).startsWith("HTTP/1.1 304 Not Modified\r\n");
		assertThat(step.get("checks").findValuesAsString("verdict")).containsOnly("passed");
		assertThat(run.at("/twin/steps/0/status").asInt()).isEqualTo(200);
	}

	@Test
	void aRunCanBeReadInATerminal() {
		Answer answer = this.wire.send("POST", "/recipes/304-entity-tag/runs", "Accept: text/plain");
		assertThat(answer.field("Content-Type")).isEqualTo("text/plain;charset=utf-8");
		assertThat(answer.text()).contains("> GET /demo/documents/1 HTTP/1.1\n", "< HTTP/1.1 304 Not Modified\n",
				"* ok     status: 304\n");
		assertThat(answer.text()).endsWith("* passed\n").doesNotContain("FAILED");
	}

	@Test
	void aRunCanBeFollowed() {
		Answer answer = this.wire.send("POST", "/recipes/304-entity-tag/runs", "Accept: text/event-stream");
		assertThat(answer.field("Content-Type")).startsWith("text/event-stream");
		JsonNode run = this.wire.send("POST", "/recipes/304-entity-tag/runs").json();
		int steps = run.at("/earns/steps").size() + run.at("/twin/steps").size();
		assertThat(answer.text().split("event:step", -1)).hasSize(steps + 1);
		assertThat(answer.text()).contains("event:run");
	}

	@Test
	void aRunShowsWhatWentOnInTheBackground() {
		JsonNode run = this.wire.send("POST", "/recipes/503-exhausted-pool/runs").json();
		assertThat(run.get("verdict").asString()).isEqualTo("passed");
		JsonNode steps = run.at("/earns/steps");
		assertThat(steps.findValuesAsString("status")).startsWith("200", "200", "503");
		assertThat(steps.findValuesAsString("connection")).startsWith("1", "2", "3", "3");
		assertThat(steps.at("/0/background").asBoolean()).isTrue();
		assertThat(steps.at("/2/background").isMissingNode()).isTrue();
		assertThat(steps.at("/0/wire/0/direction").asString()).isEqualTo("sent");
		assertThat(received(steps.get(0))).isBetween(900_000, 10_000_000);
		assertThat(received(steps.get(2))).isLessThan(900_000);
		assertThat(this.wire.send("POST", "/recipes/503-exhausted-pool/runs", "Accept: text/plain").text())
			.contains(" (connection 1, in the background)\n", " (connection 3)\n");
	}

	@Test
	void theSchemaIsPublished() {
		Answer answer = this.wire.get("/schemas/recipe.json");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/schema+json");
		assertThat(answer.json().get("$id").asString()).isEqualTo("https://statuslab.dev/schemas/recipe.json");
		assertThat(this.wire.get("/schemas/recipe.json", "If-None-Match: " + answer.field("ETag")).status())
			.isEqualTo(304);
		Answer json = this.wire.get("/schemas/recipe.json", "Accept: application/json");
		assertThat(json.field("Content-Type")).isEqualTo("application/json");
		assertThat(json.content()).isEqualTo(answer.content());
		assertThat(this.wire.get("/schemas/recipe.json", "Accept: image/png").status()).isEqualTo(406);
		assertThat(this.wire.get("/schemas/recipe.json?x=1").json().get("parameter").asString()).isEqualTo("x");
		assertThat(this.wire.get("/schemas/other.json").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/recipes/304-nothing", "/recipes/304-entity-tag/more" })
	void anUnknownRecipeIsNotFound(String target) {
		assertThat(this.wire.get(target).status()).isEqualTo(404);
		assertThat(this.wire.send("POST", target + "/runs").status()).isEqualTo(404);
	}

	@Test
	void oneRunTooManyIsRefused() throws InterruptedException {
		List<Wire.Connection> runs = new ArrayList<>();
		try {
			for (int i = 0; i < RecipeRunner.BOUND; i++) {
				Wire.Connection run = this.wire.open();
				run.write("POST /recipes/408-stalled-content/runs HTTP/1.1\r\nHost: localhost\r\n\r\n");
				runs.add(run);
			}
			await(RecipeRunner.BOUND);
			Answer refused = this.wire.send("POST", "/recipes/304-entity-tag/runs");
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.field("Retry-After")).isEqualTo("2");
			assertThat(refused.json().get("limit").asInt()).isEqualTo(RecipeRunner.BOUND);
			runs.forEach((run) -> assertThat(run.read("POST").json().get("verdict").asString()).isEqualTo("passed"));
		}
		finally {
			runs.forEach(Wire.Connection::close);
		}
		assertThat(this.wire.send("POST", "/recipes/304-entity-tag/runs").status()).isEqualTo(200);
	}

	@Test
	void whoLeavesStopsTheRun() throws InterruptedException {
		long start = System.nanoTime();
		try (Wire.Connection listener = this.wire.open()) {
			listener.write("POST /recipes/429-quota/runs HTTP/1.1\r\nHost: localhost\r\n"
					+ "Accept: text/event-stream\r\n\r\n");
			assertThat(listener.readHead().status()).isEqualTo(200);
		}
		// what is told of a step does not wait for the others
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
		// the run alone takes ten seconds; this waits for five
		await(0);
	}

	private void await(int count) throws InterruptedException {
		for (int i = 0; i < 500 && this.runner.running() != count; i++) {
			Thread.sleep(10);
		}
		assertThat(this.runner.running()).isEqualTo(count);
	}

	/** When the first octets came back, in microseconds. */
	private static int received(JsonNode step) {
		return step.get("wire")
			.valueStream()
			.filter((event) -> "received".equals(event.get("direction").asString()))
			.findFirst()
			.orElseThrow()
			.get("microseconds")
			.asInt();
	}

}
