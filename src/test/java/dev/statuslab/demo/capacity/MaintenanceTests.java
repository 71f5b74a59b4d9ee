package dev.statuslab.demo.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import dev.statuslab.http.HttpDates;
import dev.statuslab.http.RetryForm;
import dev.statuslab.store.CaffeineStores;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that is closed for a while, and says for how long. */
@LiveServer
class MaintenanceTests {

	private final Wire wire;

	private final String service = "/demo/maintenance/" + UUID.randomUUID();

	MaintenanceTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies("rfc9110-15.6.4b")
	void aClosedServiceTellsWhenItOpens() {
		Answer opened = this.wire.json("POST", this.service, "{\"seconds\":60}");
		assertThat(opened.status()).isEqualTo(200);
		assertThat(opened.field("Retry-After")).isNull();
		assertThat(opened.field("Cache-Control")).isEqualTo("no-store");
		assertThat(opened.json().get("state").asString()).isEqualTo("maintenance");
		assertThat(Instant.parse(opened.json().get("until").asString())).isAfter(Instant.now());
		Answer closed = this.wire.get(this.service);
		assertThat(closed.status()).isEqualTo(503);
		assertThat(closed.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(closed.field("Cache-Control")).isEqualTo("no-store");
		assertThat(Integer.parseInt(closed.field("Retry-After"))).isBetween(30, 60);
	}

	@Test
	void headIsRefusedLikeGet() {
		this.wire.json("POST", this.service, "{\"seconds\":60}");
		Answer closed = this.wire.send("HEAD", this.service);
		assertThat(closed.status()).isEqualTo(503);
		assertThat(Integer.parseInt(closed.field("Retry-After"))).isBetween(30, 60);
	}

	@Test
	void anotherKeyIsOpen() {
		this.wire.json("POST", this.service, "{\"seconds\":60}");
		Answer open = this.wire.get(this.service + "-other");
		assertThat(open.status()).isEqualTo(200);
		assertThat(open.field("Retry-After")).isNull();
		assertThat(open.json().get("state").asString()).isEqualTo("available");
	}

	@Test
	@Verifies("rfc9110-15.6.4a")
	void theServiceIsOpenAfterTheTimeThatRetryAfterTold() throws Exception {
		this.wire.json("POST", this.service, "{\"seconds\":2}");
		Answer closed = this.wire.get(this.service);
		assertThat(closed.status()).isEqualTo(503);
		Thread.sleep(Duration.ofSeconds(Long.parseLong(closed.field("Retry-After"))).toMillis());
		Answer open = this.wire.get(this.service);
		assertThat(open.status()).isEqualTo(200);
		assertThat(open.field("Retry-After")).isNull();
	}

	@Test
	void theMomentCanBeADate() {
		Instant before = Instant.now();
		this.wire.json("POST", this.service, "{\"seconds\":60}");
		Answer closed = this.wire.get(this.service + "?as=date");
		assertThat(closed.status()).isEqualTo(503);
		assertThat(closed.field("Retry-After")).matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT");
		Instant moment = HttpDates.parse(closed.field("Retry-After")).orElseThrow();
		assertThat(moment).isBetween(before.plusSeconds(60), Instant.now().plusSeconds(61));
		assertThat(this.wire.get(this.service + "?as=date").field("Retry-After"))
			.isEqualTo(closed.field("Retry-After"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "minutes", "", "Date", "date&as=seconds" })
	void anUnknownFormIsRefusedBothWhenClosedAndOpen(String form) {
		Answer open = this.wire.get(this.service + "?as=" + form);
		assertThat(open.status()).isEqualTo(400);
		assertThat(open.json().get("allowed").toString()).isEqualTo("[\"seconds\",\"date\"]");
		this.wire.send("POST", this.service);
		assertThat(this.wire.get(this.service + "?as=" + form).status()).isEqualTo(400);
	}

	@Test
	void aWindowCanEndEarly() {
		this.wire.json("POST", this.service, "{\"seconds\":60}");
		Answer ended = this.wire.send("DELETE", this.service);
		assertThat(ended.status()).isEqualTo(204);
		assertThat(ended.field("Content-Length")).isNull();
		assertThat(ended.field("Content-Type")).isNull();
		assertThat(this.wire.get(this.service).status()).isEqualTo(200);
		assertThat(this.wire.send("DELETE", this.service).status()).isEqualTo(204);
	}

	@Test
	@Verifies({ "rfc9110-13.1.1b", "rfc9110-13.2.1e" })
	void noWindowBeginsOrEndsWhereAPreconditionIsFalse() {
		String stale = "If-Match: \"other\"";
		assertThat(this.wire.json("POST", this.service, "{\"seconds\":60}", stale).status()).isEqualTo(412);
		assertThat(this.wire.json("POST", this.service, "{\"seconds\":0}", stale).status()).isEqualTo(422);
		assertThat(this.wire.get(this.service).status()).isEqualTo(200);
		assertThat(this.wire.json("POST", this.service, "{\"seconds\":60}", "If-Match: *").status()).isEqualTo(200);
		assertThat(this.wire.send("DELETE", this.service, stale).status()).isEqualTo(412);
		assertThat(this.wire.get(this.service).status()).isEqualTo(503);
		assertThat(this.wire.send("DELETE", this.service, "If-Match: *").status()).isEqualTo(204);
		assertThat(this.wire.get(this.service).status()).isEqualTo(200);
	}

	@Test
	void aLaterWindowReplacesTheEarlier() {
		this.wire.json("POST", this.service, "{\"seconds\":120}");
		this.wire.json("POST", this.service, "{\"seconds\":5}");
		assertThat(Integer.parseInt(this.wire.get(this.service).field("Retry-After"))).isBetween(1, 5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"seconds\":null}" })
	void tenSecondsAreUsual(String content) {
		if (content.isEmpty()) {
			this.wire.send("POST", this.service);
		}
		else {
			this.wire.json("POST", this.service, content);
		}
		assertThat(Integer.parseInt(this.wire.get(this.service).field("Retry-After"))).isBetween(5, 10);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"seconds":0}                | 422
			{"seconds":-1}               | 422
			{"seconds":121}              | 422
			{"seconds":1.5}              | 422
			{"seconds":1e400}            | 422
			{"seconds":99999999999999999999} | 422
			{"seconds":1e-400}           | 422
			{"seconds":"soon"}           | 400
			{"seconds":                  | 400
			[]                           | 400
			{"seconds":1}                | 200
			{"seconds":12e1}             | 200
			""")
	void aTimeOutOfRangeOpensNoWindow(String content, int status) {
		Answer answer = this.wire.json("POST", this.service, content);
		assertThat(answer.status()).isEqualTo(status);
		if (status == 422) {
			assertThat(answer.json().at("/allowed/minimum").asInt()).isEqualTo(1);
			assertThat(answer.json().at("/allowed/maximum").asInt()).isEqualTo(120);
			assertThat(this.wire.get(this.service).status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "a%20b", "%C3%A4", "a*b", "12345678901234567890123456789012345678901234567890123456789012345" })
	void aKeyHasABoundedAlphabetAndLength(String key) {
		for (String method : new String[] { "GET", "POST", "DELETE" }) {
			Answer answer = this.wire.send(method, "/demo/maintenance/" + key);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		}
	}

	@Test
	void retryAfterCountsDownToTheEndOfTheWindow() {
		Instant start = Instant.parse("2026-01-01T00:00:00.250Z");
		Instant[] now = { start };
		Maintenance maintenance = new Maintenance(new CaffeineStores(10, Duration.ofHours(1)), () -> now[0]);
		maintenance.open("key", Duration.ofSeconds(10));
		Instant until = maintenance.current("key").orElseThrow().until();
		assertThat(RetryForm.SECONDS.until(until, now[0]).value()).isEqualTo("10");
		assertThat(RetryForm.DATE.until(until, now[0]).value()).isEqualTo("Thu, 01 Jan 2026 00:00:11 GMT");
		now[0] = start.plusMillis(7_400);
		assertThat(RetryForm.SECONDS.until(until, now[0]).value()).isEqualTo("3");
		assertThat(RetryForm.DATE.until(until, now[0]).value()).isEqualTo("Thu, 01 Jan 2026 00:00:11 GMT");
		now[0] = start.plusMillis(9_999);
		assertThat(maintenance.current("key")).isPresent();
		now[0] = start.plusSeconds(10);
		assertThat(maintenance.current("key")).isEmpty();
	}

}
