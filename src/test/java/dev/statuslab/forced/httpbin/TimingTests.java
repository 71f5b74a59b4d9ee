package dev.statuslab.forced.httpbin;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that take their time, or fail now and then. */
@LiveServer
class TimingTests {

	private final Wire wire;

	TimingTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void anAnswerComesLate() {
		long start = System.nanoTime();
		Answer late = this.wire.exchange("POST", "/delay/300ms", "x");
		assertThat(System.nanoTime() - start).isGreaterThan(299_000_000L);
		assertThat(late.json().get("data").asString()).isEqualTo("x");
		start = System.nanoTime();
		assertThat(this.wire.get("/delay/0.2?delay=200ms").status()).isEqualTo(200);
		assertThat(System.nanoTime() - start).as("both together").isGreaterThan(399_000_000L);
	}

	@Test
	void tenSecondsAreTheMost() {
		for (String delay : new String[] { "10.001", "11", "10001ms", "-1", "NaN", "x" }) {
			assertThat(this.wire.get("/delay/" + delay).status()).as(delay).isEqualTo(400);
		}
		assertThat(this.wire.get("/delay/9?delay=22").status()).isEqualTo(400);
	}

	@Test
	void contentDrips() {
		long start = System.nanoTime();
		Answer drops = this.wire.get("/drip?duration=300ms&numbytes=4&code=503&delay=100ms");
		assertThat(System.nanoTime() - start).isGreaterThan(399_000_000L);
		assertThat(drops.status()).isEqualTo(503);
		assertThat(drops.field("Statuslab")).isEqualTo("forced");
		assertThat(drops.field("Content-Length")).isEqualTo("4");
		assertThat(drops.text()).isEqualTo("****");
		assertThat(this.wire.get("/drip?duration=0&code=401").field("WWW-Authenticate")).isNotNull();
		assertThat(this.wire.get("/drip?duration=0&code=204").field("Content-Length")).isNull();
		for (String wrong : new String[] { "code=199", "code=600", "numbytes=0", "numbytes=10241", "duration=31" }) {
			assertThat(this.wire.get("/drip?" + wrong).status()).as(wrong).isEqualTo(400);
		}
	}

	@Test
	void aRangeTakesItsShareOfTheTime() {
		long start = System.nanoTime();
		Answer whole = this.wire.get("/range/26?duration=300ms&chunk_size=13");
		assertThat(System.nanoTime() - start).isGreaterThan(299_000_000L);
		assertThat(whole.text()).isEqualTo("abcdefghijklmnopqrstuvwxyz");
		start = System.nanoTime();
		assertThat(this.wire.get("/range/26?duration=26", "Range: bytes=0-0").status()).isEqualTo(206);
		assertThat(System.nanoTime() - start).isBetween(999_000_000L, 20_000_000_000L);
	}

	@Test
	void failureIsAsLikelyAsAsked() {
		assertThat(this.wire.get("/unstable?failure_rate=1").status()).isEqualTo(500);
		assertThat(this.wire.get("/unstable?failure_rate=1").field("Statuslab")).isEqualTo("forced");
		assertThat(this.wire.get("/unstable?failure_rate=0").status()).isEqualTo(200);
		for (String wrong : new String[] { "NaN", "1.1", "-0.1", "x", "1d" }) {
			assertThat(this.wire.get("/unstable?failure_rate=" + wrong).status()).as(wrong).isEqualTo(400);
		}
	}

	@Test
	void aSeedRepeatsItself() {
		java.util.Set<Integer> seen = new java.util.HashSet<>();
		for (int seed = 0; seed < 16; seed++) {
			int status = this.wire.get("/unstable?seed=" + seed).status();
			assertThat(this.wire.get("/unstable?seed=" + seed).status()).isEqualTo(status);
			seen.add(status);
		}
		assertThat(seen).containsExactlyInAnyOrder(200, 500);
		assertThat(this.wire.get("/unstable?seed=x").status()).isEqualTo(400);
	}

}
