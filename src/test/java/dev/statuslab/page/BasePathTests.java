package dev.statuslab.page;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Behind a base path, every link stays behind it. */
@LiveServer
@TestPropertySource(
		properties = { "server.servlet.context-path=/lab", "statuslab.page.origin=https://statuslab.example" })
class BasePathTests {

	private static final Pattern OWN = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"");

	private final Wire wire;

	BasePathTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/codes", "/codes/404", "/classes", "/classes/4xx", "/compose", "/codes/299",
			"/nowhere", "/recipes", "/recipes/304-entity-tag" })
	void everyLinkStartsWithTheBasePath(String path) {
		String page = this.wire.get("/lab" + path, "Accept: text/html").text();
		List<String> links = OWN.matcher(page).results().map((MatchResult link) -> link.group(1)).toList();
		assertThat(links).hasSizeGreaterThan(6).allMatch((link) -> link.startsWith("/lab/"));
	}

	@Test
	void otherSitesAreToldThePublicAddress() {
		String page = this.wire
			.raw("GET /lab/codes/404?lang=ko HTTP/1.1\r\nHost: elsewhere.example\r\nAccept: text/html\r\n\r\n")
			.text();
		assertThat(page)
			.contains("rel=\"canonical\" href=\"https://statuslab.example/lab/codes/404?lang=ko\"",
					"hreflang=\"en\" href=\"https://statuslab.example/lab/codes/404?lang=en\"",
					"property=\"og:image\" content=\"https://statuslab.example/lab/preview.png\"")
			.doesNotContain("elsewhere");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/                     | /                      | /?
			/?lang=ko             | /?lang=ko              | /?
			/codes/404            | /codes/404             | /codes/404?
			/codes?class=3xx&lang=en&format=html | /codes?class=3xx&amp;lang=en | /codes?class=3xx&amp;
			/compose?lang=ko      | /compose?lang=ko       | /compose?
			""")
	void aPageTellsItsAddressInEachLanguage(String target, String canonical, String prefix) {
		String page = this.wire.get("/lab" + target, "Accept: text/html").text();
		String origin = "https://statuslab.example/lab";
		assertThat(page).contains("<link rel=\"canonical\" href=\"" + origin + canonical + "\">",
				"hreflang=\"en\" href=\"" + origin + prefix + "lang=en\"",
				"hreflang=\"ko\" href=\"" + origin + prefix + "lang=ko\"",
				"hreflang=\"x-default\" href=\"" + origin + prefix.replaceAll("(\\?|&amp;)$", "") + "\"");
	}

	@Test
	void theComposerBuildsBehindIt() {
		String page = this.wire.get("/lab/compose?code=404", "Accept: text/html").text();
		assertThat(page).contains("href=\"/lab/status/404\"", "&#39;https://statuslab.example/lab/status/404&#39;",
				"data-base=\"/lab\"");
		assertThat(this.wire.get("/lab/compose/send?code=404").field("Location")).isEqualTo("/lab/status/404");
	}

	@Test
	void theCheatSheetNamesIt() {
		assertThat(this.wire.get("/lab/", "Accept: text/plain").text()).contains("S=http://localhost:8080/lab\n");
	}

}
