package dev.statuslab.forced.exchange;

import dev.statuslab.server.Sleepers;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** The number of delayed requests is bounded, and who leaves makes room. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "statuslab.forced.waiting=2" })
@Import(LiveServer.Clients.class)
class SleepersTests {

	private static final String REQUEST = "GET /200?delay=%s HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private final Wire wire;

	private final Sleepers sleepers;

	SleepersTests(@Autowired Wire wire, @Autowired Sleepers sleepers) {
		this.wire = wire;
		this.sleepers = sleepers;
	}

	@Test
	void oneMoreThanTheBoundIsRefusedUntilThereIsRoom() throws InterruptedException {
		try (Wire.Connection first = this.wire.open(); Wire.Connection second = this.wire.open()) {
			first.write(REQUEST.formatted("1500ms"));
			second.write(REQUEST.formatted("1500ms"));
			await(2);
			Answer refused = this.wire.get("/200?delay=1s");
			assertThat(refused.status()).isEqualTo(503);
			assertThat(refused.field("Retry-After")).isEqualTo("1");
			assertThat(refused.field("Statuslab")).as("this 503 is a real one").isNull();
			assertThat(this.wire.get("/status/503").field("Statuslab")).as("this one needs no room")
				.isEqualTo("forced");
			assertThat(first.read("GET").status()).isEqualTo(200);
			assertThat(second.read("GET").status()).isEqualTo(200);
		}
		await(0);
		assertThat(this.wire.get("/200?delay=1ms").status()).isEqualTo(200);
	}

	@Test
	void whoLeavesMakesRoom() throws InterruptedException {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(REQUEST.formatted("30s"));
			await(1);
		}
		await(0);
	}

	private void await(int count) throws InterruptedException {
		for (int i = 0; i < 500 && this.sleepers.count() != count; i++) {
			Thread.sleep(10);
		}
		assertThat(this.sleepers.count()).isEqualTo(count);
	}

}
