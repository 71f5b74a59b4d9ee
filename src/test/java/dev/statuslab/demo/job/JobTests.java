package dev.statuslab.demo.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Work that is accepted now and done later. */
@LiveServer
class JobTests {

	private final Wire wire;

	private final Jobs jobs;

	private final List<String> started = new ArrayList<>();

	JobTests(@Autowired Wire wire, @Autowired Jobs jobs) {
		this.wire = wire;
		this.jobs = jobs;
	}

	@AfterEach
	void leaveNothingRunning() {
		this.started.forEach((monitor) -> this.wire.send("DELETE", monitor));
	}

	@Test
	@Verifies({ "rfc9110-15.3.3", "rfc9110-15.4.4a" })
	void anAcceptedJobIsFollowedFromItsMonitorToItsResult() {
		Answer accepted = start("{\"seconds\":2}");
		assertThat(accepted.status()).isEqualTo(202);
		String monitor = accepted.field("Location");
		assertThat(monitor).startsWith("/demo/jobs/");
		assertThat(accepted.field("Retry-After")).isEqualTo("2");
		assertThat(accepted.field("Cache-Control")).isEqualTo("no-store");
		assertThat(accepted.field("Preference-Applied")).isNull();
		assertThat(accepted.json().get("state").asString()).isEqualTo("running");
		assertThat(accepted.json().get("monitor").asString()).isEqualTo(monitor);

		Answer running = this.wire.get(monitor);
		assertThat(running.status()).isEqualTo(200);
		assertThat(running.field("Retry-After")).isIn("1", "2");
		assertThat(running.field("Cache-Control")).isEqualTo("no-store");
		assertThat(running.json().get("state").asString()).isEqualTo("running");
		assertThat(running.json().get("progress").asInt()).isBetween(0, 95);
		assertThat(running.json().get("secondsLeft").asInt()).isBetween(1, 2);
		assertThat(soon(() -> this.wire.get(monitor).status() == 303)).isTrue();

		Answer done = this.wire.get(monitor);
		assertThat(done.status()).isEqualTo(303);
		assertThat(done.field("Location")).isEqualTo(monitor + "/result");
		assertThat(done.field("Retry-After")).isNull();
		assertThat(done.field("Cache-Control")).isEqualTo("no-store");
		assertThat(done.text()).contains(monitor + "/result");
		Answer result = this.wire.get(done.field("Location"));
		assertThat(result.status()).isEqualTo(200);
		assertThat(result.json().get("state").asString()).isEqualTo("done");
		assertThat(result.json().get("numbers").asInt()).isEqualTo(100_000);
		assertThat(result.json().get("primes").asInt()).isEqualTo(9_592);
	}

	@Test
	void progressIsMade() {
		String monitor = start("{\"seconds\":10}").field("Location");
		assertThat(soon(() -> this.wire.get(monitor).json().get("progress").asInt() >= 10)).isTrue();
		assertThat(this.wire.get(monitor).status()).isEqualTo(200);
	}

	@Test
	void headMonitorsLikeGet() {
		String monitor = start("{\"seconds\":30}").field("Location");
		Answer head = this.wire.send("HEAD", monitor);
		assertThat(head.status()).isEqualTo(200);
		assertThat(Integer.parseInt(head.field("Retry-After"))).isBetween(20, 30);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"seconds\":null}", "null" })
	void threeSecondsAreUsual(String content) {
		Answer accepted = start(content);
		assertThat(accepted.status()).isEqualTo(202);
		assertThat(accepted.field("Retry-After")).isEqualTo("3");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"seconds":-1}     | 422
			{"seconds":31}     | 422
			{"seconds":2.5}    | 422
			{"seconds":1e-400} | 422
			{"seconds":1e400}  | 422
			{"seconds":99999999999999999999} | 422
			{"seconds":"soon"} | 400
			{"seconds":[]}     | 400
			{"seconds":3       | 400
			{"seconds":30}     | 202
			{"seconds":0}      | 202
			{"seconds":3.0}    | 202
			""")
	void aTimeOutOfRangeIsRefused(String content, int status) {
		Answer answer = start(content);
		assertThat(answer.status()).isEqualTo(status);
		if (status == 422) {
			assertThat(answer.field("Location")).isNull();
			assertThat(answer.json().at("/allowed/minimum").asInt()).isZero();
			assertThat(answer.json().at("/allowed/maximum").asInt()).isEqualTo(30);
		}
	}

	@Test
	void contentOfAnotherTypeIsRefused() {
		Answer answer = this.wire.exchange("POST", "/demo/jobs", "seconds=3", "Content-Type: text/plain");
		assertThat(answer.status()).isEqualTo(415);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0 | wait=5                  | wait=5
			0 | respond-async, wait=5   | wait=5
			0 | wait=600                | wait=30
			0 | wait=99999999999999999  | wait=30
			1 | wait=1                  | wait=1
			""")
	void aJobThatIsDoneWithinTheWaitIsAnsweredByItsResult(int seconds, String prefer, String applied) {
		Answer answer = start("{\"seconds\":" + seconds + "}", "Prefer: " + prefer);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Preference-Applied")).isEqualTo(applied);
		assertThat(answer.field("Location")).isNull();
		assertThat(answer.field("Retry-After")).isNull();
		assertThat(answer.json().get("primes").asInt()).isEqualTo(9_592);
		Answer result = this.wire.get(answer.field("Content-Location"));
		assertThat(result.status()).isEqualTo(200);
		assertThat(result.text()).isEqualTo(answer.text());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			Prefer: wait=1                      | -             | 750
			Prefer: respond-async, wait=1       | respond-async | 750
			Prefer: wait=1; Prefer: respond-async | respond-async | 750
			Prefer: respond-async               | respond-async | 0
			Prefer: wait=0                      | -             | 0
			Prefer: wait=0, respond-async       | respond-async | 0
			Prefer: wait=soon                   | -             | 0
			Prefer: wait                        | -             | 0
			Prefer: wait=-1                     | -             | 0
			Prefer: handling=strict, x="a,wait=9" | -           | 0
			""")
	@Verifies({ "rfc7240-4.1", "rfc7240-3", "rfc7240-2b" })
	void aJobThatTakesLongerIsAccepted(String fields, String applied, long milliseconds) {
		Instant before = Instant.now();
		Answer answer = start("{\"seconds\":30}", fields.split("; "));
		assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(milliseconds));
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.field("Preference-Applied")).isEqualTo(applied);
		assertThat(answer.field("Location")).isNotNull();
		assertThat(Integer.parseInt(answer.field("Retry-After"))).isBetween(15, 30);
	}

	@Test
	void theResultIsNotThereBeforeTheEnd() {
		String monitor = start("{\"seconds\":30}").field("Location");
		Answer early = this.wire.get(monitor + "/result");
		assertThat(early.status()).isEqualTo(404);
		assertThat(early.json().get("monitor").asString()).isEqualTo(monitor);
	}

	@ParameterizedTest
	@CsvSource({ "GET, ''", "GET, /result", "DELETE, ''" })
	void anUnknownJobIsNotFound(String method, String suffix) {
		Answer answer = this.wire.send(method, "/demo/jobs/none%22" + suffix);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json().get("detail").asString()).startsWith("There is no job none\".");
	}

	@Test
	void aCancelledJobIsGone() {
		String monitor = start("{\"seconds\":30}").field("Location");
		int running = this.jobs.running();
		Answer cancelled = this.wire.send("DELETE", monitor);
		assertThat(cancelled.status()).isEqualTo(204);
		assertThat(cancelled.field("Content-Type")).isNull();
		assertThat(cancelled.field("Content-Length")).isNull();
		assertThat(this.jobs.running()).isEqualTo(running - 1);
		Answer gone = this.wire.get(monitor);
		assertThat(gone.status()).isEqualTo(410);
		assertThat(gone.field("Cache-Control")).isEqualTo("no-store");
		assertThat(this.wire.get(monitor + "/result").status()).isEqualTo(410);
		assertThat(this.wire.send("DELETE", monitor).status()).isEqualTo(410);
	}

	@Test
	@Verifies({ "rfc9110-13.1.1b", "rfc9110-13.2.1e" })
	void aJobIsNotCancelledWhereAPreconditionIsFalse() {
		String monitor = start("{\"seconds\":30}").field("Location");
		for (String precondition : List.of("If-Match: \"other\"", "If-None-Match: *")) {
			assertThat(this.wire.send("DELETE", monitor, precondition).status()).isEqualTo(412);
			assertThat(this.wire.get(monitor).status()).isEqualTo(200);
		}
		assertThat(this.wire.send("DELETE", monitor, "If-Match: *").status()).isEqualTo(204);
		assertThat(this.wire.send("DELETE", monitor, "If-Match: \"other\"").status()).isEqualTo(410);
	}

	@Test
	void aJobThatIsDoneCannotBeCancelled() {
		Answer done = start("{\"seconds\":0}", "Prefer: wait=5");
		String result = done.field("Content-Location");
		Answer late = this.wire.send("DELETE", result.replace("/result", ""));
		assertThat(late.status()).isEqualTo(409);
		assertThat(this.wire.get(result).status()).isEqualTo(200);
	}

	@Test
	void oneJobMoreThanTheBoundIsRefusedUntilAnotherEnds() {
		assertThat(soon(() -> this.jobs.running() == 0)).isTrue();
		for (int i = 0; i < Jobs.BOUND; i++) {
			assertThat(start("{\"seconds\":30}").status()).isEqualTo(202);
		}
		Answer refused = start("{\"seconds\":0}");
		assertThat(refused.status()).isEqualTo(503);
		assertThat(Integer.parseInt(refused.field("Retry-After"))).isBetween(1, 30);
		assertThat(refused.json().get("limit").asInt()).isEqualTo(Jobs.BOUND);
		assertThat(this.wire.send("DELETE", this.started.get(0)).status()).isEqualTo(204);
		assertThat(start("{\"seconds\":0}").status()).isEqualTo(202);
	}

	@Test
	void aClientThatGoesAwayLeavesNothingBehind() {
		assertThat(soon(() -> this.jobs.running() == 0)).isTrue();
		String content = "{\"seconds\":1}";
		try (Connection connection = this.wire.open()) {
			connection.write("POST /demo/jobs HTTP/1.1\r\nHost: localhost:" + this.wire.port()
					+ "\r\nPrefer: wait=30\r\nContent-Type: application/json\r\nContent-Length: " + content.length()
					+ "\r\n\r\n" + content);
			assertThat(soon(() -> this.jobs.running() == 1)).isTrue();
		}
		assertThat(soon(() -> this.jobs.running() == 0)).isTrue();
		assertThat(start("{\"seconds\":0}", "Prefer: wait=5").status()).isEqualTo(200);
	}

	private Answer start(String content, String... fields) {
		Answer answer = content.isEmpty() ? this.wire.send("POST", "/demo/jobs", fields)
				: this.wire.json("POST", "/demo/jobs", content, fields);
		if (answer.status() == 202) {
			this.started.add(answer.field("Location"));
		}
		return answer;
	}

	private static boolean soon(BooleanSupplier condition) {
		Instant deadline = Instant.now().plusSeconds(10);
		while (!condition.getAsBoolean()) {
			if (Instant.now().isAfter(deadline)) {
				return false;
			}
		}
		return true;
	}

}
