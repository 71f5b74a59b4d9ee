package dev.statuslab.forced.httpbin;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import dev.statuslab.store.CaffeineStores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DigestNoncesTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T00:00:00Z"));

	private final DigestNonces nonces = new DigestNonces(new CaffeineStores(100, Duration.ofHours(1)), this.now::get);

	@Test
	void ofManyWhoComeWithOneCountOneWins() {
		String nonce = this.nonces.create();
		assertThat(IntStream.range(0, 200).parallel().filter((i) -> this.nonces.use(nonce, 7, 100)).count())
			.isEqualTo(1);
	}

	@Test
	void itIsUsedNoOftenerThanItMay() {
		String nonce = this.nonces.create();
		AtomicInteger count = new AtomicInteger();
		assertThat(IntStream.range(0, 20).filter((i) -> this.nonces.use(nonce, count.incrementAndGet(), 3)).count())
			.isEqualTo(3);
		assertThat(this.nonces.use(this.nonces.create(), 1, 0)).isFalse();
	}

	@Test
	void replaysDoNotCountAsUses() {
		String nonce = this.nonces.create();
		assertThat(this.nonces.use(nonce, 1, 2)).isTrue();
		assertThat(this.nonces.use(nonce, 1, 2)).isFalse();
		assertThat(this.nonces.use(nonce, 2, 2)).isTrue();
	}

	@Test
	void itGoesStale() {
		String nonce = this.nonces.create();
		this.now.updateAndGet((time) -> time.plus(DigestNonces.LIFETIME).minusSeconds(1));
		assertThat(this.nonces.use(nonce, 1, 9)).isTrue();
		this.now.updateAndGet((time) -> time.plusSeconds(1));
		assertThat(this.nonces.use(nonce, 2, 9)).isFalse();
	}

}
