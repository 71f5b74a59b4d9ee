package dev.statuslab.server;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.statuslab.testing.Browser;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;

/** What a real browser makes of Swagger UI. */
@LiveServer
class BrowserTests {

	private final Wire wire;

	@RegisterExtension
	private final Browser browser = new Browser();

	BrowserTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void swaggerUiShowsTheOperationsUnderItsPolicy() {
		Page page = this.browser.open(this.wire, "/swagger-ui/index.html");
		// the description of everything is made when it is first asked for
		PlaywrightAssertions.assertThat(page.getByText("Everything about one status code"))
			.isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
		PlaywrightAssertions.assertThat(page.locator("[data-path='/codes/{code}']").first()).isVisible();
	}

}
