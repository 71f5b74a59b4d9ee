package dev.statuslab.forced.httpbin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

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

@LiveServer
class BasicAndBearerTests {

	private final Wire wire;

	BasicAndBearerTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource({ "u/p,u:p", "u/a:b:c,u:a:b:c", "%EB%AF%B8%EB%82%98/%F0%9F%94%91,미나:🔑", "a%20b/c%3Bd,'a b:c;d'" })
	void userAndPasswordOfTheAddressAreLetIn(String path, String pair) {
		for (String address : new String[] { "/basic-auth/", "/hidden-basic-auth/" }) {
			Answer answer = this.wire.get(address + path, basic(pair));
			assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
			assertThat(answer.json().get("authenticated").asBoolean(false)).isTrue();
			assertThat(answer.json().get("user").asString()).isEqualTo(pair.substring(0, pair.indexOf(':')));
			assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
			assertThat(answer.field("Statuslab")).isEqualTo("earned");
			assertThat(answer.field("WWW-Authenticate")).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "X: y", "Authorization: Basic dTpx", "Authorization: Basic eDpw", "Authorization: Basic",
			"Authorization: Basic dTpwIA==", "Authorization: Basic !", "Authorization: Basic dQ==",
			"Authorization: Basic ====", "Authorization: Bearer dTpw", "Authorization: Digest username=\"u\"",
			"Authorization: Basic dTpw\r\nAuthorization: Basic dTpw", "Proxy-Authorization: Basic dTpw" })
	@Verifies({ "rfc9110-15.5.2a", "rfc9110-11.4", "rfc7617-2" })
	void othersAreChallengedOrLeftInTheDark(String field) {
		Answer open = this.wire.get("/basic-auth/u/p", field);
		assertThat(open.status()).as(open.toString()).isEqualTo(401);
		assertThat(open.field("WWW-Authenticate")).isEqualTo("Basic realm=\"Statuslab\", charset=\"UTF-8\"");
		assertThat(open.field("Statuslab")).isEqualTo("earned");
		assertThat(open.json().get("authenticated").asBoolean(true)).isFalse();
		Answer hidden = this.wire.get("/hidden-basic-auth/u/p", field);
		assertThat(hidden.status()).isEqualTo(404);
		assertThat(hidden.field("WWW-Authenticate")).isNull();
		assertThat(hidden.text()).doesNotContain("authenticated");
	}

	@Test
	void theSchemesCaseAndTheMethodDoNotMatter() {
		assertThat(this.wire.get("/basic-auth/u/p", "Authorization: bASIC dTpw").status()).isEqualTo(200);
		assertThat(this.wire.exchange("POST", "/basic-auth/u/p", "x", basic("u:p")).status()).isEqualTo(200);
		assertThat(this.wire.send("HEAD", "/basic-auth/u/p", basic("u:p")).status()).isEqualTo(200);
		assertThat(this.wire.send("HEAD", "/basic-auth/u/p", basic("u:q")).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/basic-auth/a:b/p", "/hidden-basic-auth/a:b/p", "/basic-auth/u/a%09b", "/basic-auth/u%7F/p" })
	void whatBasicCannotCarryIsABadRequest(String target) {
		assertThat(this.wire.get(target, basic("a:b:p")).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "a.b-c_d~e+f/g==", "0" })
	void whoBearsATokenIsLetIn(String token) {
		Answer answer = this.wire.get("/bearer", "Authorization: bearer " + token);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().toString()).isEqualTo("{\"authenticated\":true,\"token\":\"" + token + "\"}");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "X: y", "Authorization: Basic dTpw", "Authorization: Bearerabc", "Authorization: abc" })
	@Verifies({ "rfc6750-3", "rfc6750-3.1a" })
	void withoutATokenTheChallengeNamesNoError(String field) {
		Answer answer = this.wire.get("/bearer?access_token=abc", field);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.field("WWW-Authenticate")).isEqualTo("Bearer realm=\"Statuslab\"");
		assertThat(answer.json().get("authenticated").asBoolean(true)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer a b", "Bearer a=b", "Bearer =", "Bearer \"a\"", "Bearer é",
			"Bearer a\r\nAuthorization: Bearer a", "Basic dTpw\r\nAuthorization: Bearer a" })
	@Verifies("rfc6750-3.1a")
	void aMalformedTokenIsAnInvalidRequest(String value) {
		Answer answer = this.wire.get("/bearer", "Authorization: " + value);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.field("WWW-Authenticate"))
			.startsWith("Bearer realm=\"Statuslab\", error=\"invalid_request\"");
	}

	private static String basic(String pair) {
		return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

}
