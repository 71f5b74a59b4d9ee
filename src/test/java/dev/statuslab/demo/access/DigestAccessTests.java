package dev.statuslab.demo.access;

import java.time.Duration;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Digest with SHA-256 over the wire (RFC 7616). */
@LiveServer
@Import(MovableClock.Configuration.class)
class DigestAccessTests {

	private static final String TARGET = "/demo/access";

	private final Wire wire;

	private final MovableClock clock;

	DigestAccessTests(@Autowired Wire wire, @Autowired MovableClock clock) {
		this.wire = wire;
		this.clock = clock;
	}

	@Test
	void theRightResponseSignsIn() {
		Answer answer = this.wire.get(TARGET, peer("reader", "reader-secret").authorization("GET", TARGET, 1));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("scheme").asString()).isEqualTo("Digest");
		assertThat(answer.json().get("user").asString()).isEqualTo("reader");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	@Verifies("rfc7616-3.5")
	void theServerProvesItself() {
		DigestPeer peer = peer("reader", "reader-secret");
		Answer answer = this.wire.get(TARGET, peer.authorization("GET", TARGET, 10));
		assertThat(answer.field("Authentication-Info")).isEqualTo("qop=auth, rspauth=\"%s\", cnonce=\"%s\", nc=0000000a"
			.formatted(peer.response("", TARGET, "0000000a"), DigestPeer.CNONCE));
	}

	@ParameterizedTest
	@CsvSource({ "HEAD,/demo/access,200", "OPTIONS,/demo/access,200", "GET,/demo/access?a=%20b,200",
			"GET,/demo/access/admin,403", "GET,/demo/access/secret,404" })
	void methodAndTargetAreSigned(String method, String target, int status) {
		Answer answer = this.wire.send(method, target,
				peer("reader", "reader-secret").authorization(method, target, 1));
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.field("Authentication-Info")).contains("rspauth=");
	}

	@Test
	void theAdminIsTheAdminByDigestToo() {
		String target = "/demo/access/secret";
		assertThat(this.wire.get(target, peer("admin", "admin-secret").authorization("GET", target, 1)).status())
			.isEqualTo(200);
	}

	@Test
	void aNameBeyondAsciiSignsIn() {
		DigestPeer peer = peer("미나", "비밀-🔑");
		String field = peer.authorization("GET", TARGET, 1);
		assertThat(this.wire.get(TARGET, field).json().get("user").asString()).isEqualTo("미나");
		String extended = peer.authorization("GET", TARGET, 2)
			.replace("username=\"미나\"", "username*=UTF-8''%EB%AF%B8%EB%82%98");
		assertThat(this.wire.get(TARGET, extended).json().get("user").asString()).isEqualTo("미나");
	}

	@ParameterizedTest
	@CsvSource({ "reader,wrong", "nobody,reader-secret", "admin,reader-secret" })
	@Verifies({ "rfc7616-3.3b", "rfc9110-11.4" })
	void aWrongPasswordIsNotStale(String user, String password) {
		refusedOutright(this.wire.get(TARGET, peer(user, password).authorization("GET", TARGET, 1)));
	}

	@Test
	void anotherMethodsResponseIsWrong() {
		refusedOutright(
				this.wire.send("HEAD", TARGET, peer("reader", "reader-secret").authorization("GET", TARGET, 1)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "algorithm=SHA-256|algorithm=MD5", "algorithm=SHA-256|algorithm=SHA-256-sess",
					"algorithm=SHA-256, |''", "algorithm=SHA-256|algorithm=ROT13", "qop=auth|qop=auth-int",
					"lab demo|lab", "Digest |Digest opaque=x, " })
	void whatWasNotOfferedIsRefused(String offered, String changed) {
		String field = peer("reader", "reader-secret").authorization("GET", TARGET, 1);
		refusedOutright(this.wire.get(TARGET, field.replace(offered, changed)));
	}

	@ParameterizedTest
	@CsvSource({ "MD5,auth", "SHA-512-256,auth", "SHA-512,auth", "SHA-256,auth-int", "MD5,auth-int" })
	void aGoodProofOfAnotherKindIsRefused(String algorithm, String qop) {
		DigestPeer peer = peer("reader", "reader-secret");
		String field = peer.authorization(algorithm, qop, "GET", TARGET, 1);
		refusedOutright(this.wire.get(TARGET, field));
		refusedOutright(this.wire.get(TARGET, field.replace("algorithm=MD5, ", "")));
		assertThat(this.wire.get(TARGET, peer.authorization("SHA-256", "auth", "GET", TARGET, 1)).status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 4, 1, 0 })
	void aReplayIsRefusedWithAFreshNonce(int count) {
		DigestPeer peer = peer("reader", "reader-secret");
		assertThat(this.wire.get(TARGET, peer.authorization("GET", TARGET, 5)).status()).isEqualTo(200);
		Answer replayed = this.wire.get(TARGET, peer.authorization("GET", TARGET, count));
		stale(replayed, peer);
		assertThat(this.wire.get(TARGET, peer.authorization("GET", TARGET, 6)).status()).isEqualTo(200);
	}

	@Test
	@Verifies("rfc7616-3.3b")
	void aReplayWithoutThePasswordIsNotStale() {
		DigestPeer peer = peer("reader", "reader-secret");
		assertThat(this.wire.get(TARGET, peer.authorization("GET", TARGET, 1)).status()).isEqualTo(200);
		DigestPeer thief = new DigestPeer("reader", "guess", peer.realm(), peer.nonce());
		refusedOutright(this.wire.get(TARGET, thief.authorization("GET", TARGET, 1)));
		refusedOutright(this.wire.get(TARGET, thief.authorization("GET", TARGET, 99)));
		assertThat(this.wire.get(TARGET, peer.authorization("GET", TARGET, 2)).status()).isEqualTo(200);
	}

	@Test
	@Verifies({ "rfc7616-3.3a", "rfc7616-3.3b" })
	void aNonceExpires() {
		DigestPeer peer = peer("reader", "reader-secret");
		this.clock.forward(Nonces.LIFETIME.minusSeconds(20));
		assertThat(this.wire.get(TARGET, peer.authorization("GET", TARGET, 1)).status()).isEqualTo(200);
		this.clock.forward(Duration.ofSeconds(20));
		Answer expired = this.wire.get(TARGET, peer.authorization("GET", TARGET, 2));
		stale(expired, peer);
		DigestPeer renewed = DigestPeer.challenged(expired, "reader", "reader-secret");
		assertThat(this.wire.get(TARGET, renewed.authorization("GET", TARGET, 1)).status()).isEqualTo(200);
	}

	@Test
	@Verifies("rfc7616-3.3b")
	void anExpiredNonceWithAWrongPasswordIsNotStale() {
		DigestPeer peer = peer("reader", "wrong");
		this.clock.forward(Nonces.LIFETIME);
		refusedOutright(this.wire.get(TARGET, peer.authorization("GET", TARGET, 1)));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "x", "", "not base64!", "AAABogVhqiN_cZSxWEDavLlxvwbqzq98MxISLpKh5kyH3m_TqkDRWygVMwTw4lYF" })
	void aNonceThatTheServerDidNotMakeIsStale(String nonce) {
		DigestPeer forger = new DigestPeer("reader", "reader-secret", Challenges.REALM, nonce);
		stale(this.wire.get(TARGET, forger.authorization("GET", TARGET, 1)), forger);
	}

	@Test
	@Verifies("rfc7616-3.4.6")
	void anotherTargetIsABadRequest() {
		DigestPeer peer = peer("admin", "admin-secret");
		for (String uri : new String[] { "/demo/access", "/demo/access/admin?a=b", "*", "/demo/access/%61dmin" }) {
			Answer answer = this.wire.get("/demo/access/admin", peer.authorization("GET", uri, 1));
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.json().get("detail").asString()).contains("/demo/access/admin");
		}
		assertThat(this.wire.get("/demo/access/admin", peer.authorization("GET", "/demo/access/admin", 1)).status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Digest", "Digest x", "Digest abc=", "Digest username=\"reader", "Digest username=reader",
			"Digest username=a, username=b" })
	void malformedCredentialsAreABadRequest(String value) {
		Answer answer = this.wire.get(TARGET, "Authorization: " + value);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().get("detail").asString()).startsWith("Authorization can't be read: ");
	}

	private DigestPeer peer(String user, String password) {
		return DigestPeer.challenged(this.wire.get(TARGET), user, password);
	}

	private static void refusedOutright(Answer answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.fieldLines("WWW-Authenticate")).hasSize(3);
		assertThat(DigestPeer.challenge(answer)).doesNotContain("stale");
		assertThat(answer.field("Authentication-Info")).isNull();
	}

	private static void stale(Answer answer, DigestPeer peer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(DigestPeer.challenge(answer)).endsWith(", stale=true");
		assertThat(DigestPeer.parameter(DigestPeer.challenge(answer), "nonce")).isNotEqualTo(peer.nonce());
		assertThat(answer.field("Authentication-Info")).isNull();
	}

}
