package dev.statuslab.forced.httpbin;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests come back as httpbin shows them. */
@LiveServer
class EchoTests {

	private final Wire wire;

	EchoTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void aRetrievalIsShown() {
		Answer answer = this.wire.get("/get?a=1&a=2&b=%20x", "X-One: 1", "x-one: 2");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.json().at("/args").toString()).isEqualTo("{\"a\":[\"1\",\"2\"],\"b\":\" x\"}");
		assertThat(answer.json().at("/headers/X-One").asString()).isEqualTo("1,2");
		assertThat(answer.json().at("/origin").asString()).isEqualTo("127.0.0.1");
		assertThat(answer.json().at("/url").asString())
			.isEqualTo("http://localhost:" + this.wire.port() + "/get?a=1&a=2&b=%20x");
		assertThat(answer.json().has("data")).isFalse();
	}

	@Test
	void aQueryThatIsNoUtf8IsMalformed() {
		for (String method : new String[] { "GET", "POST" }) {
			Answer answer = this.wire.send(method, "/anything?a=%ZZ");
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
			assertThat(this.wire.send(method, "/anything?a=%C3%A9").json().at("/args/a").asString()).isEqualTo("é");
		}
	}

	@Test
	void eachMethodHasItsAddress() {
		for (String method : new String[] { "POST", "PUT", "PATCH", "DELETE" }) {
			String target = "/" + method.toLowerCase(java.util.Locale.ROOT);
			assertThat(this.wire.exchange(method, target, "x").json().get("data").asString()).isEqualTo("x");
			Answer other = this.wire.get(target);
			assertThat(other.status()).isEqualTo(405);
			assertThat(other.field("Allow")).isEqualTo(method + ", OPTIONS");
			Answer any = this.wire.exchange(method, "/anything/a/b", "x");
			assertThat(any.json().get("method").asString()).isEqualTo(method);
		}
	}

	@Test
	void jsonIsShownAsJson() {
		Answer answer = this.wire.json("POST", "/post", "{\"x\":1.10}");
		assertThat(answer.text()).contains("\"x\": 1.10");
		assertThat(answer.json().at("/json/x").isNumber()).isTrue();
		assertThat(answer.json().at("/data").asString()).isEqualTo("{\"x\":1.10}");
	}

	@Test
	void whatIsNoJsonIsNull() {
		for (String text : new String[] { "{\"x\":", "1 2", "", "[".repeat(500) + "]".repeat(500) }) {
			Answer answer = this.wire.json("POST", "/post", text);
			assertThat(answer.status()).as(text).isEqualTo(200);
			assertThat(answer.json().get("json").isNull()).as(text).isTrue();
			assertThat(answer.json().get("data").asString()).isEqualTo(text);
		}
	}

	@Test
	void aFormIsTakenApartForItsTypeOnly() {
		Answer form = this.wire.exchange("POST", "/post", "a=1&a=2&b=%C3%A9",
				"Content-Type: application/x-www-form-urlencoded");
		assertThat(form.json().get("form").toString()).isEqualTo("{\"a\":[\"1\",\"2\"],\"b\":\"é\"}");
		assertThat(form.json().get("data").asString()).isEmpty();
		Answer text = this.wire.exchange("POST", "/post", "a=1", "Content-Type: text/plain");
		assertThat(text.json().get("form").isEmpty()).isTrue();
		assertThat(text.json().get("data").asString()).isEqualTo("a=1");
		assertThat(this.wire.exchange("POST", "/post", "a=%FF", "Content-Type: application/x-www-form-urlencoded")
			.status()).isEqualTo(400);
	}

	@Test
	void aMultipartFormHasValuesAndFiles() {
		String content = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
				+ "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.txt\"\r\n\r\nfile\r\n--x--\r\n";
		String type = "Content-Type: multipart/form-data; boundary=x";
		Answer answer = this.wire.exchange("POST", "/post", content, type);
		assertThat(answer.json().get("form").toString()).isEqualTo("{\"a\":\"1\"}");
		assertThat(answer.json().get("files").toString()).isEqualTo("{\"f\":\"file\"}");
		for (String malformed : new String[] { "hello", content.replace("--x--", ""),
				content.replace("name=", "n=") }) {
			Answer refused = this.wire.exchange("POST", "/post", malformed, type);
			assertThat(refused.status()).as(malformed).isEqualTo(400);
			assertThat(refused.field("Content-Type")).isEqualTo("application/problem+json");
		}
	}

	@Test
	void octetsThatAreNoTextAreEncoded() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("PUT /put HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n");
			connection.write(new byte[] { (byte) 0xFF, (byte) 0xFE });
			assertThat(connection.read("PUT").json().get("data").asString())
				.isEqualTo("data:application/octet-stream;base64,//4=");
		}
	}

	@Test
	void aForwardedFieldOfAStrangerIsOnlyShown() {
		Answer answer = this.wire.get("/get", "X-Forwarded-For: 192.0.2.7", "X-Forwarded-Host: example.org");
		assertThat(answer.json().get("origin").asString()).isEqualTo("127.0.0.1");
		assertThat(answer.json().get("url").asString()).startsWith("http://localhost:");
	}

	@Test
	void partsOfTheRequestAreShownAlone() {
		assertThat(this.wire.get("/ip").json().toString()).isEqualTo("{\"origin\":\"127.0.0.1\"}");
		assertThat(this.wire.get("/user-agent", "User-Agent: me").json().toString())
			.isEqualTo("{\"user-agent\":\"me\"}");
		assertThat(this.wire.get("/user-agent").json().get("user-agent").isNull()).isTrue();
		assertThat(this.wire.get("/headers", "X-A: 1").json().at("/headers/X-A").asString()).isEqualTo("1");
	}

}
