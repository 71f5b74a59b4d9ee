package dev.statuslab.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Digest as in the example of RFC 7616 §3.9.1. */
class DigestTests {

	private static final String EXAMPLE = """
			username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=SHA-256, \
			nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, \
			cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, \
			response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1", \
			opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"\
			""";

	@Test
	void theExampleIsProven() {
		Digest digest = digest(EXAMPLE);
		assertThat(digest.uses(DigestAlgorithm.SHA_256, DigestQop.AUTH)).isTrue();
		assertThat(digest.count()).isEqualTo(1);
		assertThat(digest.provenBy("Circle of Life", "GET")).isTrue();
	}

	@Test
	void whoKnowsThePasswordMakesTheProof() {
		Digest asked = digest(EXAMPLE.replaceFirst("response=\"[0-9a-f]+\"", "response=\"\""));
		assertThat(asked.provenBy("Circle of Life", "GET")).isFalse();
		assertThat(asked.proven("Circle of Life", "GET")).contains(digest(EXAMPLE));
		assertThat(asked.proven("Circle of Death", "GET").orElseThrow()).isNotEqualTo(digest(EXAMPLE));
		assertThat(digest(EXAMPLE.replace("SHA-256", "SHA-1")).proven("Circle of Life", "GET")).isEmpty();
		Credentials sent = Credentials.parse(digest(EXAMPLE).authorization());
		assertThat(sent.scheme()).isEqualTo("Digest");
		assertThat(Digest.of(sent.parameters())).isEqualTo(digest(EXAMPLE));
	}

	@Test
	void anotherPasswordOrMethodProvesNothing() {
		assertThat(digest(EXAMPLE).provenBy("Circle of life", "GET")).isFalse();
		assertThat(digest(EXAMPLE).provenBy("Circle of Life", "HEAD")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "Mufasa,Scar", "http-auth@,HTTP-auth@", "/dir/index.html,/dir/other.html", "7ypf,8ypf",
			"00000001,00000002", "f2/wE4,f3/wE4", "753927fa,753927FA", "753927fa,''" })
	void anyChangeBreaksTheProof(String original, String changed) {
		assertThat(digest(EXAMPLE.replace(original, changed)).provenBy("Circle of Life", "GET")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "SHA-256,MD5", "SHA-256,SHA-256-sess", "SHA-256,SHA-512-256", "qop=auth,qop=auth-int",
			"'algorithm=SHA-256, ',''" })
	void anotherAlgorithmIsTold(String original, String changed) {
		assertThat(digest(EXAMPLE.replace(original, changed)).uses(DigestAlgorithm.SHA_256, DigestQop.AUTH)).isFalse();
	}

	@Test
	void whoNamesNoAlgorithmMeansMd5() {
		Digest digest = digest(EXAMPLE.replace("algorithm=SHA-256, ", ""));
		assertThat(digest.uses(DigestAlgorithm.MD5, DigestQop.AUTH)).isTrue();
		assertThat(digest.uses(DigestAlgorithm.MD5, DigestQop.AUTH_INT)).isFalse();
		assertThat(digest.provenBy("Circle of Life", "GET")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "username", "realm", "uri", "nonce", "nc", "cnonce", "qop", "response" })
	void whatIsRequiredIsRequired(String name) {
		String without = EXAMPLE.replaceFirst("\\b" + name + "=", "not-" + name + "=");
		assertThatIllegalArgumentException().isThrownBy(() -> digest(without));
	}

	@ParameterizedTest
	@CsvSource({ "nc=00000001,nc=1", "nc=00000001,nc=0000000g", "f2/wE4,é",
			"username=,'username*=UTF-8''''x, username='", "username=,username*=" })
	void improperParametersAreRefused(String original, String changed) {
		assertThatIllegalArgumentException().isThrownBy(() -> digest(EXAMPLE.replace(original, changed)));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "username=\"\u00c3\u00a9\",é", "username=\"é\",é", "username=\"미나\",미나",
			"username*=UTF-8''%EB%AF%B8%EB%82%98,미나", "username*=utf-8'ko'a+b,a+b" })
	void aNameBeyondAsciiIsUtf8(String username, String expected) {
		assertThat(digest(EXAMPLE.replace("username=\"Mufasa\"", username)).username()).isEqualTo(expected);
	}

	@Test
	void theServerProvesItselfWithoutTheMethod() {
		AuthParameters info = digest(EXAMPLE).info("Circle of Life");
		assertThat(info.get("cnonce")).contains("f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
		assertThat(info.toString()).startsWith("qop=auth, rspauth=\"").contains("nc=00000001");
		assertThat(info.get("rspauth")).contains("86d3b25618d41854ca5039a5d7e53ff6355d5134a9b1fb088a78ac3c462195a0");
	}

	private static Digest digest(String parameters) {
		return Digest.of(AuthParameters.parse(parameters));
	}

}
