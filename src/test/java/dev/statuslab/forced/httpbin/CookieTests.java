package dev.statuslab.forced.httpbin;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
class CookieTests {

	private final Wire wire;

	CookieTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "a=b|{\"a\":\"b\"}", "a=b; c=d|{\"a\":\"b\",\"c\":\"d\"}", "a=b=c;d|{\"a\":\"b=c\"}",
					"a=1; a=2|{\"a\":\"1\"}", "a=|{\"a\":\"\"}", "=b; ;|{}", "a=\"b\"|{\"a\":\"\\\"b\\\"\"}" })
	void theCookiesAreListed(String sent, String listed) {
		Answer answer = this.wire.get("/cookies", "Cookie: " + sent);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().toString()).isEqualTo("{\"cookies\":" + listed + "}");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.field("Set-Cookie")).isNull();
		assertThat(answer.field("Access-Control-Allow-Credentials")).isNull();
	}

	@Test
	void withoutCookiesTheListIsEmpty() {
		assertThat(this.wire.get("/cookies").json().toString()).isEqualTo("{\"cookies\":{}}");
	}

	@Test
	void eachParameterSetsACookie() {
		Answer answer = this.wire.get("/cookies/set?a=b&delay=never&c=%21%23");
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.field("Location")).isEqualTo("/cookies");
		assertThat(answer.fieldLines("Set-Cookie")).containsExactly("a=b; Path=/; HttpOnly; SameSite=Lax",
				"delay=never; Path=/; HttpOnly; SameSite=Lax", "c=!#; Path=/; HttpOnly; SameSite=Lax");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(this.wire.get("/cookies/set").field("Set-Cookie")).isNull();
	}

	@Test
	void aPathSetsACookie() {
		Answer answer = this.wire.get("/cookies/set/name/value");
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.fieldLines("Set-Cookie")).containsExactly("name=value; Path=/; HttpOnly; SameSite=Lax");
		assertThat(this.wire.get("/cookies/set/name").status()).isEqualTo(404);
	}

	@Test
	void eachParameterDeletesACookie() {
		Answer answer = this.wire.get("/cookies/delete?a&b=ignored");
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.field("Location")).isEqualTo("/cookies");
		assertThat(answer.fieldLines("Set-Cookie")).hasSize(2)
			.allMatch((line) -> line.matches(
					"[ab]=; Path=/; Max-Age=0; Expires=Thu, 0?1 Jan 1970 00:00:00 GMT; " + "HttpOnly; SameSite=Lax"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a=b%20c", "a=b%2Cc", "a=b%3Bc", "a=%22", "a=b%22c", "a=b%5Cc", "a=%C3%A9", "a=b%0D%0Ac",
			"a=%00", "a%20b=c", "a%3Db=c", "a%28=b", "%C3%A9=b", "=b", "__Host-a=b", "__secure-a=b", "a=b&a=c" })
	void whatCannotBeACookieIsABadRequest(String query) {
		Answer answer = this.wire.get("/cookies/set?" + query);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.field("Set-Cookie")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/cookies/set/__Host-a/b", "/cookies/set/a/b%20c", "/cookies/set/a%09/b",
			"/cookies/delete?__Secure-a", "/cookies/delete?a%20b" })
	void nowhereElseEither(String target) {
		assertThat(this.wire.get(target).status()).isEqualTo(400);
	}

	@Test
	void thereIsAMost() {
		assertThat(this.wire.get("/cookies/set?" + pairs(20)).fieldLines("Set-Cookie")).hasSize(20);
		Answer answer = this.wire.get("/cookies/set?" + pairs(21));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("limit").asInt()).isEqualTo(20);
	}

	@Test
	void cookiesAreRead() {
		assertThat(this.wire.send("POST", "/cookies/set?a=b").status()).isEqualTo(405);
		assertThat(this.wire.send("HEAD", "/cookies/set?a=b").field("Set-Cookie")).startsWith("a=b;");
	}

	private static String pairs(int number) {
		return IntStream.range(0, number).mapToObj((i) -> "c" + i + "=" + i).collect(Collectors.joining("&"));
	}

}
