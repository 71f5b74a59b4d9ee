package dev.statuslab.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What RFC 9110 §11 and the schemes ask of every challenge, wherever it comes from. */
@LiveServer
class EveryChallengeTests {

	private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

	private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*\"";

	private static final Pattern PARAMETER = Pattern.compile("(" + TOKEN + ")=(" + TOKEN + "|" + QUOTED + ")");

	private static final Pattern CHALLENGE = Pattern
		.compile("(" + TOKEN + ") (" + PARAMETER.pattern() + "(?:, " + PARAMETER.pattern() + ")*)");

	/** RFC 7616 §3.3. */
	private static final Set<String> QUOTED_IN_DIGEST = Set.of("realm", "domain", "nonce", "opaque", "qop");

	private final Wire wire;

	EveryChallengeTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			GET  | /demo/access                                     |
			HEAD | /demo/access/admin                               |
			GET  | /demo/access                                     | Basic cmVhZGVyOndyb25n
			GET  | /demo/access                                     | Bearer nobody-issued-it
			GET  | /demo/access                                     | Unheard-Of abc
			POST | /demo/access/tokens                              |
			POST | /demo/uploads                                    |
			POST | /demo/uploads/sized                              | Bearer wrong
			GET  | /basic-auth/u/p                                  |
			GET  | /basic-auth/u/p                                  | Basic dTpx
			GET  | /bearer                                          |
			GET  | /digest-auth/auth/u/p                            |
			GET  | /digest-auth/auth,auth-int/u%20%22/p/SHA-512-256 |
			GET  | /status/401                                      |
			GET  | /401                                             | Basic dTpw
			""")
	@Verifies({ "rfc9110-15.5.2a", "rfc9110-11.5", "rfc9110-11.2", "rfc7617-2", "rfc7616-3.3a", "rfc6750-3" })
	void every401HasChallengesInGoodOrder(String method, String target, String credentials) {
		Answer answer = this.wire.send(method, target,
				(credentials != null) ? "Authorization: " + credentials : "X-None: 1");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
		List<String> challenges = answer.fieldLines("WWW-Authenticate");
		assertThat(challenges).isNotEmpty().allSatisfy(EveryChallengeTests::isInGoodOrder);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Basic realm=a", "Basic realm=\"a", "Basic realm=\"a\", Realm=\"b\"",
			"Basic charset=\"UTF-8\"", "Digest realm=\"a\", qop=auth, algorithm=MD5, nonce=\"x\"" })
	void whatIsNotInGoodOrderIsSeen(String line) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> isInGoodOrder(line));
	}

	private static void isInGoodOrder(String line) {
		Matcher challenge = CHALLENGE.matcher(line);
		assertThat(challenge.matches()).isTrue();
		Map<String, String> written = new TreeMap<>();
		Matcher parameter = PARAMETER.matcher(challenge.group(2));
		while (parameter.find()) {
			String name = parameter.group(1).toLowerCase(Locale.ROOT);
			assertThat(written.put(name, parameter.group(2))).as("another " + name).isNull();
		}
		assertThat(written.get("realm")).startsWith("\"");
		if ("Digest".equals(challenge.group(1))) {
			assertThat(written).containsKeys("nonce", "qop", "algorithm");
			written.forEach((name, value) -> assertThat(value.startsWith("\"")).as(name)
				.isEqualTo(QUOTED_IN_DIGEST.contains(name)));
		}
	}

}
