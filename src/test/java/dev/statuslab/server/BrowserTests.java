package dev.statuslab.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a real browser makes of the pages. Without Chromium these tests are skipped on a
 * person's machine, and fail in CI.
 */
@LiveServer
class BrowserTests {

	private final Wire wire;

	@TempDir
	private Path profile;

	BrowserTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void swaggerUiShowsTheOperationsUnderItsPolicy() throws Exception {
		Visit visit = visit("/swagger-ui/index.html");
		assertThat(visit.page()).contains("Everything about one status code", "/codes/{code}");
		assertThat(visit.console()).doesNotContain("Content Security Policy");
	}

	@Test
	void theHomePageIsShownUnderItsPolicy() throws Exception {
		Visit visit = visit("/");
		assertThat(visit.page()).contains("<html", "Not Found", "Permanent Redirect");
		assertThat(visit.console()).doesNotContain("Content Security Policy", "Uncaught");
	}

	private Visit visit(String path) throws IOException, InterruptedException {
		Path page = this.profile.resolve("page.html");
		Path console = this.profile.resolve("console.txt");
		Process browser = new ProcessBuilder(chromium(), "--headless", "--no-sandbox", "--disable-gpu",
				"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--enable-logging=stderr", "--user-data-dir=" + this.profile.resolve("profile"),
				"--virtual-time-budget=20000", "--dump-dom", "http://127.0.0.1:" + this.wire.port() + path)
			.redirectOutput(page.toFile())
			.redirectError(console.toFile())
			.start();
		try {
			assertThat(browser.waitFor(90, TimeUnit.SECONDS)).as("Chromium ends").isTrue();
		}
		finally {
			browser.destroyForcibly().waitFor();
		}
		return new Visit(Files.readString(page), Files.readString(console, StandardCharsets.ISO_8859_1));
	}

	private static String chromium() {
		List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
		String found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.flatMap((folder) -> names.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.map(Path::toString)
			.findFirst()
			.orElse(null);
		if (found == null && "true".equals(System.getenv("CI"))) {
			throw new IllegalStateException("CI needs a browser: install Chromium");
		}
		Assumptions.assumeTrue(found != null, "Skipped: no Chromium on the PATH");
		return found;
	}

	private record Visit(String page, String console) {
	}

}
