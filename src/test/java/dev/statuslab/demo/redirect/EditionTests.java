package dev.statuslab.demo.redirect;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import dev.statuslab.http.Links;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Today's edition is where the clock says, in UTC. */
@LiveServer
class EditionTests {

	private final Wire wire;

	EditionTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void todayLeadsToTodaysEdition() {
		Answer today = this.wire.get("/demo/today");
		assertThat(today.status()).isEqualTo(302);
		assertThat(today.field("Location")).matches("/demo/editions/\\d{4}-\\d\\d-\\d\\d");
		Answer edition = this.wire.get(today.field("Location"));
		assertThat(edition.status()).isEqualTo(200);
		assertThat(today.field("Location")).endsWith(edition.json().get("date").asString());
	}

	@Test
	void theEditionBeforeIsStillThere() {
		Answer today = this.wire.get(this.wire.get("/demo/today").field("Location"));
		Answer yesterday = this.wire.get(today.json().at("/links/previous").asString());
		assertThat(yesterday.status()).isEqualTo(200);
		assertThat(yesterday.field("ETag")).isNotEqualTo(today.field("ETag"));
		assertThat(this.wire
			.get(yesterday.json().at("/links/self").asString(), "If-None-Match: " + yesterday.field("ETag"))
			.status()).isEqualTo(304);
	}

	@ParameterizedTest
	@CsvSource({ "2, 404", "100000, 404", "-29, 200", "-32, 404" })
	void whatIsNotKeptIsNotFound(int days, int status) {
		LocalDate date = LocalDate.now(ZoneOffset.UTC).plusDays(days);
		assertThat(this.wire.get("/demo/editions/" + date).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "today", "2026-02-30", "2026-1-1", "20260101", "%3Cscript%3E", "2026-01-01T00:00:00Z" })
	void whatIsNoDateIsTheClientsMistake(String date) {
		Answer answer = this.wire.get("/demo/editions/" + date);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("parameter").asString()).isEqualTo("date");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-22T23:59:59.999Z, 2026-11-22", "2026-11-23T00:00:00Z, 2026-11-23" })
	void theDayChangesAtMidnightUtc(Instant now, String date) {
		Clock clock = Clock.fixed(now, ZoneId.of("Asia/Seoul"));
		EditionController controller = new EditionController(new Answers(new JsonMapper()), clock);
		HttpHeaders fields = controller.today(new MockHttpServletRequest(), new Links("http://localhost", "/base"))
			.getHeaders();
		assertThat(fields.getFirst("Location")).isEqualTo("/base/demo/editions/" + date);
	}

}
