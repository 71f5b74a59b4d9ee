package dev.statuslab.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The front cache keeps to its size, whatever callers think up. */
@LiveServer
@TestPropertySource(properties = "statuslab.front.size=200KB")
class FrontCacheBoundTests {

	private static final int SIZE = 200 * 1024;

	private static final int FLOOD = 2000;

	private final Wire wire;

	private final Cache<?, ?> cache;

	FrontCacheBoundTests(@Autowired Wire wire, @Autowired FrontCache frontCache) {
		this.wire = wire;
		this.cache = frontCache.cache();
	}

	@Test
	void aFloodOfQueriesIsAnsweredRightAndForgotten() {
		try (Connection connection = this.wire.open()) {
			for (int i = 0; i < FLOOD; i++) {
				boolean found = i % 2 == 0;
				Answer answer = get(connection,
						"/codes?class=4xx&q=" + (found ? "teapot%20" + "%20".repeat(i % 190) : "x" + i));
				assertThat(answer.json().get("count").asInt()).isEqualTo(found ? 1 : 0);
			}
			assertBounded();
			assertThat(this.cache.stats().evictionCount()).isPositive();
			assertThat(get(connection, "/codes/404").json().get("code").asInt()).isEqualTo(404);
		}
	}

	@Test
	void whatIsLargerThanTheCacheIsServedAllTheSame() {
		for (int i = 0; i < 2; i++) {
			Answer answer = this.wire.get("/codes?view=full");
			assertThat(answer.content().length).isGreaterThan(SIZE);
			assertThat(answer.json().get("count").asInt()).isEqualTo(98);
			assertThat(this.wire.get("/codes?view=full", "If-None-Match: " + answer.field("ETag")).status())
				.isEqualTo(304);
		}
		assertBounded();
	}

	private void assertBounded() {
		this.cache.cleanUp();
		Policy.Eviction<?, ?> eviction = this.cache.policy().eviction().orElseThrow();
		assertThat(eviction.getMaximum()).isEqualTo(SIZE);
		assertThat(eviction.weightedSize().orElseThrow()).isLessThanOrEqualTo(SIZE);
		// an entry costs more than its octets, and that is counted
		assertThat(this.cache.estimatedSize()).isLessThanOrEqualTo(SIZE / 2048);
	}

	private static Answer get(Connection connection, String target) {
		connection.write("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
		return connection.read("GET");
	}

}
