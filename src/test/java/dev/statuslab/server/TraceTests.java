package dev.statuslab.server;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * TRACE, which no resource takes: it would reflect what a client keeps to itself (RFC
 * 9110 §9.3.8).
 */
@LiveServer
class TraceTests {

	private final Wire wire;

	TraceTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/|GET, HEAD, OPTIONS", "/codes/404|GET, HEAD, OPTIONS",
			"/demo/uploads|OPTIONS, POST", "/demo/orders|GET, HEAD, OPTIONS, POST",
			"/demo/echo|BIND, BREW, COPY, DELETE, GET, HEAD, LOCK, MKCOL, MOVE, OPTIONS, PATCH, POST, PROPFIND, PROPPATCH, PUT, REBIND, UNBIND, UNLOCK",
			"/demo/redirects/307|DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
			"/demo/teapot|BREW, GET, HEAD, OPTIONS, POST", "/swagger-ui/index.html|GET, HEAD, OPTIONS",
			"/status/200|GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" })
	@Verifies({ "rfc9110-9.1b", "rfc9110-15.5.6" })
	void itIsToldWhatTheTargetTakes(String target, String allowed) {
		Answer answer = this.wire.send("TRACE", target, "Cookie: secret");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.field("Allow")).isEqualTo(allowed);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.text()).doesNotContain("secret");
	}

	@Test
	void whereThereIsNothingNothingIsAllowed() {
		Answer answer = this.wire.send("TRACE", "/demo/nothing");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.field("Allow")).isNull();
		assertThat(this.wire.send("GET", "/demo/echo").status()).isEqualTo(200);
	}

}
