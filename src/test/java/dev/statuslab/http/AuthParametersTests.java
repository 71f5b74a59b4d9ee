package dev.statuslab.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuthParametersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			realm=x                                   | realm=x
			realm="x"                                 | realm="x"
			realm="a b",nonce=c                       | realm="a b", nonce=c
			realm = "x" ,	nc	=	1                  | realm="x", nc=1
			, realm=x, ,nc=1,                         | realm=x, nc=1
			realm=""                                  | realm=""
			realm="say \\"hi\\" \\\\ bye"             | realm="say \\"hi\\" \\\\ bye"
			realm="a, b=c"                            | realm="a, b=c"
			username*=UTF-8''J%C3%A4s                 | username*=UTF-8''J%C3%A4s
			""")
	void aListIsReadAndWritten(String text, String expected) {
		assertThat(AuthParameters.parse(text)).hasToString(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "realm", "realm=", "=x", "realm x", "realm=\"x", "realm=\"x\\\"", "realm=x nc=1",
			"realm=\"x\"y", "realm=x;nc=1", "re alm=x", "realm=\"a\u0001b\"", "realm=\"a\\\nb\"", "realm=x, Realm=y",
			"realm=é" })
	void whatIsNoListIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> AuthParameters.parse(text));
	}

	@Test
	void aNameIsFoundInAnyCaseAndItsValueIsUnquoted() {
		AuthParameters parameters = AuthParameters.parse("Realm=\"a \\\"b\\\"\", nc=1");
		assertThat(parameters.get("REALM")).contains("a \"b\"");
		assertThat(parameters.get("nc")).contains("1");
		assertThat(parameters.get("nonce")).isEmpty();
	}

	@Test
	void aVeryLongValueIsRead() {
		String value = "\\a\u00e9".repeat(20_000);
		assertThat(AuthParameters.parse("realm=\"" + value + "\"").get("realm")).contains("a\u00e9".repeat(20_000));
	}

	@Test
	void noLineBreakCanBeWritten() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> AuthParameters.NONE.quoted("realm", "x\r\nSet-Cookie: a=b"));
		assertThatIllegalArgumentException().isThrownBy(() -> AuthParameters.NONE.token("algorithm", "a b"));
		assertThatIllegalArgumentException().isThrownBy(() -> AuthParameters.NONE.token("a b", "x"));
	}

	@Test
	void aNameStandsOnce() {
		AuthParameters one = AuthParameters.NONE.token("nc", "1");
		assertThatIllegalArgumentException().isThrownBy(() -> one.quoted("NC", "2"));
	}

}
