package dev.statuslab.http;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChallengeTests {

	@Test
	void theRealmIsQuotedAlways() {
		assertThat(Challenge.of("Basic", "x").quoted("charset", "UTF-8"))
			.hasToString("Basic realm=\"x\", charset=\"UTF-8\"");
	}

	@Test
	void quotesInTheRealmAreEscaped() {
		assertThat(Challenge.of("Basic", "the \"x\"")).hasToString("Basic realm=\"the \\\"x\\\"\"");
	}

	@Test
	void tokensStandBare() {
		assertThat(Challenge.of("Digest", "x").token("algorithm", "SHA-256").token("stale", "true"))
			.hasToString("Digest realm=\"x\", algorithm=SHA-256, stale=true");
	}

	@Test
	void aSchemeMayStandAlone() {
		assertThat(new Challenge("Negotiate", AuthParameters.NONE)).hasToString("Negotiate");
		assertThatIllegalArgumentException().isThrownBy(() -> new Challenge("Not a scheme", AuthParameters.NONE));
	}

}
