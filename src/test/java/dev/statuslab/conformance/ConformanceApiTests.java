package dev.statuslab.conformance;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
class ConformanceApiTests {

	private final Wire wire;

	private final Conformance conformance;

	ConformanceApiTests(@Autowired Wire wire, @Autowired Conformance conformance) {
		this.wire = wire;
		this.conformance = conformance;
	}

	@Test
	void everyRowIsThereWithItsClause() {
		JsonNode index = this.wire.get("/conformance").json();
		assertThat(index.get("count").asInt()).isEqualTo(this.conformance.rows().size()).isGreaterThan(400);
		index.get("requirements").forEach((row) -> {
			assertThat(row.at("/spec/url").asString()).startsWith("https://");
			assertThat(row.get("checks").isEmpty()).isEqualTo(row.has("reason"));
		});
	}

	@Test
	void theTotalsAreThoseOfTheRows() {
		JsonNode index = this.wire.get("/conformance?level=must").json();
		int sum = 0;
		for (JsonNode number : index.at("/totals/MUST")) {
			sum += number.asInt();
		}
		assertThat(sum).isEqualTo(index.get("count").asInt()).isPositive();
		index.get("requirements").forEach((row) -> assertThat(row.get("level").asString()).isEqualTo("MUST"));
	}

	@Test
	void aSubjectIsFoundWhereItStandsBesideOthers() {
		JsonNode rows = this.wire.get("/conformance?subject=308").json().get("requirements");
		assertThat(rows).extracting((row) -> row.get("subject").asString())
			.contains("308", "307/308")
			.doesNotContain("307");
	}

	@ParameterizedTest
	@ValueSource(strings = { "level=MIGHT", "verdict=good", "levle=MUST", "level=MUST&level=MAY" })
	void aFilterThatCantBeIsRefused(String query) {
		Answer answer = this.wire.get("/conformance?" + query);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("parameter").asString()).isIn("level", "verdict", "levle");
	}

	@Test
	void itIsAPageAndATextToo() {
		Answer page = this.wire.get("/conformance?subject=412&lang=ko", "Accept: text/html");
		assertThat(page.field("Content-Language")).isEqualTo("ko");
		assertThat(page.text()).contains("RFC 9110 §15.5.13", "표준 준수").doesNotContain("RFC 8297", "??");
		assertThat(this.wire.get("/conformance?format=text").text()).contains("RFC 9110 §15.5.13");
	}

}
