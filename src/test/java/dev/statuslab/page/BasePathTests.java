package dev.statuslab.page;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Behind a base path, every link stays behind it. */
@LiveServer
@TestPropertySource(properties = "server.servlet.context-path=/lab")
class BasePathTests {

	private static final Pattern OWN = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"");

	private final Wire wire;

	BasePathTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/codes", "/codes/404", "/classes", "/classes/4xx", "/codes/299", "/nowhere",
			"/recipes", "/recipes/304-entity-tag" })
	void everyLinkStartsWithTheBasePath(String path) {
		String page = this.wire.get("/lab" + path, "Accept: text/html").text();
		List<String> links = OWN.matcher(page).results().map((MatchResult link) -> link.group(1)).toList();
		assertThat(links).hasSizeGreaterThan(6).allMatch((link) -> link.startsWith("/lab/"));
	}

	@Test
	void theCheatSheetNamesIt() {
		assertThat(this.wire.get("/lab/", "Accept: text/plain").text()).contains("S=http://localhost:8080/lab\n");
	}

}
