package dev.statuslab.http;

import java.time.Duration;

import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The RateLimit fields by tables of cases (draft-ietf-httpapi-ratelimit-headers-11). */
class RateLimitTests {

	private static final RateLimitPolicy POLICY = new RateLimitPolicy("per minute", 100, Duration.ofMinutes(1));

	@Test
	@Verifies("ratelimit-3a")
	void aPolicyIsAStringWithIntegers() {
		assertThat(POLICY.value()).isEqualTo("\"per minute\";q=100;w=60");
		assertThat(new RateLimitPolicy("none", 0, Duration.ofSeconds(1)).value()).isEqualTo("\"none\";q=0;w=1");
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, 0", "PT0.000000001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT59.5S, 60" })
	@Verifies("ratelimit-4")
	void theResetIsRoundedUp(Duration reset, long seconds) {
		assertThat(new RateLimit(POLICY, 7, reset).value()).isEqualTo("\"per minute\";r=7;t=" + seconds);
	}

	@Test
	@Verifies({ "ratelimit-3a", "ratelimit-4" })
	void nothingIsNegative() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(POLICY, -1, Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(POLICY, 0, Duration.ofNanos(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimitPolicy("p", -1, Duration.ofSeconds(1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT0.5S", "PT1.5S" })
	@Verifies("ratelimit-3a")
	void aWindowIsAWholeNumberOfSeconds(Duration window) {
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimitPolicy("p", 1, window));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\"b", "a\\b", "a\nb", "\u00e4" })
	void aNameNeedsNoEscapes(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimitPolicy(name, 1, Duration.ofSeconds(1)));
	}

}
