package dev.statuslab.recipe;

import java.util.List;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CurlLineTests {

	private static final Step STEP = new JsonMapper().readValue("""
			{"does": {"en": "Ask", "ko": "묻습니다"}, "expect": {"status": 200}, "send": {"method": "PUT",
			"target": "/a?b=${run}", "fields": ["Accept: text/plain", "If-Match: ${tag}"]}}
			""", Step.class);

	@Test
	void aLineThatSendsTheSameIsTheStep() {
		assertThat(line("curl -i -X PUT -H 'If-Match: \"1\"' -H 'Accept: text/plain' 'localhost:8080/a?b=c'")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "curl -X POST -H 'Accept: text/plain' -H 'If-Match: \"1\"' 'localhost:8080/a?b=c'",
			"curl -X PUT -H 'Accept: text/plain' 'localhost:8080/a?b=c'",
			"curl -X PUT -H 'Accept: text/html' -H 'If-Match: \"1\"' 'localhost:8080/a?b=c'",
			"curl -X PUT -H 'Accept: text/plain' -H 'If-Match: \"1\"' -d x 'localhost:8080/a?b=c'",
			"curl -X PUT -H 'Accept: text/plain' -H 'If-Match: \"1\"' localhost:8080/a" })
	void aLineThatSendsSomethingElseIsNot(String command) {
		assertThat(line(command)).isFalse();
	}

	@Test
	void linesAreReadWithWhatIsPrintedBelowThem() {
		List<CurlLine> lines = CurlLine.in("Text\n\n```console\n$ curl -u a:b -d x localhost:8080/c\none\n\ntwo\n```\n"
				+ "```shell\n$ other\n```\n");
		assertThat(lines).hasSize(1);
		assertThat(lines.get(0).printed()).containsExactly("one", "", "two");
		assertThat(lines.get(0).method()).isEqualTo("POST");
		assertThat(lines.get(0).target()).isEqualTo("/c");
		assertThat(lines.get(0).content()).isEqualTo("x");
		assertThat(lines.get(0).fields()).containsExactly("Authorization: Basic YTpi",
				"Content-Type: application/x-www-form-urlencoded");
	}

	@Test
	void whatIsNotUnderstoodIsRefused() {
		Assertions.assertThatIllegalArgumentException()
			.isThrownBy(() -> CurlLine.of("curl --digest localhost:8080/a", List.of()))
			.withMessageContaining("--digest");
		Assertions.assertThatIllegalArgumentException()
			.isThrownBy(() -> CurlLine.of("curl http://other/a", List.of()))
			.withMessageContaining("http://other/a");
	}

	private static boolean line(String command) {
		return CurlLine.of(command, List.of()).is(STEP);
	}

}
