package dev.statuslab.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CredentialsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ== | Basic  | QWxhZGRpbjpvcGVuIHNlc2FtZQ==
			bearer mF_9.B5f-4.1JqM             | bearer | mF_9.B5f-4.1JqM
			Bearer   abc                       | Bearer | abc
			Bearer a=                          | Bearer | a=
			Bearer                             | Bearer | none
			Digest a=b                         | Digest | none
			""")
	void theOpaqueWordIsTold(String value, String scheme, String token68) {
		Credentials credentials = Credentials.parse(value);
		assertThat(credentials.scheme()).isEqualTo(scheme);
		assertThat(credentials.token68()).isEqualTo(token68);
	}

	@Test
	void parametersAreRead() {
		Credentials credentials = Credentials.parse("Digest username=\"\u00eb\u0085\", nc=00000001");
		assertThat(credentials.token68()).isNull();
		assertThat(credentials.parameters().get("nc")).contains("00000001");
		assertThat(credentials.parameters().get("username")).contains("\u00eb\u0085");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Bearer a b", "Bearer a==b", "Bearer ä", "Dig\"est a=b", "Basic a:b" })
	void whatBreaksTheGrammarIsRefused(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> Credentials.parse(value));
	}

	@ParameterizedTest
	@CsvSource({ "Bearer abc,true", "bEARER,true", "Bearer a b,true", "Bearerabc,false", "Basic Bearer,false" })
	void theSchemeIsRecognizedEvenBeforeNonsense(String value, boolean expected) {
		assertThat(Credentials.name("Bearer", value)).isEqualTo(expected);
	}

	@Test
	void whatIsSecretIsNotShown() {
		assertThat(Credentials.parse("Bearer abc")).hasToString("Bearer …");
	}

}
