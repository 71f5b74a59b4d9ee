package dev.statuslab.testing;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeListenerTests {

	private static final String CLASSES = System.getProperty("statuslab.classes", "");

	@TempDir
	private Path classes;

	@AfterEach
	void restore() {
		System.setProperty("statuslab.classes", CLASSES);
	}

	@Test
	void whatPassedAndWhatFailedIsLeftBehind() throws Exception {
		JsonNode passed = outcomes().path("passed");
		assertThat(passed.path(name("holds")).asBoolean()).isTrue();
		assertThat(passed.path(name("fails")).asBoolean(true)).isFalse();
		assertThat(passed.path(name("failsOnce")).asBoolean(true)).isFalse();
		assertThat(passed.path("recipe:200-played").asBoolean()).isTrue();
		assertThat(passed.path("recipe:201-played").asBoolean(true)).isFalse();
	}

	@Test
	void whatWasSkippedOrVerifiesNothingIsNot() throws Exception {
		assertThat(outcomes().path("passed").propertyNames()).doesNotContain(name("skipped"), name("plain"));
	}

	private JsonNode outcomes() throws Exception {
		System.setProperty("statuslab.classes", this.classes.toString());
		LauncherFactory
			.create(LauncherConfig.builder()
				.enableTestExecutionListenerAutoRegistration(false)
				.addTestExecutionListeners(new OutcomeListener())
				.build())
			.execute(LauncherDiscoveryRequestBuilder.request()
				.selectors(DiscoverySelectors.selectClass(Sample.class))
				.build());
		return new JsonMapper().readTree(Files.readString(this.classes.resolve("conformance/outcomes.json")));
	}

	private static String name(String method) {
		return Sample.class.getName() + "#" + method;
	}

	static class Sample {

		@Test
		@Verifies("a")
		void holds(TestReporter reporter) {
			reporter.publishEntry("recipe:200-played", "passed");
			reporter.publishEntry("recipe:201-played", "passed");
			reporter.publishEntry("recipe:201-played", "failed");
		}

		@Test
		@Verifies("a")
		void fails() {
			throw new AssertionError("on purpose");
		}

		@ParameterizedTest
		@ValueSource(ints = { 1, 2, 3 })
		@Verifies("a")
		void failsOnce(int time) {
			assertThat(time).isNotEqualTo(2);
		}

		@Test
		@Verifies("a")
		void skipped() {
			Assumptions.abort("on purpose");
		}

		@Test
		void plain() {
		}

	}

}
