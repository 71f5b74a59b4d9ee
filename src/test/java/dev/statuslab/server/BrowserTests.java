package dev.statuslab.server;

import java.nio.file.Path;

import dev.statuslab.testing.Browser;
import dev.statuslab.testing.Browser.Visit;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a real browser makes of the pages. */
@LiveServer
class BrowserTests {

	private final Wire wire;

	@TempDir
	private Path folder;

	BrowserTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void swaggerUiShowsTheOperationsUnderItsPolicy() throws Exception {
		Visit visit = new Browser(this.folder, this.wire).visit("/swagger-ui/index.html");
		assertThat(visit.page()).contains("Everything about one status code", "/codes/{code}");
		assertThat(visit.console()).doesNotContain("Content Security Policy");
	}

	@Test
	void theHomePageIsShownUnderItsPolicy() throws Exception {
		Visit visit = new Browser(this.folder, this.wire).visit("/");
		assertThat(visit.page()).contains("<html", "Not Found", "Permanent Redirect");
		assertThat(visit.console()).doesNotContain("Content Security Policy", "Uncaught");
	}

}
