package dev.statuslab.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.statuslab.http.Listener;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The exported scripts, run with the real curl. */
@LiveServer
class CurlScriptTests {

	private final Wire wire;

	private final RecipeBook recipes;

	private final List<Listener> listeners;

	CurlScriptTests(@Autowired Wire wire, @Autowired RecipeBook recipes, @Autowired List<Listener> listeners) {
		this.listeners = listeners;
		this.wire = wire;
		this.recipes = recipes;
	}

	@Test
	void everyScriptHolds(@TempDir Path folder) throws Exception {
		Assumptions.assumeTrue(isThere("curl"), "skipped: there is no curl on this machine");
		List<String> prefixes = List.of(System.getProperty("recipes", "").split(","));
		SoftAssertions all = new SoftAssertions();
		for (Recipe recipe : this.recipes.all()) {
			if (prefixes.stream().anyMatch(recipe.id()::startsWith)) {
				run(recipe, folder, all);
			}
		}
		all.assertAll();
	}

	private String authority(String name) {
		return this.listeners.stream()
			.filter((listener) -> listener.name().equals(name))
			.flatMap((listener) -> listener.address().stream())
			.map(Addresses::authority)
			.findFirst()
			.orElseThrow();
	}

	private void run(Recipe recipe, Path folder, SoftAssertions all) throws IOException, InterruptedException {
		Answer script = this.wire.get("/recipes/" + recipe.id(), "Accept: text/x-shellscript");
		assertThat(script.field("Content-Type")).isEqualTo("text/x-shellscript;charset=utf-8");
		Path file = Files.write(folder.resolve(recipe.id() + ".sh"), script.content());
		Path log = folder.resolve(recipe.id() + ".log");
		Process shell = new ProcessBuilder("sh", file.toString(), "http://127.0.0.1:" + this.wire.port(),
				authority("proxy"), authority("portal"))
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		assertThat(shell.waitFor(120, TimeUnit.SECONDS)).as(recipe.id()).isTrue();
		String told = Files.readString(log, StandardCharsets.UTF_8);
		all.assertThat(shell.exitValue()).as(recipe.id() + "\n" + told).isZero();
		all.assertThat(told).as(recipe.id()).contains("ok     ").doesNotContain("FAILED");
	}

	private static boolean isThere(String command) throws InterruptedException {
		try {
			return new ProcessBuilder(command, "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
