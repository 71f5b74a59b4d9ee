package dev.statuslab.forced.status;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a caller adds to a code, and what a caller may not add. */
@LiveServer
class CompositionTests {

	private final Wire wire;

	CompositionTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void fieldsAreAddedInBothDialects() {
		for (String target : new String[] { "/status/200", "/200", "/random/200", "/flaky/composed?failures=0" }) {
			String query = target.contains("?") ? "&" : "?";
			Answer answer = this.wire.get(target + query + "header=X-One:1&header=X-One:2&header=X-Two:%20b%20");
			assertThat(answer.fieldLines("X-One")).containsExactly("1", "2");
			assertThat(answer.field("X-Two")).isEqualTo("b");
		}
		assertThat(this.wire.get("/200").field("X-One")).isNull();
	}

	@Test
	void aFieldReplacesTheDefault() {
		assertThat(this.wire.get("/status/503?header=Retry-After:7").fieldLines("Retry-After")).containsExactly("7");
		assertThat(this.wire.get("/302?header=Location:/get").fieldLines("Location")).containsExactly("/get");
		assertThat(this.wire.get("/200?header=Cache-Control:max-age=60").fieldLines("Cache-Control"))
			.containsExactly("max-age=60");
		assertThat(this.wire.get("/200?header=Content-Type:application/json&body=%7B%7D").fieldLines("Content-Type"))
			.containsExactly("application/json");
	}

	@Test
	void httpstatusFieldsDoTheSame() {
		Answer answer = this.wire.get("/503", "X-HttpStatus-Response-X-Foo: bar",
				"x-httpstatus-response-retry-after: 9");
		assertThat(answer.field("X-Foo")).isEqualTo("bar");
		assertThat(answer.fieldLines("Retry-After")).containsExactly("9");
		assertThat(this.wire.get("/302", "X-HttpStatus-Response-Location: /codes").field("Location"))
			.isEqualTo("/codes");
		assertThat(this.wire.get("/302", "X-HttpStatus-Response-Location: //evil.example").status()).isEqualTo(403);
	}

	@Test
	void theBodyIsTheCallersAndPlainText() {
		Answer answer = this.wire.get("/status/409?body=%7B%22error%22:%22taken%22%7D");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.text()).isEqualTo("{\"error\":\"taken\"}");
		assertThat(answer.field("Content-Type")).isEqualTo("text/plain;charset=utf-8");
		assertThat(answer.field("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@Test
	void theBodyCanBeSuppressed() {
		assertThat(this.wire.get("/404?suppressBody=true").field("Content-Length")).isEqualTo("0");
		assertThat(this.wire.get("/404", "X-HttpStatus-SuppressBody: true").field("Content-Length")).isEqualTo("0");
		assertThat(this.wire.get("/404?suppressBody=false", "X-HttpStatus-SuppressBody: true").text())
			.as("the query wins")
			.isEqualTo("404 Not Found");
		assertThat(this.wire.get("/404?suppressBody=perhaps").status()).isEqualTo(400);
		assertThat(this.wire.get("/404?suppressBody=true&body=x").status()).isEqualTo(400);
	}

	@Test
	void retryAfterIsSecondsOrADate() {
		assertThat(this.wire.get("/429?retry-after=30").fieldLines("Retry-After")).containsExactly("30");
		String date = "Sun, 06 Nov 1994 08:49:37 GMT";
		assertThat(this.wire.get("/429?retry-after=" + date.replace(" ", "%20")).field("Retry-After")).isEqualTo(date);
		Answer refused = this.wire.get("/429?retry-after=tomorrow");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().get("parameter").asString()).isEqualTo("retry-after");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length:5", "Transfer-Encoding:chunked", "Connection:close", "Trailer:X",
			"Upgrade:h2c", "Keep-Alive:timeout=5", "TE:trailers", "Set-Cookie:a", "set-cookie2:a=b",
			"Access-Control-Allow-Credentials:true", "Strict-Transport-Security:max-age=1", "Clear-Site-Data:%22*%22",
			"Content-Security-Policy:x", "X-Content-Type-Options:x", "Statuslab:earned", "Date:x", "Alt-Svc:h2",
			"Refresh:0;url=//evil.example", "Content-Disposition:attachment", "X:%0d%0aY:1", "X:a%0aY:1", "X:%00",
			"X:%E2%82%AC", "X%0d%0aY:1", "X%20:1", ":1", "X", "", "Content-Type:text/html",
			"Content-Type:application/xhtml%2Bxml", "Content-Type:image/svg%2Bxml", "Content-Type:text/xml",
			"Content-Type:text/plain;charset=utf-7", "Content-Type:multipart/x-mixed-replace",
			"Content-Type:text/javascript", "Content-Type:" })
	void aFieldThatIsNotForCallersIsAProblem(String field) {
		Answer answer = this.wire.get("/status/200?header=" + field);
		assertThat(answer.status()).as(answer.toString()).isIn(400, 403);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("Y")).isNull();
		assertThat(answer.field("Set-Cookie")).isNull();
		assertThat(answer.field("Transfer-Encoding")).isNull();
		assertThat(answer.field("Statuslab")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/%5Cevil.example", "%5C%5Cevil.example", "https://evil.example/",
			"http://localhost@evil.example/", "javascript:alert(1)", "%252F%252Fevil.example",
			"https:%252F%252Fevil.example", "%09//evil.example", "/%09/evil.example", "http:evil.example",
			"data:text/html,x" })
	void locationLeadsNowhereElse(String reference) {
		for (String target : new String[] { "/status/302?header=Location:", "/200?header=Refresh:5;url=",
				"/103?header=Content-Location:" }) {
			Answer answer = this.wire.get(target + reference);
			assertThat(answer.status()).as(target + reference).isIn(400, 403);
			assertThat(answer.field("Location")).isNull();
			assertThat(answer.field("Refresh")).isNull();
			assertThat(answer.interim()).isEmpty();
			assertThat(answer.toString()).doesNotContain("evil");
		}
		Answer link = this.wire.get("/103?header=Link:%3C" + reference + "%3E;rel=preload");
		assertThat(link.status()).isIn(400, 403);
		assertThat(link.interim()).isEmpty();
	}

	@Test
	void locationMayLeadToThisServer() {
		String own = "http://localhost:" + this.wire.port() + "/get";
		for (String reference : new String[] { "/get?a=b", "get", "../x", "?q", own }) {
			assertThat(this.wire.get("/302?header=Location:" + reference.replace("?", "%3F")).field("Location"))
				.isEqualTo(reference);
		}
		assertThat(this.wire.get("/200?header=Refresh:5;url=/get").field("Refresh")).isEqualTo("5;url=/get");
	}

	@Test
	void aScriptIsNotSent() {
		Answer answer = this.wire.get("/status/200?body=%3Cscript%3Ealert(1)%3C/script%3E");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text()).doesNotContain("<script");
		assertThat(this.wire.get("/status/200?body=1%20%3C%202").text()).isEqualTo("1 < 2");
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 308, 410 })
	void whatIsForGoodIsNeverCached(int code) {
		assertThat(this.wire.get("/" + code + "?header=Cache-Control:max-age=9").status()).isEqualTo(400);
		assertThat(this.wire.get("/" + code).field("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void tooManyFieldsAreAProblem() {
		assertThat(this.wire.get("/200?header=X:" + "a".repeat(3000)).status()).isEqualTo(200);
		Answer answer = this.wire.get("/200?header=X:" + "a".repeat(3000) + "&header=Y:" + "a".repeat(3000));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("limit").asInt()).isEqualTo(4096);
	}

	@Test
	void aBrokenQueryIsAProblem() {
		for (String query : new String[] { "?header=%", "?header=%zz", "?body=%C3%28", "?delay=1s&delay=1s" }) {
			Answer answer = this.wire.get("/200" + query);
			assertThat(answer.status()).as(query + answer).isEqualTo(400);
			assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		}
	}

	@Test
	void anUnknownParameterIsLetBe() {
		assertThat(this.wire.get("/200?_=1700000000").status()).isEqualTo(200);
	}

}
