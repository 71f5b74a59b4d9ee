package dev.statuslab.forced.httpbin;

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

/** Digest over the wire (RFC 7616). */
@LiveServer
class DigestAuthTests {

	private static final String TARGET = "/digest-auth/auth/u/p/SHA-256";

	private static final DigestClient CLIENT = new DigestClient("u", "p", "SHA-256", "auth");

	private final Wire wire;

	DigestAuthTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void theChallengeNamesTheTerms() {
		Answer answer = this.wire.get("/digest-auth/auth,auth-int/u/p?a=b");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.field("WWW-Authenticate"))
			.matches("Digest realm=\"Statuslab\", domain=\"/digest-auth/auth,auth-int/u/p\", qop=\"auth, auth-int\", "
					+ "algorithm=MD5, nonce=\"[A-Za-z0-9_-]+\", opaque=\"[A-Za-z0-9]+\", charset=UTF-8");
		assertThat(answer.field("Statuslab")).isEqualTo("earned");
		assertThat(answer.json().get("authenticated").asBoolean(true)).isFalse();
		assertThat(DigestClient.nonce(this.wire.get(TARGET))).isNotEqualTo(DigestClient.nonce(answer));
	}

	@ParameterizedTest
	@CsvSource({ "MD5,auth,auth", "SHA-256,auth,auth", "SHA-512-256,auth,auth", "SHA-512,auth,auth",
			"MD5,auth-int,auth-int", "SHA-512-256,auth-int,auth-int", "'SHA-256','auth,auth-int',auth",
			"'SHA-256','auth,auth-int',auth-int" })
	@Verifies("rfc7616-3.5")
	void whatWasAskedForSignsIn(String algorithm, String offered, String qop) {
		String target = "/digest-auth/%s/u/p/%s".formatted(offered, algorithm);
		DigestClient client = new DigestClient("u", "p", algorithm, qop);
		String nonce = nonce(target);
		Answer answer = this.wire.exchange("POST", target, "a=b",
				client.authorization(nonce, 1, "POST", target, "a=b"));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.json().toString()).isEqualTo("{\"authenticated\":true,\"user\":\"u\"}");
		assertThat(answer.field("Authentication-Info")).isEqualTo("qop=%s, rspauth=\"%s\", cnonce=\"%s\", nc=00000001"
			.formatted(qop, client.response(nonce, 1, "", target, answer.text()), DigestClient.CNONCE));
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void withoutAnAlgorithmItIsMd5() {
		String target = "/digest-auth/auth/u/p";
		String field = new DigestClient("u", "p", "MD5", "auth").authorization(nonce(target), 1, "GET", target, "");
		assertThat(this.wire.get(target, field.replace("algorithm=MD5, ", "")).status()).isEqualTo(200);
		refusedOutright(this.wire.get(target, CLIENT.authorization(nonce(target), 1, "GET", target, "")));
	}

	@Test
	void withAuthIntTheContentCounts() {
		String target = "/digest-auth/auth-int/u/p/SHA-256";
		DigestClient client = new DigestClient("u", "p", "SHA-256", "auth-int");
		String field = client.authorization(nonce(target), 1, "PUT", target, "right");
		refusedOutright(this.wire.exchange("PUT", target, "wrong", field));
		refusedOutright(this.wire.exchange("PUT", target, null, field));
		assertThat(this.wire.exchange("PUT", target, "right", field).status()).isEqualTo(200);
	}

	@Test
	void headIsAnsweredWithoutContent() {
		String target = "/digest-auth/auth-int/u/p/SHA-256";
		DigestClient client = new DigestClient("u", "p", "SHA-256", "auth-int");
		String nonce = nonce(target);
		Answer answer = this.wire.send("HEAD", target, client.authorization(nonce, 1, "HEAD", target, ""));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Authentication-Info")).contains(client.response(nonce, 1, "", target, ""));
	}

	@ParameterizedTest
	@CsvSource({ "u,wrong,SHA-256,auth", "other,p,SHA-256,auth", "u,p,SHA-512-256,auth", "u,p,SHA-512,auth",
			"u,p,MD5,auth", "u,p,SHA-256,auth-int" })
	@Verifies("rfc7616-3.3b")
	void anythingElseIsRefusedOutright(String user, String password, String algorithm, String qop) {
		DigestClient client = new DigestClient(user, password, algorithm, qop);
		refusedOutright(this.wire.get(TARGET, client.authorization(nonce(TARGET), 1, "GET", TARGET, "")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "algorithm=SHA-256|algorithm=SHA-256-sess", "realm=\"Statuslab|realm=\"Other",
			"Digest |Digest opaque=x, ", "algorithm=SHA-256, |''" })
	void whatWasNotOfferedIsRefused(String offered, String changed) {
		String field = CLIENT.authorization(nonce(TARGET), 1, "GET", TARGET, "");
		refusedOutright(this.wire.get(TARGET, field.replace(offered, changed)));
		assertThat(this.wire.get(TARGET, field).status()).isEqualTo(200);
	}

	@Test
	void aCountThatDoesNotGoUpIsStale() {
		String nonce = nonce(TARGET);
		assertThat(this.wire.get(TARGET, CLIENT.authorization(nonce, 5, "GET", TARGET, "")).status()).isEqualTo(200);
		for (int count : new int[] { 5, 4, 0 }) {
			stale(this.wire.get(TARGET, CLIENT.authorization(nonce, count, "GET", TARGET, "")), nonce);
		}
		assertThat(this.wire.get(TARGET, CLIENT.authorization(nonce, 6, "GET", TARGET, "")).status()).isEqualTo(200);
	}

	@Test
	@Verifies("rfc7616-3.3b")
	void aNonceIsUsedUpWhereTheAddressSaysSo() {
		String target = TARGET + "/2";
		String nonce = nonce(target);
		for (int count = 1; count <= 2; count++) {
			assertThat(this.wire.get(target, CLIENT.authorization(nonce, count, "GET", target, "")).status())
				.isEqualTo(200);
		}
		Answer third = this.wire.get(target, CLIENT.authorization(nonce, 3, "GET", target, ""));
		stale(third, nonce);
		String fresh = DigestClient.nonce(third);
		assertThat(this.wire.get(target, CLIENT.authorization(fresh, 1, "GET", target, "")).status()).isEqualTo(200);
	}

	@Test
	void neverMeansManyTimesAndZeroNone() {
		String never = TARGET + "/never";
		String nonce = nonce(never);
		for (int count = 1; count <= 20; count++) {
			assertThat(this.wire.get(never, CLIENT.authorization(nonce, count, "GET", never, "")).status())
				.isEqualTo(200);
		}
		String zero = TARGET + "/0";
		stale(this.wire.get(zero, CLIENT.authorization(nonce(zero), 1, "GET", zero, "")), "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "not base64!", "AAABogVhqiN_cZSxWEDavLlxvwbqzq98MxISLpKh5kyH3m_TqkDRWygVMwTw4lYF" })
	void aNonceThatTheServerDidNotMakeIsStale(String nonce) {
		stale(this.wire.get(TARGET, CLIENT.authorization(nonce, 1, "GET", TARGET, "")), nonce);
	}

	@Test
	@Verifies("rfc7616-3.4.6")
	void anotherTargetIsABadRequest() {
		for (String uri : new String[] { TARGET + "?a=b", "/digest-auth/auth/u/p/MD5", "*", "/public" + TARGET }) {
			Answer answer = this.wire.get(TARGET, CLIENT.authorization(nonce(TARGET), 1, "GET", uri, ""));
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.json().get("detail").asString()).contains(TARGET);
		}
		String query = TARGET + "?a=%20b";
		assertThat(this.wire.get(query, CLIENT.authorization(nonce(query), 1, "GET", query, "")).status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Digest", "Digest x", "Digest username=\"u", "Digest username=a, username=b" })
	void malformedCredentialsAreABadRequest(String value) {
		Answer answer = this.wire.get(TARGET, "Authorization: " + value);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("detail").asString()).startsWith("Authorization can't be read: ");
		assertThat(this.wire.get(TARGET, "Authorization: Basic dTpw", "Authorization: Basic dTpw").status())
			.isEqualTo(400);
		refusedOutright(this.wire.get(TARGET, "Authorization: Basic dTpw"));
	}

	@Test
	void aNameBeyondAsciiSignsIn() {
		String target = "/digest-auth/auth/%EB%AF%B8%EB%82%98/%F0%9F%94%91/SHA-256";
		DigestClient client = new DigestClient("미나", "🔑", "SHA-256", "auth");
		Answer answer = this.wire.get(target, client.authorization(nonce(target), 1, "GET", target, ""));
		assertThat(answer.json().get("user").asString()).isEqualTo("미나");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/digest-auth/auth/é/p", "/digest-auth/auth/u\"x/p", "/digest-auth/auth/u/p?é\"",
			"/%64igest-auth/auth/u/p", "http://localhost/digest-auth/auth/u/p" })
	void anyTargetCanBeChallenged(String target) {
		Answer answer = this.wire.raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(answer.status()).as(answer.toString()).isIn(400, 401);
	}

	@Test
	void theTargetMayBeAbsolute() {
		String uri = "http://localhost:" + this.wire.port() + TARGET;
		assertThat(this.wire.get(uri, CLIENT.authorization(nonce(TARGET), 1, "GET", uri, "")).status()).isEqualTo(200);
		String elsewhere = "http://elsewhere.example" + TARGET;
		assertThat(this.wire.get(uri, CLIENT.authorization(nonce(TARGET), 1, "GET", elsewhere, "")).status())
			.isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "/digest-auth/none/u/p,qop", "'/digest-auth/auth,none/u/p',qop", "/digest-auth/AUTH/u/p,qop",
			"/digest-auth/auth/u/p/SHA-1,algorithm", "/digest-auth/auth/u/p/SHA-256-sess,algorithm",
			"/digest-auth/auth/u/p/MD5/soon,stale_after", "/digest-auth/auth/u/p/MD5/-1,stale_after" })
	void termsThatCannotBeAreABadRequest(String target, String parameter) {
		Answer answer = this.wire.get(target);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
		assertThat(answer.json().get("allowed").isArray()).isTrue();
		assertThat(answer.field("WWW-Authenticate")).isNull();
	}

	private String nonce(String target) {
		return DigestClient.nonce(this.wire.get(target));
	}

	private static void refusedOutright(Answer answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
		assertThat(answer.field("WWW-Authenticate")).startsWith("Digest ").doesNotContain("stale");
		assertThat(answer.field("Authentication-Info")).isNull();
	}

	private static void stale(Answer answer, String nonce) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
		assertThat(answer.field("WWW-Authenticate")).endsWith(", stale=true");
		assertThat(DigestClient.nonce(answer)).isNotEqualTo(nonce);
		assertThat(answer.field("Authentication-Info")).isNull();
	}

}
