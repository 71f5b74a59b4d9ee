package dev.statuslab.testing;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real browser. A test registers it and opens its pages by it; when the test ends, no
 * page of its may have logged an error, met the policy or asked another host. Without
 * Chromium such a test is skipped on a person's machine, and fails in CI.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

	private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	/**
	 * Nobody can keep Chromium from logging a response that a page was asked for and that
	 * is an error.
	 */
	private static final Pattern ASKED_FOR = Pattern
		.compile("Failed to load resource: .* at http://[^/]*/(status|codes|labs)/.*");

	private final List<BrowserContext> visitors = new ArrayList<>();

	private final List<String> complaints = new ArrayList<>();

	private ExtensionContext test;

	@Override
	public void beforeEach(ExtensionContext context) {
		this.test = context;
	}

	/**
	 * Opens a page as a visitor without a past would.
	 * @param wire the server
	 * @param target what follows the authority in the address, with a fragment if need be
	 * @return the page, once it is loaded
	 */
	public Page open(Wire wire, String target) {
		return open(wire, target, (visitor) -> {
		});
	}

	/**
	 * Opens a page as a visitor of a certain kind.
	 * @param wire the server
	 * @param target what follows the authority in the address, with a fragment if need be
	 * @param kind sets the visitor's language, colours, screen and so on
	 * @return the page, once it is loaded
	 */
	public Page open(Wire wire, String target, Consumer<com.microsoft.playwright.Browser.NewContextOptions> kind) {
		var options = new com.microsoft.playwright.Browser.NewContextOptions().setLocale("en-US")
			.setBaseURL("http://127.0.0.1:" + wire.port());
		kind.accept(options);
		BrowserContext visitor = running().newContext(options);
		this.visitors.add(visitor);
		visitor.onConsoleMessage((message) -> {
			String logged = message.text() + " at " + message.location();
			if (message.type().equals("error") && !ASKED_FOR.matcher(logged).matches()) {
				this.complaints.add(logged);
			}
		});
		visitor.onWebError((error) -> this.complaints.add(error.error()));
		visitor.onRequest((request) -> {
			URI asked = URI.create(request.url());
			if (asked.getAuthority() != null && !asked.getAuthority().equals("127.0.0.1:" + wire.port())) {
				this.complaints.add("asked another host: " + asked);
			}
		});
		Page page = visitor.newPage();
		page.navigate(target);
		return page;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.visitors.forEach(BrowserContext::close);
		this.visitors.clear();
		List<String> heard = List.copyOf(this.complaints);
		this.complaints.clear();
		assertThat(heard).as("what the browser complained of").isEmpty();
	}

	private com.microsoft.playwright.Browser running() {
		return this.test.getRoot()
			.getStore(ExtensionContext.Namespace.create(Browser.class))
			.computeIfAbsent(Running.class, (key) -> new Running(), Running.class).browser;
	}

	private static Path chromium() {
		Path found = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.flatMap((folder) -> NAMES.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
		if (found == null && "true".equals(System.getenv("CI"))) {
			throw new IllegalStateException("CI needs a browser: install Chromium");
		}
		Assumptions.assumeTrue(found != null, "Skipped: no Chromium on the PATH");
		return found;
	}

	/** The one browser of all tests. */
	private static final class Running implements AutoCloseable {

		private final Playwright playwright;

		private final com.microsoft.playwright.Browser browser;

		Running() {
			Path chromium = chromium();
			this.playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			this.browser = this.playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(OPTIONS));
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
