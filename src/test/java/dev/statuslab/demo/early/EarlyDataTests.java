package dev.statuslab.demo.early;

import java.util.UUID;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** 425 for what is early and not safe, over a socket. */
@LiveServer
class EarlyDataTests {

	private static final String AMOUNT = "{\"amount\":50}";

	private static final String EARLY = "Early-Data: 1";

	private final Wire wire;

	private final String ledger = "/demo/transfers/" + UUID.randomUUID();

	EarlyDataTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies({ "rfc8470-5.1a", "rfc8470-5.2b" })
	void anEarlyTransferIs425AndIsNotMade() {
		Answer answer = transfer(EARLY);
		assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 425 Too Early");
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.field("Statuslab")).isEqualTo("earned");
		assertThat(transfers()).isZero();
	}

	@Test
	@Verifies("rfc8470-5.2a")
	void theSameTransferIsMadeWithoutTheField() {
		transfer(EARLY);
		Answer answer = transfer();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("total").asInt()).isEqualTo(50);
		assertThat(transfers()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "OPTIONS" })
	@Verifies("rfc8470-3a")
	void whatIsSafeMayBeEarly(String method) {
		Answer answer = this.wire.send(method, this.ledger, EARLY);
		assertThat(answer.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST" })
	@Verifies("rfc8470-3a")
	void whereAReplayDoesNoHarmAllMayBeEarly(String method) {
		assertThat(this.wire.send(method, "/demo/echo", EARLY).status()).isEqualTo(200);
	}

	@Test
	@Verifies({ "rfc8470-5.1a", "rfc8470-5.2a" })
	void anIdempotentMethodIsNotSafeEnough() {
		transfer();
		assertThat(this.wire.send("DELETE", this.ledger, EARLY).status()).isEqualTo(425);
		assertThat(transfers()).isEqualTo(1);
		assertThat(this.wire.send("DELETE", this.ledger).status()).isEqualTo(204);
		assertThat(transfers()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Early-Data: 0", "Early-Data:", "Early-Data: yes", "Early-Data: 1, 1", "early-data: 1" })
	@Verifies("rfc8470-5.1b")
	void anInvalidValueCountsAsOne(String field) {
		assertThat(transfer(field).status()).isEqualTo(425);
		assertThat(transfers()).isZero();
	}

	@Test
	@Verifies("rfc8470-5.1b")
	void severalLinesCountAsOne() {
		assertThat(transfer("Early-Data: 0", "Early-Data: 0").status()).isEqualTo(425);
		assertThat(transfers()).isZero();
	}

	@Test
	@Verifies("rfc8470-5.1c")
	void noAnswerHasTheField() {
		for (Answer answer : new Answer[] { transfer(EARLY), transfer(), this.wire.get(this.ledger, EARLY) }) {
			assertThat(answer.field("Early-Data")).isNull();
			assertThat(answer.trailers()).isEmpty();
			assertThat(String.valueOf(answer.field("Connection"))).doesNotContainIgnoringCase("early-data");
		}
	}

	@Test
	void itIsRefusedBeforeItsContentIsAskedFor() {
		Answer answer = this.wire.raw("POST " + this.ledger + " HTTP/1.1\r\nHost: localhost\r\n" + EARLY
				+ "\r\nContent-Type: application/json\r\nContent-Length: 13\r\nExpect: 100-continue\r\n\r\n");
		assertThat(answer.interim()).isEmpty();
		assertThat(answer.status()).isEqualTo(425);
	}

	@Test
	void itIsRefusedBeforeItsContentIsJudged() {
		assertThat(this.wire.json("POST", this.ledger, "{", EARLY).status()).isEqualTo(425);
		assertThat(this.wire.json("POST", this.ledger, "{").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"amount\":0}", "{\"amount\":1.5}", "{\"amount\":1001}" })
	void anAmountThatCantBeTransferredIs422(String content) {
		Answer answer = this.wire.json("POST", this.ledger, content);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().get("parameter").asString()).isEqualTo("amount");
		assertThat(transfers()).isZero();
	}

	@Test
	@Verifies({ "rfc9110-13.1.1b", "rfc9110-13.2.1e" })
	void nothingIsDoneWhereAPreconditionIsFalse() {
		transfer();
		for (String precondition : new String[] { "If-Match: \"other\"", "If-None-Match: *" }) {
			assertThat(transfer(precondition).status()).isEqualTo(412);
			assertThat(this.wire.send("DELETE", this.ledger, precondition).status()).isEqualTo(412);
			assertThat(this.wire.json("POST", this.ledger, "{}", precondition).status()).isEqualTo(422);
			assertThat(transfer(EARLY, precondition).status()).isEqualTo(425);
		}
		assertThat(transfers()).isEqualTo(1);
		assertThat(transfer("If-Match: *").status()).isEqualTo(200);
		assertThat(this.wire.send("DELETE", this.ledger, "If-None-Match: \"other\"").status()).isEqualTo(204);
		assertThat(transfers()).isZero();
	}

	@Test
	void aKeyHasABoundedAlphabet() {
		assertThat(this.wire.get("/demo/transfers/a*b").status()).isEqualTo(400);
		assertThat(this.wire.json("POST", "/demo/transfers/a*b", AMOUNT).status()).isEqualTo(400);
		assertThat(this.wire.send("DELETE", "/demo/transfers/a*b").status()).isEqualTo(400);
	}

	private Answer transfer(String... fields) {
		return this.wire.json("POST", this.ledger, AMOUNT, fields);
	}

	private int transfers() {
		return this.wire.get(this.ledger).json().get("transfers").asInt();
	}

}
