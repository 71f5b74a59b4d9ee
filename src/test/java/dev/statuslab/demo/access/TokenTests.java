package dev.statuslab.demo.access;

import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bearer tokens: how to come by one, and what each fault of one is answered (RFC 6750).
 */
@LiveServer
@Import(MovableClock.Configuration.class)
class TokenTests {

	private final Wire wire;

	private final MovableClock clock;

	TokenTests(@Autowired Wire wire, @Autowired MovableClock clock) {
		this.wire = wire;
		this.clock = clock;
	}

	@Test
	void aTokenIsIssuedForNameAndPassword() {
		Answer answer = this.wire.send("POST", "/demo/access/tokens", AccessTests.READER);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.json().get("access_token").asString()).matches("[A-Za-z0-9_-]{32}");
		assertThat(answer.json().get("token_type").asString()).isEqualTo("Bearer");
		assertThat(answer.json().get("expires_in").asInt()).isEqualTo(300);
	}

	@Test
	void aTokenIsIssuedForDigestToo() {
		DigestPeer peer = DigestPeer.challenged(this.wire.send("POST", "/demo/access/tokens"), "reader",
				"reader-secret");
		assertThat(this.wire.send("POST", "/demo/access/tokens", peer.authorization("POST", "/demo/access/tokens", 1))
			.status()).isEqualTo(200);
	}

	@Test
	void aTokenSignsItsUserIn() {
		Answer answer = this.wire.get("/demo/access", bearer(token(AccessTests.READER)));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().toString())
			.isEqualTo("{\"authenticated\":true,\"user\":\"reader\",\"scheme\":\"Bearer\",\"roles\":[\"user\"]}");
		assertThat(this.wire.get("/demo/access/admin", bearer(token(AccessTests.ADMIN))).status()).isEqualTo(200);
		assertThat(this.wire.get("/demo/access", "Authorization: bEARER " + token(AccessTests.READER)).status())
			.isEqualTo(200);
	}

	@Test
	@Verifies("rfc6750-3.1a")
	void aTokenNobodyIssuedIsInvalid() {
		Answer answer = this.wire.get("/demo/access", bearer("mF_9.B5f-4.1JqM"));
		assertThat(answer.status()).isEqualTo(401);
		List<String> challenges = answer.fieldLines("WWW-Authenticate");
		assertThat(challenges).hasSize(3);
		assertThat(challenges.get(1)).startsWith("Bearer realm=\"Statuslab demo\", error=\"invalid_token\"");
		assertThat(answer.json().get("detail").asString()).contains("/demo/access/tokens");
	}

	@Test
	void aTokenExpires() {
		String field = bearer(token(AccessTests.READER));
		this.clock.forward(Tokens.LIFETIME.minusSeconds(30));
		assertThat(this.wire.get("/demo/access", field).status()).isEqualTo(200);
		this.clock.forward(Tokens.LIFETIME.minusSeconds(270));
		Answer answer = this.wire.get("/demo/access", field);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.field("WWW-Authenticate")).contains("error=\"invalid_token\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer a b", "Bearer token=abc", "bearer a,b", "Bearer ä" })
	@Verifies("rfc6750-3.1a")
	void aMalformedTokenIsABadRequest(String value) {
		Answer answer = this.wire.get("/demo/access", "Authorization: " + value);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.fieldLines("WWW-Authenticate")).singleElement()
			.asString()
			.startsWith("Bearer realm=\"Statuslab demo\", error=\"invalid_request\"");
	}

	@Test
	void twoTokensAreABadRequest() {
		Answer answer = this.wire.get("/demo/access", bearer(token(AccessTests.READER)), AccessTests.READER);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.field("WWW-Authenticate")).contains("error=\"invalid_request\"");
	}

	@Test
	@Verifies("rfc6750-3.1a")
	void aTokenElsewhereThanInTheFieldIsNotSeen() {
		String token = token(AccessTests.READER);
		Answer answer = this.wire.get("/demo/access?access_token=" + token);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.field("WWW-Authenticate")).doesNotContain("error=");
	}

	@Test
	@Verifies({ "rfc6750-3.1a", "rfc6750-3.1b", "rfc9110-15.5.4a" })
	void aPlainUsersTokenDoesNotReachFarEnough() {
		Answer answer = this.wire.get("/demo/access/admin", bearer(token(AccessTests.READER)));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.fieldLines("WWW-Authenticate")).singleElement()
			.asString()
			.startsWith("Bearer realm=\"Statuslab demo\", error=\"insufficient_scope\", ")
			.endsWith(", scope=\"admin\"");
		assertThat(this.wire.get("/demo/access/secret", bearer(token(AccessTests.READER))).status()).isEqualTo(404);
	}

	@Test
	void aTokenDoesNotBegetAnother() {
		Answer answer = this.wire.send("POST", "/demo/access/tokens", bearer(token(AccessTests.ADMIN)));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.fieldLines("WWW-Authenticate")).hasSize(2).noneMatch((line) -> line.startsWith("Bearer"));
	}

	@Test
	void tokensAreNotReadBack() {
		Answer answer = this.wire.get("/demo/access/tokens", AccessTests.READER);
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.field("Allow")).isEqualTo("OPTIONS, POST");
		assertThat(this.wire.get("/demo/access/tokens").status()).isEqualTo(401);
	}

	@Test
	void contentOfAStrangerIsNotAskedFor() {
		Answer answer = this.wire.send("POST", "/demo/access/tokens", "Expect: 100-continue", "Content-Length: 5");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.interim()).isEmpty();
	}

	private String token(String credentials) {
		return this.wire.send("POST", "/demo/access/tokens", credentials).json().get("access_token").asString();
	}

	private static String bearer(String token) {
		return "Authorization: Bearer " + token;
	}

}
