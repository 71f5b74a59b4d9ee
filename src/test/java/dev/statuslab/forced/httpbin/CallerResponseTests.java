package dev.statuslab.forced.httpbin;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Fields that the caller names, before and after the content. */
@LiveServer
class CallerResponseTests {

	private final Wire wire;

	CallerResponseTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void theQueryBecomesFields() {
		Answer answer = this.wire.send("POST", "/response-headers?X-A=1&X-A=2&delay=3");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.fieldLines("X-A")).containsExactly("1", "2");
		assertThat(answer.json().toString()).isEqualTo("{\"X-A\":[\"1\",\"2\"],\"delay\":\"3\"}");
		assertThat(this.wire.get("/response-headers?Content-Type=text/plain").fieldLines("Content-Type"))
			.containsExactly("text/plain");
	}

	@Test
	void notEveryFieldIsTheCallers() {
		for (String pair : new String[] { "Set-Cookie=a", "Content-Type=text/html", "Content-Length=1",
				"X=a%0D%0Ab" }) {
			assertThat(this.wire.get("/response-headers?" + pair).status()).as(pair).isEqualTo(400);
		}
		assertThat(this.wire.get("/response-headers?Location=//example.org").status()).isEqualTo(403);
	}

	@Test
	@Verifies("rfc9110-6.6.2")
	void trailersFollowTheContent() {
		Answer answer = this.wire.get("/trailers?X-Sum=1&Y=b");
		assertThat(answer.field("Trailer")).isEqualTo("X-Sum, Y");
		assertThat(answer.field("Content-Length")).isNull();
		assertThat(answer.field("X-Sum")).isNull();
		assertThat(answer.trailers()).containsExactly("X-Sum: 1", "Y: b");
		Answer head = this.wire.send("HEAD", "/trailers?X-Sum=1&Y=b");
		assertThat(head.field("Content-Length")).isEqualTo(String.valueOf(answer.content().length));
		assertThat(this.wire.get("/trailers").trailers()).isEmpty();
		assertThat(this.wire.get("/trailers").field("Trailer")).isNull();
	}

	@Test
	void http10HasNoTrailers() {
		Answer answer = this.wire.raw("GET /trailers?X-Sum=1 HTTP/1.0\r\nHost: localhost\r\n\r\n");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Trailer")).isNull();
		assertThat(answer.field("Transfer-Encoding")).isNull();
		assertThat(answer.field("Content-Length")).isEqualTo(String.valueOf(answer.content().length));
	}

	@Test
	@Verifies("rfc9110-6.5.1a")
	void whatIsNeededBeforeTheContentIsNoTrailer() {
		for (String name : new String[] { "Cache-Control", "Content-Encoding", "Host", "If-Match", "Authorization",
				"Retry-After", "Transfer-Encoding" }) {
			assertThat(this.wire.get("/trailers?" + name + "=x").status()).as(name).isEqualTo(400);
		}
		assertThat(this.wire.get("/trailers?Content-Digest=x").trailers()).containsExactly("Content-Digest: x");
	}

}
