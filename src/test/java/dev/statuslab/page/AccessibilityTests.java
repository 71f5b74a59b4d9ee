package dev.statuslab.page;

import java.util.List;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.statuslab.testing.Browser;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What axe finds: nothing, whatever the colours and the screen. */
@LiveServer
class AccessibilityTests {

	private final Wire wire;

	@RegisterExtension
	private final Browser browser = new Browser();

	AccessibilityTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@MethodSource
	void nobodyIsKeptOut(String target, ColorScheme colours, int width) {
		Page page = this.browser.open(this.wire, target,
				(visitor) -> visitor.setColorScheme(colours).setViewportSize(width, 800));
		assertThat(violations(page)).isEmpty();
	}

	static Stream<Arguments> nobodyIsKeptOut() {
		return everywhere(Stream.of("/", "/codes/304"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/codes/103?lang=ko", "/compose", "/recipes/304-entity-tag", "/codes?q=cache",
			"/classes/4xx", "/recipes", "/conformance?verdict=deviates", "/codes/798", "/labs" })
	void norByTheOtherPages(String target) {
		assertThat(violations(this.browser.open(this.wire, target))).isEmpty();
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@MethodSource
	void aFinishedRunKeepsNobodyOut(String target, ColorScheme colours, int width) {
		Page page = this.browser.open(this.wire, target,
				(visitor) -> visitor.setColorScheme(colours).setViewportSize(width, 800));
		page.locator("form.play button").first().click();
		PlaywrightAssertions.assertThat(page.locator("output.passed")).isVisible();
		page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))");
		assertThat(violations(page)).isEmpty();
	}

	static Stream<Arguments> aFinishedRunKeepsNobodyOut() {
		return everywhere(Stream.of("/codes/304"));
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@MethodSource
	void noLabDoes(String target, ColorScheme colours, int width) {
		String lab = target + this.wire.send("POST", "/labs").json().get("lab").asString();
		this.wire.get(lab + "/known/unknown-299");
		this.wire.send("POST", lab + "/known/unknown-299/told?status=299&success=false");
		Page page = this.browser.open(this.wire, lab,
				(visitor) -> visitor.setColorScheme(colours).setViewportSize(width, 800));
		page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))");
		assertThat(violations(page)).isEmpty();
		assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
	}

	static Stream<Arguments> noLabDoes() {
		return everywhere(Stream.of("/labs/"));
	}

	@Test
	void whatKeepsSomebodyOutIsFound() {
		Page page = this.browser.open(this.wire, "/");
		page.evaluate("document.querySelector('h1').innerHTML = '<img src=\"favicon.svg\">'");
		assertThat(violations(page)).anyMatch((violation) -> violation.startsWith("image-alt"));
	}

	private static Stream<Arguments> everywhere(Stream<String> targets) {
		return targets.flatMap((target) -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
			.flatMap((colours) -> Stream.of(390, 1280).map((width) -> Arguments.of(target, colours, width))));
	}

	private static List<String> violations(Page page) {
		return new AxeBuilder(page).analyze().getViolations().stream().map(AccessibilityTests::told).toList();
	}

	private static String told(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " "
				+ rule.getNodes().stream().limit(3).map(CheckedNode::getHtml).toList();
	}

}
