package dev.statuslab.demo.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.statuslab.http.HttpDates;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client sees of a quota. */
@LiveServer
class QuotaWireTests {

	private static final String POLICY = "\"default\";q=10;w=10";

	private static final int CLIENTS = 100;

	private final Wire wire;

	private final String resource = "/demo/quota/" + UUID.randomUUID();

	QuotaWireTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies({ "rfc6585-4a", "rfc6585-4b", "rfc9110-10.2.3b", "ratelimit-3a", "ratelimit-3b", "ratelimit-3c",
			"ratelimit-4", "ratelimit-6" })
	void theFieldsCountDownToTheRefusal() {
		for (int left = 9; left >= 0; left--) {
			Answer answer = this.wire.get(this.resource);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.field("RateLimit-Policy")).isEqualTo(POLICY);
			assertThat(answer.field("RateLimit")).matches("\"default\";r=" + left + ";t=([1-9]|10)");
			assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
			assertThat(answer.field("Statuslab")).isEqualTo("earned");
			assertThat(answer.field("Retry-After")).isNull();
			assertThat(answer.json().get("remaining").asInt()).isEqualTo(left);
			assertThat(answer.json().get("limit").asInt()).isEqualTo(10);
			assertThat(answer.json().get("window").asInt()).isEqualTo(10);
			assertThat(answer.field("RateLimit")).endsWith(";t=" + answer.json().get("reset").asInt());
			assertThat(answer.trailers()).isEmpty();
		}
		Answer refused = this.wire.get(this.resource);
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.statusLine()).endsWith("429 Too Many Requests");
		assertThat(refused.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(refused.field("Cache-Control")).isEqualTo("no-store");
		assertThat(refused.field("Statuslab")).isEqualTo("earned");
		assertThat(refused.field("Retry-After")).matches("[1-9]|10");
		assertThat(refused.field("RateLimit-Policy")).isEqualTo(POLICY);
		assertThat(refused.field("RateLimit")).isEqualTo("\"default\";r=0;t=" + refused.field("Retry-After"));
		assertThat(refused.json().get("limit").asInt()).isEqualTo(10);
		assertThat(refused.json().get("window").asInt()).isEqualTo(10);
		assertThat(refused.json().get("detail").asString()).contains("10 requests in 10 seconds");
		assertThat(refused.trailers()).isEmpty();
	}

	@Test
	void anotherKeyIsNotAffected() {
		exhaust();
		Answer other = this.wire.get(this.resource + "-other");
		assertThat(other.status()).isEqualTo(200);
		assertThat(other.field("RateLimit")).isEqualTo("\"default\";r=9;t=10");
		assertThat(other.field("Retry-After")).isNull();
	}

	@Test
	void headUsesATokenAndIsRefusedLikeGet() {
		Answer used = this.wire.send("HEAD", this.resource);
		assertThat(used.status()).isEqualTo(200);
		assertThat(used.field("RateLimit")).startsWith("\"default\";r=9;");
		exhaust();
		Answer refused = this.wire.send("HEAD", this.resource);
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.field("Retry-After")).matches("[1-9]|10");
		assertThat(refused.field("RateLimit")).startsWith("\"default\";r=0;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "DELETE", "OPTIONS" })
	void anotherMethodUsesNoToken(String method) {
		Answer answer = this.wire.send(method, this.resource);
		assertThat(answer.status()).isEqualTo("OPTIONS".equals(method) ? 200 : 405);
		assertThat(answer.field("Allow")).contains("GET", "HEAD").doesNotContain("POST");
		assertThat(this.wire.get(this.resource).field("RateLimit")).startsWith("\"default\";r=9;");
	}

	@Test
	@Verifies({ "rfc9110-10.2.3b", "ratelimit-6" })
	void theMomentCanBeADate() {
		Instant before = Instant.now();
		exhaust();
		Answer refused = this.wire.get(this.resource + "?as=date");
		Instant after = Instant.now();
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.field("Retry-After")).matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT");
		Instant moment = HttpDates.parse(refused.field("Retry-After")).orElseThrow();
		assertThat(moment).isBetween(before.plusSeconds(10), after.plusSeconds(11));
	}

	@ParameterizedTest
	@ValueSource(strings = { "minutes", "", "Date", "date&as=seconds" })
	void anUnknownFormIsRefusedAndUsesNoToken(String form) {
		Answer answer = this.wire.get(this.resource + "?as=" + form);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("allowed").toString()).isEqualTo("[\"seconds\",\"date\"]");
		assertThat(this.wire.get(this.resource + "?as=date").field("RateLimit")).startsWith("\"default\";r=9;");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "a%20b", "%C3%A4", "a*b", "12345678901234567890123456789012345678901234567890123456789012345" })
	void aKeyHasABoundedAlphabetAndLength(String key) {
		Answer answer = this.wire.get("/demo/quota/" + key);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("parameter").asString()).isEqualTo("key");
	}

	@Test
	void ofManyAtOnceExactlyTheQuotaSucceeds() throws Exception {
		CyclicBarrier start = new CyclicBarrier(CLIENTS);
		Callable<Answer> client = () -> {
			start.await();
			return this.wire.get(this.resource);
		};
		ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
		try {
			Instant before = Instant.now();
			List<Answer> answers = new ArrayList<>();
			for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(CLIENTS, client))) {
				answers.add(answer.get());
			}
			// a slower machine would see the next window too
			assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
			assertThat(answers).filteredOn((answer) -> answer.status() == 200)
				.extracting((answer) -> answer.json().get("remaining").asInt())
				.containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
			assertThat(answers).filteredOn((answer) -> answer.status() == 429).hasSize(CLIENTS - 10);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void exhaust() {
		while (this.wire.get(this.resource).status() != 429) {
			// still granted
		}
	}

}
