package dev.statuslab.page;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import dev.statuslab.testing.Browser;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The board as a visitor meets it: by keys, by mouse, and where no script runs. */
@LiveServer
class BoardBrowserTests {

	private final Wire wire;

	@RegisterExtension
	private final Browser browser = new Browser();

	BoardBrowserTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			too many requests | 429 430
			429               | 429
			1xx               | 100 101 102 103 104
			41                | 410 411 412 413 414 415 416 417 418 419
			teapot            | 418
			zzz               |
			""")
	void theBoardIsNarrowedDownAsOneTypes(String question, String codes) {
		Page page = this.browser.open(this.wire, "/");
		type(page, question);
		PlaywrightAssertions.assertThat(page.locator(".codes li:visible"))
			.hasCount((codes != null) ? codes.split(" ").length : 0);
		assertThat(shown(page)).isEqualTo((codes != null) ? List.of(codes.split(" ")) : List.of());
	}

	@ParameterizedTest(name = "{0}: {1}, and not {2}")
	@CsvSource({ "/?lang=en, 캐시, 304, 418, codes", "/?lang=ko, cache, 304, 418, 코드",
			"/, retry-after, 503, 204, codes" })
	void wordsOfEitherLanguageAndFieldsFindCodes(String target, String word, String found, String other, String count) {
		Page page = this.browser.open(this.wire, target);
		type(page, word);
		PlaywrightAssertions.assertThat(tile(page, other)).isHidden();
		PlaywrightAssertions.assertThat(tile(page, found)).isVisible();
		PlaywrightAssertions.assertThat(page.locator("#count")).containsText(count);
	}

	@Test
	void keysAloneLeadFromTheBoardToACode() {
		Page page = this.browser.open(this.wire, "/");
		page.keyboard().press("/");
		PlaywrightAssertions.assertThat(page.locator("#q")).isFocused();
		page.keyboard().type("41");
		page.keyboard().press("ArrowDown");
		page.keyboard().press("ArrowRight");
		page.keyboard().press("ArrowRight");
		PlaywrightAssertions.assertThat(tile(page, "412")).isFocused();
		page.keyboard().press("Escape");
		PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("");
		PlaywrightAssertions.assertThat(tile(page, "503")).isVisible();
		page.keyboard().type("precondition failed");
		page.keyboard().press("Enter");
		page.waitForURL("**/codes/412");
		PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Precondition Failed");
	}

	@Test
	void theWayBackLeadsToWhatWasSearched() {
		Page page = this.browser.open(this.wire, "/");
		type(page, "teapot");
		tile(page, "418").click();
		page.waitForURL("**/codes/418");
		page.goBack();
		PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("teapot");
		PlaywrightAssertions.assertThat(tile(page, "404")).isHidden();
		PlaywrightAssertions.assertThat(tile(page, "418")).isVisible();
	}

	@ParameterizedTest(name = "with scripts: {0}")
	@CsvSource({ "true", "false" })
	void registeredAndUnofficialCodesAreToldApart(boolean scripts) {
		Page page = this.browser.open(this.wire, "/", (visitor) -> visitor.setJavaScriptEnabled(scripts));
		page.locator("#show-registered").check();
		PlaywrightAssertions.assertThat(tile(page, "499")).isHidden();
		PlaywrightAssertions.assertThat(tile(page, "404")).isVisible();
		page.locator("#show-unofficial").check();
		PlaywrightAssertions.assertThat(tile(page, "499")).isVisible();
		PlaywrightAssertions.assertThat(tile(page, "404")).isHidden();
	}

	@ParameterizedTest(name = "with scripts: {0}")
	@CsvSource({ "true", "false" })
	void theLanguageIsSwitchedThereAndBack(boolean scripts) {
		Page page = this.browser.open(this.wire, "/", (visitor) -> visitor.setJavaScriptEnabled(scripts));
		PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "en");
		page.locator("a.language").click();
		PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "ko");
		PlaywrightAssertions.assertThat(page.locator(".lead, h1").first()).containsText("상태 코드");
		page.locator("a.language").click();
		PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "en");
	}

	@Test
	void theOtherLanguageIsAskedTheSame() {
		Page page = this.browser.open(this.wire, "/");
		page.locator("#show-unofficial").check();
		type(page, "nginx");
		PlaywrightAssertions.assertThat(tile(page, "218")).isHidden();
		page.locator("a.language").click();
		PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "ko");
		PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("nginx");
		PlaywrightAssertions.assertThat(page.locator("#show-unofficial")).isChecked();
		PlaywrightAssertions.assertThat(tile(page, "499")).isVisible();
		PlaywrightAssertions.assertThat(tile(page, "218")).isHidden();
		tile(page, "499").click();
		PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "ko");
	}

	@Test
	void aKoreanBrowserIsAnsweredInKorean() {
		Page page = this.browser.open(this.wire, "/codes/304", (visitor) -> visitor.setLocale("ko-KR"));
		PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "ko");
	}

	@Test
	void withoutScriptsTheSearchIsAForm() {
		Page page = this.browser.open(this.wire, "/", (visitor) -> visitor.setJavaScriptEnabled(false));
		page.locator("#q").fill("too many requests");
		page.locator("#q").press("Enter");
		page.waitForURL("**/codes?**");
		Locator found = page.locator("main a[href*='/codes/429']").first();
		PlaywrightAssertions.assertThat(found).isVisible();
		PlaywrightAssertions.assertThat(page.locator("main a[href*='/codes/418']")).hasCount(0);
		found.click();
		PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Too Many Requests");
	}

	@Test
	void aPhoneShowsEverythingInItsWidth() {
		for (String target : List.of("/", "/codes/304", "/codes/103?lang=ko", "/compose", "/recipes", "/conformance",
				"/labs")) {
			Page page = this.browser.open(this.wire, target, (visitor) -> visitor.setViewportSize(360, 740));
			assertThat(page.evaluate("document.documentElement.scrollWidth")).as(target).isEqualTo(360);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/, q", "/?lang=ko, q", "/codes/304, ", "/codes/103?lang=ko, " })
	void littleIsTransferredForAPageAndItsSearch(String target, String field) {
		Page page = this.browser.open(this.wire, "about:blank");
		List<Response> responses = new ArrayList<>();
		page.onResponse(responses::add);
		page.navigate(target);
		if (field != null) {
			type(page, "retry-after");
			PlaywrightAssertions.assertThat(tile(page, "204")).isHidden();
		}
		page.waitForLoadState(LoadState.NETWORKIDLE);
		assertThat(responses).extracting(Response::url)
			.anyMatch((url) -> url.endsWith(".css"))
			.anyMatch((url) -> url.endsWith(".js"));
		assertThat(responses).allSatisfy((response) -> assertThat(response.headers()).as(response.url())
			.satisfiesAnyOf((fields) -> assertThat(fields).containsEntry("content-encoding", "gzip"),
					(fields) -> assertThat(Integer.parseInt(fields.get("content-length"))).isLessThan(1024)));
		int octets = responses.stream()
			.map((response) -> response.request().sizes())
			.mapToInt((sizes) -> sizes.responseBodySize + sizes.responseHeadersSize)
			.sum();
		assertThat(octets).isBetween(5_000, 59_999);
	}

	private static void type(Page page, String question) {
		page.locator("#q").pressSequentially(question);
	}

	private static Locator tile(Page page, String code) {
		return page.locator(".codes a[href*='/codes/%s']".formatted(code));
	}

	private static List<String> shown(Page page) {
		return page.locator(".codes li:visible .number").allInnerTexts();
	}

}
