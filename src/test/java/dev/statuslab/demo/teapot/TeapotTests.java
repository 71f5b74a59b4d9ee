package dev.statuslab.demo.teapot;

import java.util.Arrays;
import java.util.List;

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

/** HTCPCP over a socket. */
@LiveServer
class TeapotTests {

	private static final String COFFEE = "Content-Type: message/coffeepot";

	private static final String TEA = "Content-Type: message/teapot";

	private static final String ALTERNATES = "{\"/demo/teapot/darjeeling\" {type message/teapot}}, "
			+ "{\"/demo/teapot/earl-grey\" {type message/teapot}}, "
			+ "{\"/demo/teapot/peppermint\" {type message/teapot}}";

	private final Wire wire;

	TeapotTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource({ "BREW, /demo/teapot, message/coffeepot", "POST, /demo/teapot, message/coffeepot",
			"BREW, /demo/teapot, application/coffee-pot-command",
			"BREW, /demo/teapot, Message/CoffeePot; charset=us-ascii",
			"BREW, /demo/teapot/earl-grey, message/coffeepot", "POST, /demo/teapot/earl-grey, message/coffeepot" })
	@Verifies("rfc2324-2.3.2")
	void coffeeFromATeapotIs418(String method, String pot, String type) {
		Answer answer = this.wire.exchange(method, pot, "start", "Content-Type: " + type);
		assertThat(answer.status()).isEqualTo(418);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("Statuslab")).isEqualTo("earned");
		assertThat(answer.field("Alternates")).isEqualTo(ALTERNATES);
		assertThat(answer.json().get("allowed").toString()).isEqualTo("[\"message/teapot\"]");
		assertThat(answer.text()).contains("short and stout");
	}

	@Test
	@Verifies("rfc7168-2.3.3")
	void coffeeStaysImpossible() {
		for (int i = 0; i < 3; i++) {
			Answer answer = this.wire.exchange("BREW", "/demo/teapot", "start", COFFEE);
			assertThat(answer.status()).isEqualTo(418);
			assertThat(answer.field("Retry-After")).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "BREW", "POST" })
	@Verifies("rfc7168-2.1.1")
	void teaAsksBackWhichOne(String method) {
		Answer answer = this.wire.exchange(method, "/demo/teapot", "start", TEA);
		assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 300 Multiple Choices");
		assertThat(answer.field("Alternates")).isEqualTo(ALTERNATES);
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.json().get("teas").size()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "BREW", "POST" })
	void eachAlternateBrews(String method) {
		Answer choice = this.wire.exchange(method, "/demo/teapot", "start", TEA);
		choice.json().get("teas").forEach((tea) -> {
			String self = tea.get("self").asString();
			Answer brewing = this.wire.exchange(method, self, "start", TEA);
			assertThat(brewing.status()).isEqualTo(200);
			assertThat(brewing.json().get("state").asString()).isEqualTo("brewing");
			assertThat(brewing.json().get("beverage").asString()).isEqualTo(tea.get("tea").asString());
			assertThat(this.wire.exchange(method, self, "stop", TEA).json().get("state").asString())
				.isEqualTo("stopped");
			assertThat(this.wire.get(self).status()).isEqualTo(200);
		});
	}

	@Test
	void aCoffeePotBrewsCoffee() {
		Answer answer = this.wire.exchange("BREW", "/demo/coffeepot", "start", COFFEE);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.json().get("state").asString()).isEqualTo("brewing");
		assertThat(this.wire.exchange("POST", "/demo/coffeepot", "stop", COFFEE).status()).isEqualTo(200);
	}

	@Test
	void aPotTakesNothingButItsBeverages() {
		Answer brew = this.wire.exchange("BREW", "/demo/coffeepot", "start", TEA);
		assertThat(brew.status()).isEqualTo(415);
		assertThat(brew.field("Accept")).isEqualTo("message/coffeepot, application/coffee-pot-command");
		Answer post = this.wire.exchange("POST", "/demo/teapot", "start", "Content-Type: text/plain");
		assertThat(post.status()).isEqualTo(415);
		assertThat(post.field("Accept-Post")).contains("message/teapot");
		assertThat(this.wire.send("BREW", "/demo/teapot").status()).isEqualTo(415);
		assertThat(this.wire.exchange("BREW", "/demo/teapot", "start", "Content-Type: tea").status()).isEqualTo(415);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "START", "boil" })
	void whatIsNoCommandIs400(String content) {
		Answer answer = this.wire.exchange("BREW", "/demo/teapot/peppermint", content, TEA);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("allowed").toString()).isEqualTo("[\"start\",\"stop\"]");
	}

	@Test
	void aTeaThatThePotDoesNotHaveIs404() {
		assertThat(this.wire.exchange("BREW", "/demo/teapot/oolong", "start", TEA).status()).isEqualTo(404);
		assertThat(this.wire.get("/demo/teapot/oolong").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo/teapot", "/demo/teapot/darjeeling", "/demo/coffeepot" })
	void allowNamesBrewAtAPot(String pot) {
		for (Answer answer : List.of(this.wire.send("PUT", pot), this.wire.send("DELETE", pot))) {
			assertThat(answer.status()).isEqualTo(405);
			assertThat(answer.field("Allow")).isEqualTo("BREW, GET, HEAD, OPTIONS, POST");
		}
		Answer options = this.wire.send("OPTIONS", pot);
		assertThat(options.status()).isEqualTo(200);
		assertThat(options.field("Allow")).isEqualTo("BREW, GET, HEAD, OPTIONS, POST");
		assertThat(this.wire.send("HEAD", pot).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo/orders", "/codes/418", "/demo/quota/brew", "/status/200", "/", "/v3/api-docs" })
	void brewIsKnownButNotAllowedElsewhere(String target) {
		Answer answer = this.wire.exchange("BREW", target, "start", COFFEE);
		assertThat(answer.status()).isEqualTo(405);
		assertThat(Arrays.asList(answer.field("Allow").split(", *"))).contains("GET").doesNotContain("BREW");
	}

	@ParameterizedTest
	@ValueSource(strings = { "WHEN", "brew", "BREWS" })
	void anotherMethodOfPotsIsNotImplementedAnywhere(String method) {
		assertThat(this.wire.exchange(method, "/demo/teapot", "start", TEA).status()).isEqualTo(501);
	}

	@Test
	void theEchoTakesAnyMethodAndSaysSo() {
		assertThat(this.wire.send("BREW", "/demo/echo").json().get("method").asString()).isEqualTo("BREW");
		assertThat(this.wire.send("OPTIONS", "/demo/echo").field("Allow")).contains("BREW");
	}

	@Test
	void aBrewThatIsRefusedLeavesTheConnectionUsable() {
		try (Wire.Connection connection = this.wire.open()) {
			for (int i = 0; i < 2; i++) {
				connection.write("BREW /demo/teapot HTTP/1.1\r\nHost: localhost\r\n" + COFFEE
						+ "\r\nContent-Length: 5\r\n\r\nstart");
				assertThat(connection.read("BREW").status()).isEqualTo(418);
			}
		}
	}

}
