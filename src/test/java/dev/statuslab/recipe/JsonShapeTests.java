package dev.statuslab.recipe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonShapeTests {

	private static final String RECORDED = """
			{"op": {"responses": {"402": {"headers": {"Link": {"examples": {"402-a": {"value": "</a>"}}},
			"Age": {"examples": {"402-a": {"value": 3}}}}, "content": {"application/json": {"examples": {"402-a":
			{"summary": "Ask", "value": {"balance": 0, "list": [{"id": "x"}], "at": {"summary": "b"}}}}}}}}}}
			""";

	@Test
	void otherValuesAreTheSameShape() {
		assertThat(differences("</a>", "</b>")).isZero();
		assertThat(differences("\"balance\": 0", "\"balance\": 17")).isZero();
		assertThat(differences("\"summary\": \"b\"", "\"summary\": \"c\"")).isZero();
		assertThat(differences("[{\"id\": \"x\"}]", "[]")).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"402": | "409":
			"Link" | "Via"
			"value": 3 | "value": "3"
			application/json | application/problem+json
			"content" | "contents"
			"summary": "Ask" | "summary": "Ask once"
			"balance" | "account"
			"id": | "name":
			"balance": 0, | ``
			""")
	void anotherShapeIsRefused(String part, String other) {
		assertThat(differences(part, other)).isPositive();
	}

	private static int differences(String part, String other) {
		JsonMapper json = new JsonMapper();
		assertThat(RECORDED).contains(part);
		return JsonShape.differences(json.readTree(RECORDED), json.readTree(RECORDED.replace(part, other))).size();
	}

}
