package dev.statuslab.server;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Mandatory requests where no extension is supported (RFC 2774 §5). */
@LiveServer
class MandatoryRequestTests {

	private final Wire wire;

	MandatoryRequestTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/codes/404", "/demo/documents/1", "/demo/echo", "/demo/teapot", "/nowhere",
			"/status/200" })
	@Verifies({ "rfc2774-5a", "rfc2774-5b" })
	void noResourceFulfilsThem(String target) {
		for (String field : new String[] { "X-None: 1", "Man: \"http://x.invalid/unknown\"" }) {
			Answer answer = this.wire.send("M-GET", target, field);
			assertThat(answer.status()).as(answer.toString()).isEqualTo(510);
			assertThat(answer.json().get("extensions").size()).isZero();
		}
	}

	@Test
	void methodsThatOnlyLookLikeThemAreUnknown() {
		for (String method : new String[] { "M-", "MGET", "m-GET", "X-M-GET" }) {
			assertThat(this.wire.send(method, "/codes/404").status()).as(method).isEqualTo(501);
		}
	}

}
