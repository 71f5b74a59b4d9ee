package dev.statuslab.page;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.statuslab.testing.Browser;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The composer in a browser: what it builds, sends and shows. */
@LiveServer
class ComposerBrowserTests {

	private static final String BUILT = "/status/503?delay=1ms&retry-after=7&fault=truncate&header=X-A:%201"
			+ "&header=X-B:%202&body=It%27s%20%EA%B0%80%26%3Cb%3E%0A%2850%25%29%21~*";

	private final Wire wire;

	@RegisterExtension
	private final Browser browser = new Browser();

	ComposerBrowserTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void theAddressBuildsItselfAsOneChooses() {
		Page page = this.browser.open(this.wire, "/compose");
		fill(page);
		String built = "http://127.0.0.1:" + this.wire.port() + BUILT;
		PlaywrightAssertions.assertThat(page.locator("#address")).hasText(built);
		PlaywrightAssertions.assertThat(page.locator("#curl")).hasText("curl -i '" + built + "'");
	}

	@Test
	void withoutScriptsTheServerBuildsTheSame() {
		Page page = this.browser.open(this.wire, "/compose", (visitor) -> visitor.setJavaScriptEnabled(false));
		fill(page);
		page.locator("#build").click();
		PlaywrightAssertions.assertThat(page.locator("#address")).hasAttribute("href", BUILT);
		PlaywrightAssertions.assertThat(page.locator("#body")).hasValue("It's 가&<b>\n(50%)!~*");
	}

	@Test
	void theOtherLanguageKeepsWhatOneHasChosen() {
		Page page = this.browser.open(this.wire, "/compose");
		fill(page);
		page.locator("a.language").click();
		PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "ko");
		PlaywrightAssertions.assertThat(page.locator("#address"))
			.hasText("http://127.0.0.1:" + this.wire.port() + BUILT);
	}

	@Test
	void whatIsBuiltIsCopied() {
		Page page = this.browser.open(this.wire, "/compose?code=429",
				(visitor) -> visitor.setPermissions(List.of("clipboard-read", "clipboard-write")));
		page.locator("button[data-of=curl]").click();
		PlaywrightAssertions.assertThat(page.locator("button[data-of=curl]")).hasText("Copied");
		assertThat(page.evaluate("navigator.clipboard.readText()"))
			.isEqualTo("curl -i 'http://127.0.0.1:" + this.wire.port() + "/status/429'");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			code=404                           | The response is there.             | Not Found
			code=503&retry-after=9             | The response is there.             | retry-after: 9
			code=103                           | The response is there.             | passes interim responses over
			code=200&body=hello&fault=truncate | The response is there.             | The content broke off after
			code=302                           | A redirect came.                   |
			code=200&fault=reset               | No response that a script may see. |
			code=444                           | No response that a script may see. |
			code=200&header=nonsense           | The response is there.             | Bad Request
			""")
	void whatABrowserSeesIsShownAndWhatItHidesIsSaid(String wish, String state, String seen) {
		Page page = this.browser.open(this.wire, "/compose?" + wish);
		page.locator("#send").click();
		PlaywrightAssertions.assertThat(page.locator("#state")).containsText(state);
		PlaywrightAssertions.assertThat(page.locator("#seen")).containsText((seen != null) ? seen : "");
		assertThat(page.locator("#seen").innerText().isEmpty()).isEqualTo(seen == null);
	}

	@Test
	void aSlowResponseIsStopped() {
		Page page = this.browser.open(this.wire, "/compose?code=200&delay=9s");
		page.locator("#send").click();
		PlaywrightAssertions.assertThat(page.locator("#state")).containsText("Waiting");
		page.locator("#stop").click();
		PlaywrightAssertions.assertThat(page.locator("#state")).containsText("Stopped");
		PlaywrightAssertions.assertThat(page.locator("#stop")).isHidden();
	}

	private static void fill(Page page) {
		page.locator("#code").selectOption("503");
		page.locator("#delay").fill("1ms");
		page.locator("#retry-after").fill("7");
		page.locator("#fault").selectOption("truncate");
		page.locator("#header").fill("X-A: 1\n\nX-B: 2");
		page.locator("#body").fill("It's 가&<b>\n(50%)!~*");
	}

}
