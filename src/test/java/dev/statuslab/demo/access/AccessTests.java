package dev.statuslab.demo.access;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
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

/** Who may see what, with Basic; 401, 403 and the 404 that hides. */
@LiveServer
class AccessTests {

	static final String READER = basic("reader:reader-secret");

	static final String ADMIN = basic("admin:admin-secret");

	private final Wire wire;

	AccessTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource({ "GET,/demo/access", "GET,/demo/access/admin", "HEAD,/demo/access", "OPTIONS,/demo/access",
			"DELETE,/demo/access", "GET,/demo/access?a=b", "GET,/demo/acces%73/admin" })
	@Verifies({ "rfc9110-15.5.2a", "rfc9110-11.4", "rfc9110-11.5", "rfc7617-2", "rfc7616-3.3a", "rfc6750-3" })
	void whoSaysNothingIsChallengedByThreeSchemes(String method, String target) {
		Answer answer = this.wire.send(method, target);
		assertThat(answer.status()).isEqualTo(401);
		List<String> challenges = answer.fieldLines("WWW-Authenticate");
		assertThat(challenges).hasSize(3);
		assertThat(challenges.get(0)).matches("Digest realm=\"[^\"]+\", domain=\"/demo/access\", qop=\"auth\", "
				+ "algorithm=SHA-256, nonce=\"[^\"]+\", opaque=\"[^\"]+\", charset=UTF-8");
		assertThat(challenges.get(1)).isEqualTo("Bearer realm=\"Statuslab demo\"");
		assertThat(challenges.get(2)).isEqualTo("Basic realm=\"Statuslab demo\", charset=\"UTF-8\"");
	}

	@Test
	void theRefusalIsAProblem() {
		Answer answer = this.wire.get("/demo/access");
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.json().get("title").asString()).isEqualTo("Unauthorized");
		assertThat(answer.json().get("instance").asString()).isEqualTo("/demo/access");
		assertThat(answer.json().get("schemes").size()).isEqualTo(3);
		assertThat(this.wire.get("/demo/access", "Accept: text/html").field("Content-Type")).startsWith("text/html");
	}

	@Test
	void eachChallengeHasANonceOfItsOwn() {
		assertThat(DigestPeer.challenge(this.wire.get("/demo/access")))
			.isNotEqualTo(DigestPeer.challenge(this.wire.get("/demo/access")));
	}

	@Test
	void rightCredentialsAreWelcome() {
		Answer answer = this.wire.get("/demo/access", READER);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().toString())
			.isEqualTo("{\"authenticated\":true,\"user\":\"reader\",\"scheme\":\"Basic\",\"roles\":[\"user\"]}");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.field("WWW-Authenticate")).isNull();
		assertThat(answer.field("Authentication-Info")).isNull();
	}

	@Test
	void headAndOptionsNeedCredentialsToo() {
		assertThat(this.wire.send("HEAD", "/demo/access", READER).status()).isEqualTo(200);
		Answer options = this.wire.send("OPTIONS", "/demo/access", READER);
		assertThat(options.status()).isEqualTo(200);
		assertThat(options.field("Allow")).contains("GET").contains("HEAD").contains("OPTIONS");
		assertThat(this.wire.send("DELETE", "/demo/access", READER).status()).isEqualTo(405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reader:wrong", "nobody:reader-secret", "admin:reader-secret", "reader:", ":", "reader" })
	@Verifies({ "rfc9110-15.5.2a", "rfc9110-11.4" })
	void wrongCredentialsAreChallengedAgain(String pair) {
		Answer answer = this.wire.get("/demo/access", basic(pair));
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.fieldLines("WWW-Authenticate")).hasSize(3).noneMatch((line) -> line.contains("stale"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization: Basic", "Authorization: Basic ???", "Authorization: Negotiate abc",
			"Authorization:", "Authorization: reader:reader-secret" })
	@Verifies({ "rfc9110-15.5.2a", "rfc9110-11.4" })
	void whatIsNoCredentialsIsChallenged(String field) {
		Answer answer = this.wire.get("/demo/access", field);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.fieldLines("WWW-Authenticate")).hasSize(3);
	}

	@Test
	void authorizationStandsOnce() {
		Answer answer = this.wire.get("/demo/access", READER, ADMIN);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
	}

	@Test
	void nameAndPasswordAreUtf8() {
		Answer answer = this.wire.get("/demo/access", basic("미나:비밀-🔑"));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("user").asString()).isEqualTo("미나");
		String decomposed = Normalizer.normalize("미나:비밀-🔑", Normalizer.Form.NFD);
		assertThat(this.wire.get("/demo/access", basic(decomposed)).status()).isEqualTo(200);
		assertThat(this.wire.get("/demo/access", basic("미나:비밀-?")).status()).isEqualTo(401);
	}

	@Test
	@Verifies("rfc9110-15.5.4a")
	void whoIsNoAdminIsForbidden() {
		Answer answer = this.wire.get("/demo/access/admin", READER);
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("WWW-Authenticate")).isNull();
		assertThat(answer.json().get("required").get(0).asString()).isEqualTo("admin");
	}

	@Test
	void theAdminIsNot() {
		Answer answer = this.wire.get("/demo/access/admin", ADMIN);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("roles").get(1).asString()).isEqualTo("admin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE" })
	@Verifies("rfc9110-15.5.4b")
	void theSecretLooksLikeAnUnknownAddress(String method) {
		for (String[] fields : new String[][] { {}, { READER }, { "Accept: text/html" }, { basic("reader:wrong") },
				{ "Authorization: Bearer a b" } }) {
			assertThat(plain(this.wire.send(method, "/demo/access/secret", fields)))
				.isEqualTo(plain(this.wire.send(method, "/demo/access/sekret", fields)));
		}
		assertThat(this.wire.send(method, "/demo/access/secret").status()).isEqualTo(404);
		assertThat(this.wire.send(method, "/demo/access/secret", READER).status()).isEqualTo(404);
		assertThat(this.wire.send(method, "/demo/access/secret").field("WWW-Authenticate")).isNull();
	}

	@Test
	void theSecretLooksLikeAnAddressThatIsNotGuarded() {
		String unguarded = "/demo/accessories/xyz";
		assertThat(plain(this.wire.get("/demo/access/%73ecret")).replace("/demo/access/%73ecret", unguarded))
			.isEqualTo(plain(this.wire.get(unguarded)));
	}

	@Test
	void theAdminSeesTheSecret() {
		assertThat(this.wire.get("/demo/access/secret", ADMIN).status()).isEqualTo(200);
		assertThat(this.wire.send("HEAD", "/demo/access/secret", ADMIN).status()).isEqualTo(200);
		assertThat(this.wire.send("POST", "/demo/access/secret", ADMIN).status()).isEqualTo(405);
		assertThat(this.wire.get("/demo/access/sekret", ADMIN).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo/access;a=b", "/demo/access/admin;a=b", "/demo/access/secret;a=b",
			"/demo/access/x/../admin" })
	void anAddressWithTwoMeaningsIsABadRequest(String target) {
		Answer answer = this.wire.get(target, ADMIN);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().get("detail").asString()).startsWith("The address is not written plainly");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo/access//admin", "/demo//access/admin", "/demo/access/.;/admin",
			"/demo/access/admin/", "/demo/access/%2e%2e/access/admin", "/demo/access%2fadmin", "/demo;a=b/access/admin",
			"//demo/access/admin" })
	void noSpellingOfAnAddressPassesTheGuards(String target) {
		assertThat(this.wire.get(target).status()).isIn(400, 401, 404);
	}

	@Test
	void theGuardsStandNowhereElse() {
		for (String field : List.of(basic("reader:wrong"), "Authorization: Bearer a b", "Authorization: Digest x")) {
			assertThat(this.wire.get("/nowhere", field).status()).isEqualTo(404);
			assertThat(this.wire.get("/demo/accessories", field).status()).isEqualTo(404);
			assertThat(this.wire.get("/demo/access/nothing", basic("reader:wrong")).status()).isEqualTo(401);
		}
		for (String path : List.of("/login", "/logout", "/.well-known/oauth-protected-resource")) {
			assertThat(this.wire.get(path).status()).isEqualTo(404);
			assertThat(this.wire.send("POST", path).status()).isEqualTo(404);
		}
	}

	@Test
	void thereIsNoSessionAndNoFieldOfTheGuardsOwn() {
		for (Answer answer : List.of(this.wire.get("/demo/access", READER), this.wire.get("/demo/access"))) {
			assertThat(answer.fields()).noneMatch(
					(line) -> line.matches("(?i)(Set-Cookie|Expires|Pragma|X-Frame-Options|X-XSS-Protection):.*"));
			assertThat(answer.fieldLines("Cache-Control")).containsExactly("no-store");
		}
	}

	private static String plain(Answer answer) {
		return answer.toString()
			.replace("sekret", "secret")
			.replaceAll("(?m)^Date: .*\n", "")
			.replaceAll("nonce=\"[^\"]*\"", "nonce");
	}

	static String basic(String pair) {
		return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

}
