package dev.statuslab.server;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong is told as a problem detail, whoever found it. */
@LiveServer
class ProblemTests {

	private final Wire wire;

	ProblemTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void anUnknownAddressIsAProblem() {
		Answer answer = this.wire.get("/nowhere");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().get("title").asString()).isEqualTo("Not Found");
		assertThat(answer.json().get("instance").asString()).isEqualTo("/nowhere");
		assertThat(answer.json().get("documentation").asString()).isEqualTo("/codes/404");
	}

	@Test
	void aBrowserGetsAPage() {
		Answer answer = this.wire.get("/nowhere", "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.field("Content-Type")).isEqualTo("text/html;charset=utf-8");
		assertThat(answer.text()).contains("<h1>").contains("What 404 means");
	}

}
