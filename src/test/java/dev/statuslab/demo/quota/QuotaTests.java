package dev.statuslab.demo.quota;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.statuslab.store.CaffeineStores;
import dev.statuslab.testing.Verifies;
import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The bucket of a key, by a clock that stands still between requests. */
class QuotaTests {

	private final HandClock clock = new HandClock();

	private final Quota quota = new Quota(new CaffeineStores(10, Duration.ofHours(1)), this.clock);

	@Test
	void tenRequestsAreGrantedAndTheEleventhIsNot() {
		for (int left = 9; left >= 0; left--) {
			Allowance allowance = this.quota.take("key");
			assertThat(allowance.granted()).isTrue();
			assertThat(allowance.remaining()).isEqualTo(left);
			assertThat(allowance.limit().value()).isEqualTo("\"default\";r=" + left + ";t=10");
		}
		Allowance refused = this.quota.take("key");
		assertThat(refused.granted()).isFalse();
		assertThat(refused.limit().value()).isEqualTo("\"default\";r=0;t=10");
	}

	@Test
	void aRefusedRequestCostsNothing() {
		use(25);
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(this.quota.take("key").remaining()).isEqualTo(9);
	}

	@Test
	void nothingComesBeforeTheResetAndEverythingWithIt() {
		use(10);
		this.clock.advance(Duration.ofSeconds(10).minusNanos(1));
		Allowance early = this.quota.take("key");
		assertThat(early.granted()).isFalse();
		assertThat(early.reset()).isEqualTo(Duration.ofNanos(1));
		assertThat(early.limit().resetSeconds()).isEqualTo(1);
		this.clock.advance(Duration.ofNanos(1));
		Allowance granted = this.quota.take("key");
		assertThat(granted.granted()).isTrue();
		assertThat(granted.limit().value()).isEqualTo("\"default\";r=9;t=10");
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 10", "PT0.000000001S, 10", "PT0.4S, 10", "PT1S, 9", "PT7.3S, 3", "PT9S, 1", "PT9.9S, 1" })
	@Verifies("rfc6585-4b")
	void whoWaitsAsLongAsIsToldSucceeds(Duration after, long seconds) {
		use(10);
		this.clock.advance(after);
		Allowance refused = this.quota.take("key");
		assertThat(refused.granted()).isFalse();
		assertThat(refused.limit().resetSeconds()).isEqualTo(seconds);
		this.clock.advance(Duration.ofSeconds(seconds));
		assertThat(this.quota.take("key").granted()).isTrue();
	}

	@Test
	void theWindowBeginsWithTheFirstRequestAndNotWithTheLatest() {
		use(1);
		this.clock.advance(Duration.ofSeconds(6));
		assertThat(this.quota.take("key").limit().value()).isEqualTo("\"default\";r=8;t=4");
		this.clock.advance(Duration.ofSeconds(4));
		assertThat(this.quota.take("key").limit().value()).isEqualTo("\"default\";r=9;t=10");
	}

	@ParameterizedTest
	@CsvSource({ "PT10S, 10", "PT13S, 7", "PT20S, 10", "PT1H0M9S, 1" })
	void aPauseNeverSavesUpMoreThanOneQuota(Duration pause, long seconds) {
		use(10);
		this.clock.advance(pause);
		Allowance granted = this.quota.take("key");
		assertThat(granted.remaining()).isEqualTo(9);
		assertThat(granted.limit().resetSeconds()).isEqualTo(seconds);
	}

	@Test
	void anotherKeyHasAQuotaOfItsOwn() {
		use(11);
		assertThat(this.quota.take("other").limit().value()).isEqualTo("\"default\";r=9;t=10");
		assertThat(this.quota.take("key").granted()).isFalse();
	}

	@Test
	void twoFirstRequestsShareOneBucket() {
		List<Allowance> earlier = new ArrayList<>();
		this.clock.meanwhile(() -> earlier.add(this.quota.take("key")));
		assertThat(this.quota.take("key").remaining()).isEqualTo(8);
		assertThat(earlier).extracting(Allowance::remaining).containsExactly(9L);
	}

	private void use(int requests) {
		for (int i = 0; i < requests; i++) {
			this.quota.take("key");
		}
	}

	/** Goes on when it is told to. */
	private static final class HandClock implements TimeMeter {

		// what System.nanoTime() returns may be negative
		private final AtomicLong now = new AtomicLong(-5_000_000_000L);

		private Runnable meanwhile = () -> {
		};

		@Override
		public long currentTimeNanos() {
			Runnable once = this.meanwhile;
			this.meanwhile = () -> {
			};
			once.run();
			return this.now.get();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

		/** What another thread does before the time is told next. */
		void meanwhile(Runnable meanwhile) {
			this.meanwhile = meanwhile;
		}

		void advance(Duration time) {
			this.now.addAndGet(time.toNanos());
		}

	}

}
