package dev.statuslab.forced.httpbin;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Below a base path, and behind a proxy that is trusted. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "server.servlet.context-path=/lab",
				"server.forward-headers-strategy=framework" })
@Import(LiveServer.Clients.class)
class BasePathTests {

	private static final String[] PROXY = { "X-Forwarded-Proto: https", "X-Forwarded-Host: lab.example",
			"X-Forwarded-Prefix: /public" };

	private final Wire wire;

	BasePathTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void aChainStaysBelow() {
		assertThat(this.wire.get("/lab/redirect/2").field("Location")).isEqualTo("/lab/relative-redirect/1");
		assertThat(this.wire.get("/lab/relative-redirect/1").field("Location")).isEqualTo("/lab/get");
		assertThat(this.wire.get("/lab/redirect/2?absolute=true", PROXY).field("Location"))
			.isEqualTo("https://lab.example/public/absolute-redirect/1");
		assertThat(this.wire.get("/redirect/2").status()).isEqualTo(404);
	}

	@Test
	void theOwnOriginIsWhatTheProxyTells() {
		String target = "/lab/redirect-to?url=https://lab.example/x";
		assertThat(this.wire.get(target, PROXY).field("Location")).isEqualTo("https://lab.example/x");
		assertThat(this.wire.get(target).status()).isEqualTo(403);
	}

	@Test
	void aCookieStaysBelow() {
		Answer answer = this.wire.get("/lab/cookies/set?a=b");
		assertThat(answer.field("Location")).isEqualTo("/lab/cookies");
		assertThat(answer.field("Set-Cookie")).isEqualTo("a=b; Path=/lab; HttpOnly; SameSite=Lax");
		assertThat(this.wire.get("/lab/cookies/set?a=b", PROXY).field("Set-Cookie"))
			.isEqualTo("a=b; Path=/public; Secure; HttpOnly; SameSite=Lax");
	}

	@Test
	void digestIsForTheTargetThatTheClientSees() {
		String seen = "/public/digest-auth/auth/u/p/SHA-256";
		DigestClient client = new DigestClient("u", "p", "SHA-256", "auth");
		Answer challenged = this.wire.get("/lab/digest-auth/auth/u/p/SHA-256", PROXY);
		assertThat(challenged.field("WWW-Authenticate")).contains("domain=\"" + seen + "\"");
		String nonce = DigestClient.nonce(challenged);
		String other = client.authorization(nonce, 1, "GET", "/other/digest-auth/auth/u/p/SHA-256", "");
		assertThat(this.wire.get("/lab/digest-auth/auth/u/p/SHA-256", other, PROXY[2]).status()).isEqualTo(400);
		String right = client.authorization(nonce, 1, "GET", seen, "");
		assertThat(this.wire.get("/lab/digest-auth/auth/u/p/SHA-256", right, PROXY[2]).status()).isEqualTo(200);
	}

}
