package dev.statuslab.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NonceMintTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T00:00:00Z"));

	private final NonceMint mint = NonceMint.ofChance(this.now::get);

	@Test
	void anOwnNonceIsFreshForItsTime() {
		String nonce = this.mint.create();
		assertThat(nonce).matches("[A-Za-z0-9_-]+").isNotEqualTo(this.mint.create());
		this.now.updateAndGet((time) -> time.plus(MINUTE).minusMillis(1));
		assertThat(this.mint.isFresh(nonce, MINUTE)).isTrue();
		this.now.updateAndGet((time) -> time.plusMillis(1));
		assertThat(this.mint.isFresh(nonce, MINUTE)).isFalse();
		assertThat(this.mint.isFresh(nonce, MINUTE.multipliedBy(2))).isTrue();
	}

	@Test
	void anothersNonceIsNone() {
		assertThat(this.mint.isFresh(NonceMint.ofChance(this.now::get).create(), MINUTE)).isFalse();
		byte[] key = new byte[32];
		String shared = new NonceMint(key, this.now::get).create();
		assertThat(new NonceMint(key, this.now::get).isFresh(shared, MINUTE)).isTrue();
		key[0] = 1;
		assertThat(new NonceMint(key, this.now::get).isFresh(shared, MINUTE)).isFalse();
	}

	@Test
	void noCharacterCanBeChanged() {
		String nonce = this.mint.create();
		for (int i = 0; i < nonce.length(); i++) {
			char other = (nonce.charAt(i) == 'A') ? 'B' : 'A';
			assertThat(this.mint.isFresh(nonce.substring(0, i) + other + nonce.substring(i + 1), MINUTE)).isFalse();
		}
		assertThat(this.mint.isFresh(nonce.substring(0, 20), MINUTE)).isFalse();
		assertThat(this.mint.isFresh(nonce + "A", MINUTE)).isFalse();
		assertThat(this.mint.isFresh(nonce + "=", MINUTE)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "not base64!", "AAABogVhqiN_cZSxWEDavLlxvwbqzq98MxISLpKh5kyH3m_TqkDRWygVMwTw4lYF",
			"f_________9_________________________________________________________" })
	void anythingElseIsNone(String text) {
		assertThat(this.mint.isFresh(text, MINUTE)).isFalse();
	}

	@Test
	void aUseCountsWhatWentUp() {
		NonceUse use = NonceUse.first(3).next(2).next(3);
		assertThat(use).isEqualTo(new NonceUse(3, 1, false));
		assertThat(use.next(0xFFFFFFFFL)).isEqualTo(new NonceUse(0xFFFFFFFFL, 2, true));
	}

}
