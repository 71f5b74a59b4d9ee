package dev.statuslab.http;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Digest with each algorithm and quality of protection (RFC 7616 §3.4, §3.9). */
class DigestAlgorithmTests {

	private static final String PASSWORD = "Circle of Life";

	private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

	private static final byte[] OTHER = "hallo".getBytes(StandardCharsets.UTF_8);

	private static final String CREDENTIALS = """
			username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=%s, \
			nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, \
			cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=%s, response="%s"\
			""";

	/*
	 * The responses of auth with MD5 and SHA-256 stand in RFC 7616 §3.9.1. All others,
	 * here and below, were computed with Python's hashlib.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			MD5         | 8ca523f5e9506fed4657c9700eebdbec
			md5         | 8ca523f5e9506fed4657c9700eebdbec
			SHA-256     | 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1
			SHA-512-256 | 430d05014cecc49cab6fbe03176d41a1da86cbfe24a16580e22aaad928d960d0
			SHA-512     | 27d9ebedb4e86595d8b99152ce456620c8e47c48afbd771dbc4468bb758ca66e\
			7312383d49ad044219d4a2c5c218e66c584fa00b2728798bcff9435825eed0ad
			""")
	void authCoversMethodAndTarget(String algorithm, String response) {
		Digest digest = digest(algorithm, "auth", response);
		assertThat(digest.provenBy(PASSWORD, "GET")).isTrue();
		assertThat(digest.provenBy(PASSWORD, "GET", HELLO)).isTrue();
		assertThat(digest.provenBy(PASSWORD, "POST")).isFalse();
		assertThat(digest.provenBy("circle of life", "GET")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			MD5         | 23fef4d928a3e9fa6e0b0de51288c997
			SHA-256     | c98b95dbdb463c4483e324bced57d591946a6f84098142757b1333c52c47d62e
			SHA-512-256 | 94b85dbcbbb97c3bda2751c7e160fe6604eccca585f3cbff75d2a23f0085ed70
			SHA-512     | 72af186f7121a04918d2fefed300f3a0aec52dce23e59cd4cf0efa2f7970d539\
			277c7d8fdbfc03c544d147009a7f81b012106923abc08b73542441db859f4c71
			""")
	void authIntCoversTheContentToo(String algorithm, String response) {
		Digest digest = digest(algorithm, "auth-int", response);
		assertThat(digest.provenBy(PASSWORD, "POST", HELLO)).isTrue();
		assertThat(digest.provenBy(PASSWORD, "POST", OTHER)).isFalse();
		assertThat(digest.provenBy(PASSWORD, "POST")).isFalse();
		assertThat(digest.provenBy(PASSWORD, "PUT", HELLO)).isFalse();
		assertThat(digest(algorithm, "auth", response).provenBy(PASSWORD, "POST", HELLO)).isFalse();
	}

	@Test
	void noContentIsEmptyContent() {
		Digest digest = digest("MD5", "auth-int", "8804a53d3640a40a4f73cea12c5ba451");
		assertThat(digest.provenBy(PASSWORD, "GET")).isTrue();
		assertThat(digest.provenBy(PASSWORD, "GET", HELLO)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "MD5,auth,8804a53d3640a40a4f73cea12c5ba451,9b712497bc9f91499fbcca1dfc5f09a5",
			"MD5,auth-int,8804a53d3640a40a4f73cea12c5ba451,6e17dd06bd52f02e910b2954c2041177" })
	void theServersProofCoversTheContentOfTheResponse(String algorithm, String qop, String response, String proof) {
		AuthParameters info = digest(algorithm, qop, response).info(PASSWORD, HELLO);
		assertThat(info.get("rspauth")).contains(proof);
		assertThat(info.get("qop")).contains(qop);
	}

	/*
	 * The response that RFC 7616 §3.9.2 shows was made with a SHA-512 that was cut off
	 * (erratum 4897). SHA-512/256 by hashlib gives the one that proves here.
	 */
	@ParameterizedTest
	@CsvSource({ "3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5,true",
			"ae66e67d6b427bd3f120414a82e4acff38e8ecd9101d6c861229025f607a79dd,false" })
	void sha512Slash256IsNoTruncatedSha512(String response, boolean proven) {
		Digest digest = Digest.of(AuthParameters.parse("""
				username*=UTF-8''J%%C3%%A4s%%C3%%B8n%%20Doe, realm="api@example.org", uri="/doe.json", \
				algorithm=SHA-512-256, nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", nc=00000001, \
				cnonce="NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v", qop=auth, response="%s"\
				""".formatted(response)));
		assertThat(digest.provenBy("Secret, or not?", "GET")).isEqualTo(proven);
	}

	@ParameterizedTest
	@ValueSource(strings = { "MD5-sess", "SHA-256-sess", "SHA-1", "\"SHA-512/256\"", "SHA", "\"\"" })
	void whatIsNotKnownProvesNothing(String algorithm) {
		Digest digest = digest(algorithm, "auth", "8ca523f5e9506fed4657c9700eebdbec");
		assertThat(DigestAlgorithm.named(digest.algorithm())).isEmpty();
		assertThat(digest.provenBy(PASSWORD, "GET")).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> digest.info(PASSWORD));
	}

	@Test
	void anUnknownQualityOfProtectionProvesNothing() {
		Digest digest = digest("MD5", "auth-conf", "8ca523f5e9506fed4657c9700eebdbec");
		assertThat(DigestQop.named(digest.qop())).isEmpty();
		assertThat(digest.provenBy(PASSWORD, "GET")).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> digest.info(PASSWORD));
	}

	private static Digest digest(String algorithm, String qop, String response) {
		return Digest.of(AuthParameters.parse(CREDENTIALS.formatted(algorithm, qop, response)));
	}

}
