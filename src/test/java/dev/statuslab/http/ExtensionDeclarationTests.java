package dev.statuslab.http;

import java.util.List;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Declarations are read as RFC 2774 §3 writes them. */
class ExtensionDeclarationTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
			"http://a.invalid/x"                  | http://a.invalid/x | -
			"http://a.invalid/x"; ns=16           | http://a.invalid/x | 16
			"http://a.invalid/x" ;NS = "16" ; n=1 | http://a.invalid/x | 16
			"http://a.invalid/x,y;ns=12"; ns=99   | http://a.invalid/x,y;ns=12 | 99
			"Set-Proxy"; ns=1                     | Set-Proxy          | -
			http://a.invalid/x; ns=16             | http://a.invalid/x; ns=16 | -
			"http://a.invalid/x                   | "http://a.invalid/x | -
			nonsense                              | nonsense           | -
			""")
	void aDeclarationIsReadAndNoneIsPassedOver(String line, String identifier, String prefix) {
		assertThat(ExtensionDeclaration.list(List.of(line)))
			.containsExactly(new ExtensionDeclaration(identifier, prefix));
	}

	@Test
	void linesAreOneList() {
		assertThat(ExtensionDeclaration.list(List.of("\"a\", ,\"b\";ns=10", "\"c\"")))
			.extracting(ExtensionDeclaration::identifier)
			.containsExactly("a", "b", "c");
		assertThat(ExtensionDeclaration.list(List.of("", " , "))).isEmpty();
	}

	@Test
	void fieldsOfAnExtensionBeginWithItsPrefix() {
		assertThat(new ExtensionDeclaration("a", "16").field("Unit")).isEqualTo("16-Unit");
		Assertions.assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> new ExtensionDeclaration("a", null).field("Unit"))
			.satisfies((ex) -> assertThat(ex.problem().status()).isEqualTo(400));
	}

	@ParameterizedTest
	@CsvSource({ "M-GET, true", "M-FOOBAR, true", "GET, false", "MGET, false", "m-GET, false", "M-, false",
			"MKCOL, false" })
	void aMandatoryMethodHasAPrefix(String method, boolean mandatory) {
		assertThat(ExtensionDeclaration.isMandatory(method)).isEqualTo(mandatory);
		if (mandatory) {
			assertThat("M-" + ExtensionDeclaration.extended(method)).isEqualTo(method);
		}
	}

}
