package dev.statuslab.server;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators ask the server. */
@LiveServer
class ActuatorTests {

	private final Wire wire;

	ActuatorTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
	void theServerIsUp(String target) {
		Answer answer = this.wire.get(target);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.json().get("status").asString()).isEqualTo("UP");
	}

	@Test
	void healthTellsNothingAboutTheMachine() {
		assertThat(this.wire.get("/actuator/health").text()).doesNotContain("diskSpace", "path");
	}

	@Test
	void infoTellsBuildAndCatalogue() {
		JsonNode info = this.wire.get("/actuator/info").json();
		assertThat(info.at("/build/artifact").asString()).isEqualTo("statuslab");
		assertThat(info.at("/build/version").asString()).isNotBlank();
		assertThat(info.at("/catalogue/version").asString()).matches("20[0-9]{2}\\.[0-9]+\\.[0-9]+");
		assertThat(info.at("/catalogue/registry").asString()).isEqualTo("2025-09-15");
		assertThat(info.at("/catalogue/codes").asInt()).isEqualTo(98);
		// a source tree without its repository builds too, and has no commit
		if (info.has("git")) {
			assertThat(info.at("/git/commit/id").asString()).matches("[0-9a-f]{7,40}");
		}
	}

	@Test
	void metricsCountTheFrontCache() {
		assertThat(this.wire.get("/actuator/metrics").json().get("names").valueStream().map(JsonNode::asString))
			.contains("cache.gets", "jvm.memory.used", "http.server.requests");
		double before = hits();
		this.wire.get("/codes/404");
		this.wire.get("/codes/404");
		assertThat(hits()).isGreaterThan(before);
	}

	@Test
	void prometheusGetsTheFrontCachesCounters() {
		Answer answer = this.wire.get("/actuator/prometheus");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).startsWith("text/plain");
		assertThat(answer.text()).containsPattern("(?m)^cache_gets_total\\{cache=\"front\",.*result=\"hit\"} ")
			.containsPattern("(?m)^cache_gets_total\\{cache=\"front\",.*result=\"miss\"} ")
			.containsPattern("(?m)^cache_evictions_total\\{cache=\"front\"")
			.containsPattern("(?m)^cache_size\\{cache=\"front\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/threaddump",
			"/actuator/loggers", "/actuator/configprops", "/actuator/shutdown" })
	void whatIsNobodysBusinessIsNotThere(String target) {
		assertThat(this.wire.get(target).status()).isEqualTo(404);
		assertThat(this.wire.exchange("POST", target, "").status()).isEqualTo(404);
	}

	private double hits() {
		return this.wire.get("/actuator/metrics/cache.gets?tag=cache:front&tag=result:hit")
			.json()
			.at("/measurements/0/value")
			.asDouble();
	}

}
