package dev.statuslab.conformance;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClauseAddressTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					RFC 9110 §15.5.6          | https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.6
					RFC 9110 §15.4.1 note     | https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.1
					RFC 9110 §2.5/§6.2        | https://www.rfc-editor.org/rfc/rfc9110.html#section-2.5
					RFC 2295 §10.2 step 3     | https://www.rfc-editor.org/rfc/rfc2295.html#section-10.2
					RFC 4918 app. F.3         | https://www.rfc-editor.org/rfc/rfc4918.html#appendix-F.3
					draft-ietf-httpbis-resumable-upload §4.2 | https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/
					W3C LDP 1.0 §7.1          | https://www.w3.org/TR/ldp/
					""")
	void aClauseCanBeRead(String clause, String address) {
		assertThat(ClauseAddress.of(clause)).isEqualTo(address);
	}

}
