package dev.statuslab.page;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.statuslab.testing.Browser;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Recipes run from a code's page, to their verdicts: with scripts, and by forms. */
@LiveServer
class RunBrowserTests {

	/** What the recipe of 307 posts. */
	private static final Pattern CONTENT = Pattern.compile("\\{\"amount\":.*?}");

	/**
	 * What is another in each run: times, dates, tags and keys; and white space between
	 * elements.
	 */
	private static final Pattern CHANGING = Pattern.compile("\\d+(?:\\.\\d+)?|[A-Z][a-z]{2}, [^<]* GMT|[0-9a-f~]{8,}");

	private final Wire wire;

	@RegisterExtension
	private final Browser browser = new Browser();

	RunBrowserTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest(name = "{0} in {2}")
	@CsvSource(delimiter = '|', textBlock = """
			103 | HTTP/1.1 103 Early Hints        | en | Passed
			103 | HTTP/1.1 103 Early Hints        | ko | 통과
			307 | HTTP/1.1 307 Temporary Redirect | en | Passed
			412 | HTTP/1.1 412 Precondition Failed | en | Passed
			412 | HTTP/1.1 412 Precondition Failed | ko | 통과
			""")
	void aRunShowsItsOctetsAndItsVerdict(int code, String octets, String language, String verdict) {
		Page page = this.browser.open(this.wire, "/codes/%d?lang=%s".formatted(code, language));
		Locator recipe = page.locator(".recipe").first();
		run(recipe);
		PlaywrightAssertions.assertThat(recipe.locator("output.passed")).containsText(verdict);
		assertRun(recipe, octets);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "103, HTTP/1.1 103 Early Hints", "307, HTTP/1.1 307 Temporary Redirect",
			"412, HTTP/1.1 412 Precondition Failed" })
	void withoutScriptsARunIsAPage(int code, String octets) {
		Page page = this.browser.open(this.wire, "/codes/" + code, (visitor) -> visitor.setJavaScriptEnabled(false));
		run(page.locator(".recipe").first());
		PlaywrightAssertions.assertThat(page.locator("output.passed")).containsText("Passed");
		assertRun(page.locator(".recipe"), octets);
	}

	@Test
	void the307sPostIsSeenToBePostedAgainWithItsContent() {
		Page page = this.browser.open(this.wire, "/codes/307");
		Locator recipe = page.locator(".recipe").first();
		run(recipe);
		PlaywrightAssertions.assertThat(recipe.locator("output.passed")).isVisible();
		String sent = String.join("", recipe.locator(".part").first().locator(".event.sent pre").allTextContents());
		List<String> contents = CONTENT.matcher(sent).results().map(MatchResult::group).toList();
		assertThat(sent.split("POST /")).hasSizeGreaterThanOrEqualTo(3);
		assertThat(contents).hasSizeGreaterThanOrEqualTo(2);
		assertThat(contents.get(1)).isEqualTo(contents.get(0));
	}

	@Test
	void progressIsShownAndASlowRunIsStopped() {
		Page page = this.browser.open(this.wire, "/codes/408");
		Locator recipe = page.locator(".recipe").first();
		run(recipe);
		PlaywrightAssertions.assertThat(recipe.locator("output")).containsText("of");
		PlaywrightAssertions.assertThat(recipe.locator("form.play button").first()).hasText("Stop");
		run(recipe);
		PlaywrightAssertions.assertThat(recipe.locator("output")).containsText("Stopped");
		PlaywrightAssertions.assertThat(recipe.locator("output.passed, output.failed")).hasCount(0);
	}

	@Test
	void aRunBeginsAndIsReadByKeys() {
		Page page = this.browser.open(this.wire, "/codes/412");
		Locator recipe = page.locator(".recipe").first();
		recipe.locator("form.play button").first().focus();
		page.keyboard().press("Enter");
		PlaywrightAssertions.assertThat(recipe.locator("output.passed")).isVisible();
		Locator wire = recipe.locator(".wire:not([open]) summary").first();
		int closed = recipe.locator(".wire:not([open])").count();
		wire.focus();
		page.keyboard().press("Enter");
		PlaywrightAssertions.assertThat(recipe.locator(".wire:not([open])")).hasCount(closed - 1);
	}

	@Test
	void scriptsRequestsAndConstantsAreCopied() {
		Page page = this.browser.open(this.wire, "/codes/412",
				(visitor) -> visitor.setPermissions(List.of("clipboard-read", "clipboard-write")));
		page.locator(".constants button").first().click();
		PlaywrightAssertions.assertThat(page.locator(".constants button").first()).hasText("Copied");
		assertThat((String) page.evaluate("navigator.clipboard.readText()")).isNotEmpty()
			.isEqualTo(page.locator(".constants code").first().textContent());
		Locator files = page.locator(".recipe").first().locator(".file");
		for (int file = 0; file < files.count(); file++) {
			String address = files.nth(file).locator("a").getAttribute("href");
			files.nth(file).locator("button").click();
			PlaywrightAssertions.assertThat(files.nth(file).locator("button")).hasText("Copied");
			assertThat(page.evaluate("navigator.clipboard.readText()"))
				.isEqualTo(page.evaluate("(address) => fetch(address).then((file) => file.text())", address));
		}
		assertThat(files.count()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "304-entity-tag, en", "304-entity-tag, ko" })
	void aRunLooksTheSameWithScriptsAndWithout(String id, String language) {
		String target = "/recipes/%s?lang=%s".formatted(id, language);
		List<List<String>> plays = new ArrayList<>();
		for (boolean scripts : List.of(true, false)) {
			Page page = this.browser.open(this.wire, target, (visitor) -> visitor.setJavaScriptEnabled(scripts));
			run(page.locator(".recipe").first());
			PlaywrightAssertions.assertThat(page.locator("output.passed")).isVisible();
			plays.add(page.locator(".part")
				.first()
				.locator(".played")
				.all()
				.stream()
				.map((played) -> CHANGING.matcher((String) played.evaluate("(played) => played.outerHTML"))
					.replaceAll("~")
					.replaceAll(">\\s+<", "><"))
				.toList());
		}
		assertThat(plays.get(1)).isNotEmpty().isEqualTo(plays.get(0));
	}

	@Test
	void theArchiveIsSavedAsAFile() throws IOException {
		Page page = this.browser.open(this.wire, "/codes/412");
		Download saved = page
			.waitForDownload(() -> page.locator(".recipe").first().locator("form.play button.second").click());
		assertThat(saved.suggestedFilename()).endsWith(".har");
		JsonNode archive = JsonMapper.shared().readTree(Files.readAllBytes(saved.path()));
		assertThat(archive.at("/log/entries").findValuesAsString("status")).contains("412");
	}

	private static void run(Locator recipe) {
		recipe.locator("form.play button").first().click();
	}

	private static void assertRun(Locator recipe, String octets) {
		PlaywrightAssertions.assertThat(recipe.locator(".part.passed")).hasCount(2);
		int steps = recipe.locator(".steps > li").count();
		assertThat(recipe.locator(".steps > li:has(.played.passed)").count()).isEqualTo(steps).isPositive();
		assertThat(recipe.locator(".checks li.passed").count()).isGreaterThanOrEqualTo(steps);
		PlaywrightAssertions.assertThat(recipe.locator(".checks li.failed")).hasCount(0);
		PlaywrightAssertions
			.assertThat(recipe.locator(".wire[open] .event.received pre")
				.filter(new Locator.FilterOptions().setHasText(octets))
				.first())
			.isVisible();
	}

}
