package dev.statuslab.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every line for curl in README is a step of a recipe, and puts out what stands below it.
 */
@LiveServer
class ReadmeTests {

	/** What plays a recipe is no step of one. */
	private static final Pattern RUN = Pattern.compile("/recipes/([^/]+)/runs");

	private final Wire wire;

	private final RecipeBook recipes;

	ReadmeTests(@Autowired Wire wire, @Autowired RecipeBook recipes) {
		this.wire = wire;
		this.recipes = recipes;
	}

	@Test
	void everyLineIsRead() throws IOException {
		long curls = readme().lines().filter((line) -> line.startsWith("$ curl")).count();
		assertThat(curls).isGreaterThan(5);
		assertThat(lines()).hasSize((int) curls);
	}

	@ParameterizedTest
	@MethodSource("lines")
	void theLineIsAStepOfARecipe(CurlLine line) {
		Matcher run = RUN.matcher(line.target());
		if (run.matches()) {
			assertThat(this.recipes.all()).extracting(Recipe::id).contains(run.group(1));
		}
		else {
			assertThat(steps()).as("%s is no step of a recipe", line).anyMatch(line::is);
		}
	}

	@Test
	void aLineOfNoRecipeIsFound() {
		CurlLine line = CurlLine.in("```console\n$ curl -H 'Accept: text/css' localhost:8080/codes/404\n```\n").get(0);
		assertThat(steps()).noneMatch(line::is);
	}

	@ParameterizedTest
	@MethodSource("lines")
	void theLinePutsOutWhatStandsBelowIt(CurlLine line, @TempDir Path folder) throws Exception {
		requireCurl();
		Path output = folder.resolve("output");
		String own = "localhost:" + this.wire.port();
		Process shell = new ProcessBuilder("sh", "-c", line.command().replace("localhost:8080", own))
			.redirectOutput(output.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(shell.exitValue()).isZero();
		String came = Files.readString(output, StandardCharsets.UTF_8).replace(":" + this.wire.port(), ":8080");
		List<String> lines = came.stripTrailing().lines().map(String::stripTrailing).toList();
		assertThat(new PrintedOutput(line.printed()).missing(lines))
			.as("what stands below %s; there came:%n%s", line, came)
			.isEmpty();
	}

	/** CI has curl; another machine need not have it. */
	private static void requireCurl() throws InterruptedException {
		boolean there;
		try {
			there = new ProcessBuilder("curl", "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			there = false;
		}
		if ("true".equals(System.getenv("CI"))) {
			assertThat(there).as("curl is there").isTrue();
		}
		if (!there) {
			System.out.println("README's lines are not run: there is no curl on this machine");
		}
		Assumptions.assumeTrue(there, "there is no curl on this machine");
	}

	private List<Step> steps() {
		List<Step> steps = new ArrayList<>();
		this.recipes.all()
			.forEach((recipe) -> Stream.of(recipe.earns(), recipe.twin())
				.forEach((scenario) -> steps.addAll(scenario.steps())));
		return steps;
	}

	private static List<CurlLine> lines() throws IOException {
		return CurlLine.in(readme());
	}

	private static String readme() throws IOException {
		return Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
	}

}
