package dev.statuslab.page;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.statuslab.testing.Browser;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of a lab turns as clients work; without scripts it is a report. */
@LiveServer
class LabBrowserTests {

	private final Wire wire;

	@RegisterExtension
	private final Browser browser = new Browser();

	LabBrowserTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void verdictsTurnAndStayWhenTheLabIsGone() {
		String lab = "/labs/" + this.wire.send("POST", "/labs").json().get("lab").asString();
		this.wire.get(lab + "/early/unknown-299");
		Page page = this.browser.open(this.wire, lab);
		PlaywrightAssertions.assertThat(page.locator("#state")).containsText("Watching");
		Locator early = exercise(page, "early", "unknown-299");
		PlaywrightAssertions.assertThat(early).hasClass("not-seen");
		this.wire.send("POST", lab + "/early/unknown-299/told?status=299&success=false");
		PlaywrightAssertions.assertThat(early).hasClass("failed");
		PlaywrightAssertions.assertThat(early.locator(".verdict")).hasText("failed");
		page.locator("#only-passed").check();
		PlaywrightAssertions.assertThat(early).isHidden();
		page.locator("#only-failed").check();
		PlaywrightAssertions.assertThat(early).isVisible();
		PlaywrightAssertions.assertThat(page.locator("[data-client=early] li:visible")).hasCount(1);
		PlaywrightAssertions.assertThat(page.locator("[data-client=early] h4:visible")).hasCount(1);
		page.locator("#only-all").check();
		early.locator("summary").click();
		PlaywrightAssertions.assertThat(early.locator("pre")).containsText("told of request 1: status=299");
		this.wire.get(lab + "/late/unknown-299");
		this.wire.send("POST", lab + "/late/unknown-299/told?status=299&success=true");
		PlaywrightAssertions.assertThat(exercise(page, "late", "unknown-299")).hasClass("passed");
		PlaywrightAssertions.assertThat(page.locator("[data-client=late] [data-verdict=passed]")).hasText("1");
		PlaywrightAssertions.assertThat(early).hasClass("failed");
		this.wire.send("DELETE", lab);
		PlaywrightAssertions.assertThat(page.locator("#state")).containsText("This lab is gone");
		PlaywrightAssertions.assertThat(early).isVisible();
	}

	@Test
	void theLinesNameOnesClient() {
		Page page = this.browser.open(this.wire, "/labs?lang=ko",
				(visitor) -> visitor.setPermissions(List.of("clipboard-read", "clipboard-write")));
		PlaywrightAssertions.assertThat(page.locator("main"))
			.containsText("curl -X POST http://127.0.0.1:" + this.wire.port() + "/labs");
		page.locator("form.play button").click();
		PlaywrightAssertions.assertThat(page.locator("#clients")).containsText("아직 온 클라이언트가 없습니다.");
		page.locator("#name").fill("okhttp-5");
		PlaywrightAssertions.assertThat(page.locator("#plan"))
			.hasText(page.url().replaceFirst("\\?.*", "") + "/okhttp-5");
		PlaywrightAssertions.assertThat(page.locator("#junit")).containsText("client=okhttp-5'");
		page.locator("#name").fill("not a name");
		PlaywrightAssertions.assertThat(page.locator("#junit")).containsText("client=okhttp-5'");
		assertThat(page.locator(".clip:visible").count()).isEqualTo(3);
		Locator clip = page.locator(".clip[data-of=plan]");
		String label = clip.textContent();
		clip.click();
		PlaywrightAssertions.assertThat(clip).not().hasText(label);
		assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(page.locator("#plan").textContent());
	}

	@Test
	void withoutScriptsThePageIsAReport() {
		Page page = this.browser.open(this.wire, "/labs", (visitor) -> visitor.setJavaScriptEnabled(false));
		page.locator("form.play button").click();
		PlaywrightAssertions.assertThat(page.locator("#clients")).containsText("No client has come yet.");
		String lab = page.url().replaceFirst("^http://[^/]*", "");
		this.wire.get(lab + "/mine/unknown-499");
		this.wire.send("POST", lab + "/mine/unknown-499/told?status=499&success=false");
		page.locator("#state a").click();
		PlaywrightAssertions.assertThat(exercise(page, "mine", "unknown-499")).hasClass("passed");
		assertThat(page.locator(".clip:visible, #named:visible").count()).isZero();
	}

	private static Locator exercise(Page page, String client, String name) {
		return page.locator("[data-client='%s'] [data-exercise='%s']".formatted(client, name));
	}

}
