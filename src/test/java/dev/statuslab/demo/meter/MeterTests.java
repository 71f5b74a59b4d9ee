package dev.statuslab.demo.meter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** 402 while the balance is 0, over a socket. */
@LiveServer
class MeterTests {

	private final Wire wire;

	private final String meter = "/demo/meter/" + UUID.randomUUID();

	MeterTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies("rfc9110-15.5.3")
	void anEmptyBalanceIs402AndPayingMakesTheRepeatSucceed() {
		Answer first = report();
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.json().get("balance").asInt()).isZero();
		Answer refused = report();
		assertThat(refused.statusLine()).isEqualTo("HTTP/1.1 402 Payment Required");
		assertThat(refused.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(refused.field("Cache-Control")).isEqualTo("no-store");
		assertThat(refused.field("Statuslab")).isEqualTo("earned");
		assertThat(refused.field("Link")).isEqualTo("<" + this.meter + "/payments>; rel=\"payment\"");
		assertThat(refused.json().get("balance").asInt()).isZero();
		assertThat(refused.json().get("price").asInt()).isEqualTo(1);
		assertThat(refused.json().at("/payment/method").asString()).isEqualTo("POST");
		assertThat(refused.json().get("detail").asString()).contains("Pay by POST", this.meter + "/payments");
		Answer paid = this.wire.json("POST", refused.json().at("/payment/href").asString(), "{\"units\":2}");
		assertThat(paid.status()).isEqualTo(201);
		assertThat(paid.json().get("units").asInt()).isEqualTo(2);
		assertThat(report().json().get("report").asInt()).isEqualTo(2);
		assertThat(report().json().get("balance").asInt()).isZero();
		assertThat(report().status()).isEqualTo(402);
	}

	@Test
	void thePaymentIsWhereLocationSays() {
		Answer paid = pay("{\"units\":100}");
		assertThat(paid.field("Location")).startsWith(this.meter + "/payments/");
		Answer receipt = this.wire.get(paid.field("Location"));
		assertThat(receipt.status()).isEqualTo(200);
		assertThat(receipt.text()).isEqualTo(paid.text());
		String elsewhere = paid.field("Location").replace(this.meter, this.meter + "-other");
		assertThat(this.wire.get(elsewhere).status()).isEqualTo(404);
		assertThat(this.wire.get(this.meter).json().get("balance").asInt()).isEqualTo(101);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "OPTIONS" })
	void aSafeMethodCostsNothing(String method) {
		assertThat(this.wire.send(method, this.meter).status()).isEqualTo(200);
		assertThat(this.wire.send(method, this.meter + "/reports").status())
			.isEqualTo("OPTIONS".equals(method) ? 200 : 405);
		Answer balance = this.wire.get(this.meter);
		assertThat(balance.json().get("balance").asInt()).isEqualTo(1);
		assertThat(balance.json().get("used").asInt()).isZero();
		assertThat(balance.field("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void anotherKeyIsNotAffected() {
		report();
		assertThat(report().status()).isEqualTo(402);
		assertThat(this.wire.send("POST", this.meter + "-other/reports").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"units\":0}", "{\"units\":-1}", "{\"units\":1.5}", "{\"units\":101}",
			"{\"units\":1e400}" })
	void aPaymentForNoPossibleNumberIs422AndChangesNothing(String content) {
		Answer answer = pay(content);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().get("parameter").asString()).isEqualTo("units");
		assertThat(this.wire.get(this.meter).json().get("balance").asInt()).isEqualTo(1);
	}

	@Test
	void aPaymentThatCantBeReadIs400Or415() {
		assertThat(pay("{\"units\":").status()).isEqualTo(400);
		assertThat(pay("{\"units\":\"x\"}").status()).isEqualTo(400);
		Answer answer = this.wire.exchange("POST", this.meter + "/payments", "units=1", "Content-Type: text/plain");
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.field("Accept-Post")).isEqualTo("application/json");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "a%20b", "%C3%A4", "a*b", "12345678901234567890123456789012345678901234567890123456789012345" })
	void aKeyHasABoundedAlphabetAndLength(String key) {
		String address = "/demo/meter/" + key;
		for (Answer answer : List.of(this.wire.get(address), this.wire.send("POST", address + "/reports"),
				this.wire.json("POST", address + "/payments", "{\"units\":1}"),
				this.wire.get(address + "/payments/x"))) {
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.json().get("parameter").asString()).isEqualTo("key");
		}
	}

	@Test
	void ofManyAtOnceAsManySucceedAsArePaidFor() throws Exception {
		pay("{\"units\":4}");
		Callable<Answer> client = this::report;
		ExecutorService threads = Executors.newFixedThreadPool(12);
		try {
			List<Integer> statuses = new ArrayList<>();
			for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(12, client))) {
				statuses.add(answer.get().status());
			}
			assertThat(statuses).filteredOn((status) -> status == 200).hasSize(5);
			assertThat(statuses).filteredOn((status) -> status == 402).hasSize(7);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private Answer report() {
		return this.wire.send("POST", this.meter + "/reports");
	}

	private Answer pay(String content) {
		return this.wire.json("POST", this.meter + "/payments", content);
	}

}
