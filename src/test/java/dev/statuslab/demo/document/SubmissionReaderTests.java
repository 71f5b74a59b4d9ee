package dev.statuslab.demo.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import dev.statuslab.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A document's syntax is checked first, then what it says. */
class SubmissionReaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "{\"title\":}", "{'title':'x'}", "{\"title\":\"a\",\"title\":\"b\"}",
			"{\"title\":\"a\"} x", "\uFEFF{\"title\":\"a\",\"content\":\"\"}", "{\"title\":\"a\nb\",\"content\":\"\"}",
			"{\"title\":01}", "nul" })
	void whatIsNotJsonIsABadRequest(String json) {
		assertThat(status(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
	}

	@Test
	void whatIsNestedTooDeeplyIsABadRequest() {
		assertThat(status("[".repeat(20_000).getBytes(StandardCharsets.UTF_8))).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-32" })
	void whatIsNotInUtf8IsABadRequest(String charset) {
		assertThat(status("{\"title\":\"\u00e9\",\"content\":\"\"}".getBytes(Charset.forName(charset)))).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			{"title":"a","content":"","slug":"a-1"}              | ``
			{"title":"a","content":"","slug":null}               | ``
			{"content":"x","title":"\\ud83d\\ude00"}               | ``
			{}                                                   | title content
			[]                                                   | -
			"text"                                               | -
			null                                                 | -
			7                                                    | -
			{"title":"","content":""}                            | title
			{"title":null,"content":null}                        | title content
			{"title":5,"content":["x"],"slug":{}}                | title content slug
			{"title":"\\ud83d","content":"\\ude00"}                | title content
			{"title":"a","content":"","slug":""}                 | slug
			{"title":"a","content":"","slug":"A"}                | slug
			{"title":"a","content":"","slug":"a/b"}              | slug
			{"title":"a","content":"","slug":"a\\n"}              | slug
			{"title":"a","content":"","id":"1"}                  | id
			""")
	void everyWrongFieldIsNamed(String json, String fields) {
		byte[] octets = json.getBytes(StandardCharsets.UTF_8);
		if (fields.isEmpty()) {
			assertThat(SubmissionReader.read(octets).octets()).isEqualTo(octets);
		}
		else {
			assertThat(status(octets)).isEqualTo(422);
			assertThat(errors(octets)).isEqualTo(fields.replace("-", ""));
		}
	}

	@ParameterizedTest
	@CsvSource({ "200,4000,64,0", "201,4000,64,1", "200,4001,64,1", "200,4000,65,1", "201,4001,65,3" })
	void lengthsAreBounded(int title, int content, int slug, int errors) {
		String json = "{\"title\":\"%s\",\"content\":\"%s\",\"slug\":\"%s\"}".formatted("\uD83D\uDE00".repeat(title),
				"\u00e9".repeat(content), "a".repeat(slug));
		byte[] octets = json.getBytes(StandardCharsets.UTF_8);
		assertThat(
				(errors != 0) ? errors(octets).split(" ").length : SubmissionReader.read(octets).title().length() - 400)
			.isEqualTo(errors);
	}

	private static int status(byte[] octets) {
		return problem(octets).problem().status();
	}

	private static String errors(byte[] octets) {
		Iterable<?> errors = (Iterable<?>) problem(octets).problem().members().get("errors");
		StringBuilder fields = new StringBuilder();
		errors.forEach((error) -> fields.append(((SubmissionReader.InvalidField) error).field()).append(' '));
		return fields.toString().strip();
	}

	private static ProblemException problem(byte[] octets) {
		return assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> SubmissionReader.read(octets))
			.actual();
	}

}
