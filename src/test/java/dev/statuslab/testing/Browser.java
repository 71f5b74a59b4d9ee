package dev.statuslab.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real browser, which shows what becomes of a page once its scripts have run. Without
 * Chromium such tests are skipped on a person's machine, and fail in CI.
 */
public final class Browser {

	private final Path folder;

	private final int port;

	/**
	 * A browser without a past.
	 * @param folder where it may keep what it needs
	 * @param wire the server that it visits
	 */
	public Browser(Path folder, Wire wire) {
		this.folder = folder;
		this.port = wire.port();
	}

	/**
	 * Opens a page and waits until it comes to rest.
	 * @param target what follows the authority in the address, with a fragment if need be
	 * @param options further options of Chromium
	 * @return what was there in the end
	 */
	public Visit visit(String target, String... options) throws IOException, InterruptedException {
		Path page = this.folder.resolve("page.html");
		Path console = this.folder.resolve("console.txt");
		List<String> command = new ArrayList<>(List.of(chromium(), "--headless", "--no-sandbox", "--disable-gpu",
				"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--enable-logging=stderr", "--user-data-dir=" + this.folder.resolve("profile"),
				"--virtual-time-budget=20000"));
		command.addAll(List.of(options));
		command.addAll(List.of("--dump-dom", "http://127.0.0.1:" + this.port + target));
		Process browser = new ProcessBuilder(command).redirectOutput(page.toFile())
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

	/**
	 * A page after its scripts have run.
	 *
	 * @param page the document, as HTML
	 * @param console what the browser logged
	 */
	public record Visit(String page, String console) {
	}

}
