package dev.statuslab.demo.access;

import java.time.Duration;
import java.util.stream.IntStream;

import dev.statuslab.store.CaffeineStores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoncesTests {

	private final MovableClock clock = new MovableClock();

	private final Nonces nonces = nonces();

	@Test
	void ofManyWhoComeWithOneCountOneWins() {
		String nonce = this.nonces.create();
		assertThat(IntStream.range(0, 200).parallel().filter((i) -> this.nonces.use(nonce, 7)).count()).isEqualTo(1);
	}

	@Test
	void countsMayLeaveGapsButNotFallBack() {
		String nonce = this.nonces.create();
		assertThat(this.nonces.use(nonce, 3)).isTrue();
		assertThat(this.nonces.use(nonce, 2)).isFalse();
		assertThat(this.nonces.use(nonce, 0xFFFFFFFFL)).isTrue();
		assertThat(this.nonces.use(nonce, 4)).isFalse();
		assertThat(this.nonces.use(this.nonces.create(), 0)).isFalse();
	}

	@Test
	void aNonceOfAnotherProcessOrWithAnotherTimeIsNone() {
		assertThat(this.nonces.use(nonces().create(), 1)).isFalse();
		String nonce = this.nonces.create();
		String later = (nonce.startsWith("A") ? "B" : "A") + nonce.substring(1);
		assertThat(this.nonces.use(later, 1)).isFalse();
		assertThat(this.nonces.use(nonce.substring(0, 20), 1)).isFalse();
	}

	@Test
	void itsTimeRunsFromWhenItWasMade() {
		String nonce = this.nonces.create();
		this.clock.forward(Duration.ofSeconds(50));
		assertThat(this.nonces.use(nonce, 1)).isTrue();
		this.clock.forward(Duration.ofSeconds(10));
		assertThat(this.nonces.use(nonce, 2)).isFalse();
	}

	private Nonces nonces() {
		return new Nonces(new CaffeineStores(100, Duration.ofHours(1)), this.clock);
	}

}
