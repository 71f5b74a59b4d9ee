package dev.statuslab.forced.httpbin;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a proxy is trusted, its clients are the ones that are shown. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "server.servlet.context-path=/lab",
				"server.forward-headers-strategy=framework" })
@Import(LiveServer.Clients.class)
class EchoBehindProxyTests {

	private final Wire wire;

	EchoBehindProxyTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void theClientOfTheProxyIsShown() {
		JsonNode shown = this.wire
			.get("/lab/get?a=1", "X-Forwarded-For: 192.0.2.7, 10.0.0.1", "X-Forwarded-Proto: https",
					"X-Forwarded-Host: example.org", "X-Forwarded-Prefix: /public")
			.json();
		assertThat(shown.get("origin").asString()).isEqualTo("192.0.2.7");
		assertThat(shown.get("url").asString()).isEqualTo("https://example.org/public/get?a=1");
	}

	@Test
	void withoutItsFieldsTheConnectionIs() {
		JsonNode shown = this.wire.get("/lab/get").json();
		assertThat(shown.get("origin").asString()).isEqualTo("127.0.0.1");
		assertThat(shown.get("url").asString()).isEqualTo("http://localhost:" + this.wire.port() + "/lab/get");
	}

}
