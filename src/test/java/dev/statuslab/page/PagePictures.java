package dev.statuslab.page;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.statuslab.testing.Browser;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Takes the pictures of {@code docs/pictures}. It is no test, and runs when asked for:
 * {@code ./mvnw test -Dtest=PagePictures}.
 */
@LiveServer
class PagePictures {

	private static final Path FOLDER = Path.of("docs/pictures");

	private final Wire wire;

	@RegisterExtension
	private final Browser browser = new Browser();

	PagePictures(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource({ "home, /?lang=en, LIGHT, 1280, 1400", "home-ko, /?lang=ko, LIGHT, 1280, 1400",
			"home-dark, /?lang=en, DARK, 390, 844", "304, /codes/304?lang=en, LIGHT, 1280, 1400",
			"304-ko, /codes/304?lang=ko, LIGHT, 1280, 1400", "304-dark, /codes/304?lang=ko, DARK, 390, 844",
			"compose, /compose?lang=en&code=503&retry-after=7, LIGHT, 1280, 900" })
	void ofAPage(String name, String target, ColorScheme colours, int width, int height) {
		take(open(target, colours, width, height), name);
	}

	@ParameterizedTest
	@CsvSource({ "run, /codes/304?lang=en, LIGHT, 1280, 1400", "run-ko, /codes/304?lang=ko, LIGHT, 1280, 1400",
			"run-dark, /codes/103?lang=en, DARK, 390, 844" })
	void ofAFinishedRun(String name, String target, ColorScheme colours, int width, int height) {
		Page page = open(target, colours, width, height);
		Locator recipe = page.locator("article:has(.recipe)").first();
		recipe.locator("form.play button").first().click();
		PlaywrightAssertions.assertThat(recipe.locator("output.passed")).isVisible();
		recipe.evaluate("(recipe) => recipe.scrollIntoView()");
		take(page, name);
	}

	@ParameterizedTest
	@CsvSource({ "lab, en, LIGHT, 1280, 1400", "lab-ko, ko, DARK, 390, 844" })
	void ofALab(String name, String language, ColorScheme colours, int width, int height) {
		String lab = "/labs/" + this.wire.send("POST", "/labs").json().get("lab").asString();
		this.wire.get(lab + "/my-client/unknown-299");
		this.wire.send("POST", lab + "/my-client/unknown-299/told?status=299&success=false");
		this.wire.get(lab + "/my-client/redirect-307-get");
		this.wire.get(lab + "/my-client/redirect-307-get/next");
		take(open(lab + "?lang=" + language, colours, width, height), name);
	}

	private Page open(String target, ColorScheme colours, int width, int height) {
		return this.browser.open(this.wire, target,
				(visitor) -> visitor.setColorScheme(colours).setViewportSize(width, height));
	}

	private static void take(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
	}

}
