package dev.statuslab.demo.negotiation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Content that is taken, and content that is not (RFC 9110 §15.5.16). */
@LiveServer
class NamedGreetingTests {

	private static final String GREETING = "/demo/greeting";

	private static final String ADA = "{\"name\": \"Ada\"}";

	private final Wire wire;

	NamedGreetingTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | Hello, Ada!
			ko | Ada 님, 안녕하세요!
			de | Guten Tag, Ada!
			fr | Hello, Ada!
			""")
	void aNameIsGreeted(String language, String greeting) {
		Answer answer = this.wire.json("POST", GREETING, ADA, "Accept-Language: " + language);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("greeting").asString()).isEqualTo(greeting);
		assertThat(answer.field("Content-Language")).isEqualTo("fr".equals(language) ? "en" : language);
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Type: text/plain", "Content-Type: application/json-seq",
			"Content-Type: application/merge-patch+json", "X-None: 1" })
	void anotherTypeIsUnsupported(String contentType) {
		Answer answer = this.wire.exchange("POST", GREETING, ADA, contentType);
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.field("Accept")).isEqualTo("application/json");
		assertThat(answer.field("Accept-Post")).isEqualTo("application/json");
		assertThat(answer.field("Accept-Encoding")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8" })
	void parametersAndCaseOfTheTypeDontMatter(String contentType) {
		assertThat(this.wire.exchange("POST", GREETING, ADA, "Content-Type: " + contentType).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "foo", "br", "gzip, gzip", "gzip, foo", "gzipped" })
	void anotherCodingIsUnsupported(String coding) {
		Answer answer = this.wire.json("POST", GREETING, ADA, "Content-Encoding: " + coding);
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.field("Accept-Encoding")).isEqualTo("gzip, identity");
		assertThat(answer.field("Accept")).isNull();
		assertThat(answer.field("Accept-Post")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "x-gzip", "GZIP", "identity, gzip" })
	void gzipIsTaken(String coding) throws IOException {
		Answer answer = post(gzip(ADA.getBytes(StandardCharsets.UTF_8)), coding);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("greeting").asString()).isEqualTo("Hello, Ada!");
	}

	@Test
	void gzipThatIsNoneIsMalformed() throws IOException {
		assertThat(this.wire.json("POST", GREETING, ADA, "Content-Encoding: gzip").status()).isEqualTo(400);
		byte[] whole = gzip(ADA.getBytes(StandardCharsets.UTF_8));
		assertThat(post(Arrays.copyOf(whole, whole.length - 9), "gzip").status()).isEqualTo(400);
	}

	@Test
	void contentThatInflatesTooMuchIsTooLarge() throws IOException {
		byte[] name = ADA.getBytes(StandardCharsets.UTF_8);
		byte[] padded = Arrays.copyOf(name, NameReader.MOST_OCTETS);
		Arrays.fill(padded, name.length, padded.length, (byte) ' ');
		assertThat(post(gzip(padded), "gzip").status()).isEqualTo(200);
		byte[] more = Arrays.copyOf(padded, padded.length + 1);
		more[padded.length] = ' ';
		Answer answer = post(gzip(more), "gzip");
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.json().get("limit").asInt()).isEqualTo(NameReader.MOST_OCTETS);
	}

	@Test
	void whoExpectsA100IsRefusedWithoutOne() {
		try (Connection connection = this.wire.open()) {
			connection.write("POST /demo/greeting HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
					+ "Content-Encoding: br\r\nContent-Length: 15\r\nExpect: 100-continue\r\n\r\n");
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(415);
			assertThat(answer.interim()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			``                           | 400
			{                            | 400
			{"name": "Ada"} x            | 400
			{"name": "Ada" "b": 1}       | 400
			[]                           | 422
			null                         | 422
			{}                           | 422
			{"name": 1}                  | 422
			{"name": " "}                | 422
			{"name": "a\\u0000"}         | 422
			{"name": "\\uD800"}          | 422
			{"name": "\\uD83D\\uDE00"}   | 200
			""")
	void whatIsNoNameIsToldApartFromWhatIsNoJson(String content, int status) {
		assertThat(this.wire.json("POST", GREETING, content).status()).isEqualTo(status);
	}

	@Test
	void aNameHas64CharactersAtMost() {
		assertThat(this.wire.json("POST", GREETING, "{\"name\": \"" + "a".repeat(64) + "\"}").status()).isEqualTo(200);
		assertThat(this.wire.json("POST", GREETING, "{\"name\": \"" + "a".repeat(65) + "\"}").status()).isEqualTo(422);
	}

	private Answer post(byte[] content, String coding) {
		try (Connection connection = this.wire.open()) {
			connection.write("POST /demo/greeting HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
					+ "Content-Encoding: " + coding + "\r\nContent-Length: " + content.length + "\r\n\r\n");
			connection.write(content);
			return connection.read("POST");
		}
	}

	private static byte[] gzip(byte[] plain) throws IOException {
		ByteArrayOutputStream coded = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
			gzip.write(plain);
		}
		return coded.toByteArray();
	}

}
