package dev.statuslab.demo.protocol;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
class UploadTests {

	private static final String UPLOADS = "/demo/uploads";

	private static final String SIZED = "/demo/uploads/sized";

	private static final String KEY = "Authorization: Bearer upload-key";

	private static final String TEXT = "Content-Type: text/plain";

	private static final String EXPECT = "Expect: 100-continue";

	private final Wire wire;

	UploadTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "Expect: 100-continue", "Expect: 100-Continue" })
	@Verifies({ "rfc9110-10.1.1a", "rfc9110-10.1.1b", "rfc9110-10.1.1d", "rfc9110-10.1.1g", "rfc9110-10.1.1l" })
	void anAdmittedHeadIsAskedForItsContent(String expect) {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(head("POST", UPLOADS, KEY, TEXT, expect, "Content-Length: 5"));
			Answer interim = connection.readHead();
			assertThat(interim.statusLine()).isEqualTo("HTTP/1.1 100 Continue");
			assertThat(interim.fields()).isEmpty();
			connection.write("hello");
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(201);
			assertThat(answer.json().get("length").asInt()).isEqualTo(5);
			connection.write(head("GET", answer.field("Location")));
			Answer kept = connection.read("GET");
			assertThat(kept.text()).isEqualTo("hello");
			assertThat(kept.field("Content-Type")).isEqualTo("text/plain");
			assertThat(kept.field("ETag")).isEqualTo(answer.field("ETag"));
		}
	}

	@Test
	void aPutIsAskedForItsContentToo() {
		String target = "/demo/uploads/a-put";
		for (int status : new int[] { 201, 204 }) {
			try (Wire.Connection connection = this.wire.open()) {
				connection.write(head("PUT", target, KEY, TEXT, EXPECT, "Content-Length: 5"));
				assertThat(connection.readHead().status()).isEqualTo(100);
				connection.write("hello");
				assertThat(connection.read("PUT").status()).isEqualTo(status);
			}
		}
		assertThat(this.wire.get(target).text()).isEqualTo("hello");
	}

	@Test
	@Verifies("rfc9110-10.1.1e")
	void nothingIsExpectedWhereTheContentIsThere() {
		Answer answer = this.wire.exchange("POST", UPLOADS, "hello", KEY, TEXT);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.interim()).isEmpty();
		Answer withIt = this.wire.exchange("POST", UPLOADS, "hello", KEY, TEXT, EXPECT);
		assertThat(withIt.status()).isEqualTo(201);
	}

	@Test
	@Verifies("rfc9110-10.1.1c")
	void anExpectationOfHttp10IsIgnored() throws InterruptedException {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(head("POST", UPLOADS, KEY, TEXT, EXPECT, "Content-Length: 5").replaceFirst("HTTP/1\\.1",
					"HTTP/1.0"));
			// time for a 100 that must not come
			Thread.sleep(200);
			connection.write("hello");
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(201);
			assertThat(answer.interim()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/demo/uploads|X: y|Content-Type: text/plain|Content-Length: 5|401",
			"/demo/uploads|Authorization: Bearer wrong|Content-Type: text/plain|Content-Length: 5|401",
			"/demo/uploads|Authorization: Basic dXA6bG9hZA==|Content-Type: text/plain|Content-Length: 5|401",
			"/demo/uploads|Authorization: Bearer|Content-Type: text/plain|Content-Length: 5|400",
			"/demo/uploads|Authorization: Bearer upload-key|Content-Type: image/png|Content-Length: 5|415",
			"/demo/uploads|Authorization: Bearer upload-key|Content-Type: text/plain|Content-Length: 32769|413",
			"/demo/uploads|Authorization: Bearer upload-key|Content-Type: text/plain|Content-Length: 99999999|413",
			"/demo/uploads/sized|Authorization: Bearer upload-key|Content-Type: text/plain|Transfer-Encoding: chunked|411",
			"/demo/uploads/sized|X: y|Content-Type: text/plain|Transfer-Encoding: chunked|401" })
	@Verifies({ "rfc9110-10.1.1a", "rfc9110-10.1.1f", "rfc9112-9.3a", "rfc9110-10.1.1j" })
	void aRefusedHeadIsAnsweredFinally(String target, String credentials, String type, String framing, int status) {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(head("POST", target, credentials, type, framing, EXPECT));
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(status);
			assertThat(answer.interim()).isEmpty();
			assertThat(answer.field("Connection")).isEqualTo("close");
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	@Test
	void aRefusedPutIsAnsweredFinallyToo() {
		this.wire.exchange("PUT", "/demo/uploads/guarded", "one", KEY, TEXT);
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(
					head("PUT", "/demo/uploads/guarded", KEY, TEXT, EXPECT, "Content-Length: 3", "If-None-Match: *"));
			Answer answer = connection.read("PUT");
			assertThat(answer.status()).isEqualTo(412);
			assertThat(answer.interim()).isEmpty();
		}
	}

	@Test
	@Verifies({ "rfc6750-3", "rfc6750-3.1a" })
	void aChallengeTellsTheScheme() {
		assertThat(this.wire.exchange("POST", UPLOADS, "a", TEXT).field("WWW-Authenticate"))
			.isEqualTo("Bearer realm=\"uploads\"");
		assertThat(
				this.wire.exchange("POST", UPLOADS, "a", TEXT, "Authorization: Bearer wrong").field("WWW-Authenticate"))
			.isEqualTo("Bearer realm=\"uploads\", error=\"invalid_token\"");
		assertThat(this.wire.exchange("POST", UPLOADS, "a", TEXT, "Authorization: bearer upload-key").status())
			.as("a scheme's case means nothing")
			.isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "bearer", "Bearer upload-key x", "Bearer token=upload-key", "Bearer a,b",
			"Bearer upload-key\r\nAuthorization: Bearer upload-key", "Basic YTpi\r\nAuthorization: Bearer upload-key" })
	@Verifies("rfc6750-3.1a")
	void aMalformedTokenIsABadRequest(String value) {
		for (String target : new String[] { UPLOADS, SIZED }) {
			Answer answer = this.wire.exchange("POST", target, "a", TEXT, "Authorization: " + value);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.field("WWW-Authenticate"))
				.isEqualTo("Bearer realm=\"uploads\", error=\"invalid_request\"");
		}
		assertThat(this.wire.exchange("POST", UPLOADS, "a", TEXT, "Authorization: Bearer uploadkey").status())
			.as("well-formed and wrong")
			.isEqualTo(401);
	}

	@Test
	@Verifies({ "rfc9110-15.5.12a", "rfc9112-6.3f", "rfc9112-6.3g" })
	void contentWithoutALengthIsRefusedWhereOneIsNeeded() {
		Answer refused = this.wire.raw(head("POST", SIZED, KEY, TEXT, "Transfer-Encoding: chunked") + chunked("hello"));
		assertThat(refused.status()).isEqualTo(411);
		assertThat(this.wire.exchange("POST", SIZED, "hello", KEY, TEXT).status()).isEqualTo(201);
		assertThat(this.wire.raw(head("POST", UPLOADS, KEY, TEXT, "Transfer-Encoding: chunked") + chunked("hello"))
			.status()).as("elsewhere it is taken").isEqualTo(201);
		Answer none = this.wire.send("POST", SIZED, KEY, TEXT);
		assertThat(none.status()).as("no content has a known length").isEqualTo(201);
		assertThat(none.json().get("length").asInt()).isZero();
	}

	@Test
	void http2HasNoTransferCodingAndALengthAllTheSame() throws Exception {
		HttpClient client = new HttpClient(new HttpClientTransportOverHTTP2(new HTTP2Client()));
		client.start();
		try {
			byte[] octets = { 'a' };
			for (Request.Content content : List.of(new InputStreamRequestContent(new ByteArrayInputStream(octets)),
					new BytesRequestContent(octets))) {
				int status = client.POST("http://127.0.0.1:" + this.wire.port() + SIZED)
					.headers((fields) -> fields.put("Authorization", "Bearer upload-key"))
					.body(content)
					.send()
					.getStatus();
				assertThat(status).isEqualTo((content.getLength() < 0) ? 411 : 201);
			}
		}
		finally {
			client.stop();
		}
	}

	@Test
	@Verifies({ "rfc9112-9.3a", "rfc9112-9.3d" })
	void unwantedContentIsNeverTakenForARequest() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(head("POST", SIZED, KEY, TEXT, "Transfer-Encoding: chunked")
					+ chunked("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") + head("GET", "/demo/media"));
			assertThat(connection.read("POST").status()).isEqualTo(411);
			Answer next = connection.read("GET");
			assertThat(next.status()).isEqualTo(200);
			assertThat(next.text()).contains("numbers.txt");
		}
	}

	@Test
	@Verifies("rfc9110-15.5.14c")
	void contentIsCountedWhereItsLengthIsNotTold() {
		String limit = "x".repeat(32 * 1024);
		Answer tooLarge = this.wire
			.raw(head("POST", UPLOADS, KEY, TEXT, "Transfer-Encoding: chunked") + chunked(limit + "x"));
		assertThat(tooLarge.status()).isEqualTo(413);
		assertThat(tooLarge.json().get("limit").asInt()).isEqualTo(32 * 1024);
		assertThat(
				this.wire.raw(head("POST", UPLOADS, KEY, TEXT, "Transfer-Encoding: chunked") + chunked(limit)).status())
			.isEqualTo(201);
		assertThat(this.wire.exchange("POST", UPLOADS, limit, KEY, TEXT).status()).isEqualTo(201);
		assertThat(this.wire.exchange("POST", UPLOADS, limit + "x", KEY, TEXT).status()).isEqualTo(413);
	}

	@Test
	@Verifies({ "rfc9110-15.5.16a", "rfc9110-15.5.16b" })
	void anotherTypeOrCodingIsNotTaken() {
		Answer type = this.wire.exchange("POST", UPLOADS, "a", KEY, "Content-Type: image/png");
		assertThat(type.status()).isEqualTo(415);
		assertThat(type.field("Accept-Post")).isEqualTo("text/plain, application/octet-stream");
		assertThat(this.wire.exchange("PUT", "/demo/uploads/typed", "a", KEY, "Content-Type: nonsense").field("Accept"))
			.isEqualTo("text/plain, application/octet-stream");
		Answer coding = this.wire.exchange("POST", UPLOADS, "a", KEY, TEXT, "Content-Encoding: gzip");
		assertThat(coding.status()).isEqualTo(415);
		assertThat(coding.field("Accept-Encoding")).isEqualTo("identity");
		assertThat(this.wire.exchange("POST", UPLOADS, "a", KEY, "Content-Type: text/plain;charset=utf-8").status())
			.isEqualTo(201);
		assertThat(this.wire.exchange("POST", UPLOADS, "a", KEY).json().get("mediaType").asString())
			.isEqualTo("application/octet-stream");
	}

	@Test
	@Verifies("rfc9110-14.5")
	void aPartIsNotTakenForTheWhole() {
		String target = "/demo/uploads/in-parts";
		assertThat(this.wire.exchange("PUT", target, "abc", KEY, TEXT, "Content-Range: bytes 0-2/9").status())
			.isEqualTo(400);
		assertThat(this.wire.get(target).status()).isEqualTo(404);
		assertThat(this.wire.exchange("PUT", target, "abc", KEY, TEXT).status()).isEqualTo(201);
	}

	@Test
	void anUploadIsReplacedUnderItsPreconditions() {
		String target = "/demo/uploads/versions";
		String tag = this.wire.exchange("PUT", target, "one", KEY, TEXT).field("ETag");
		assertThat(this.wire.exchange("PUT", target, "two", KEY, TEXT, "If-Match: \"other\"").status()).isEqualTo(412);
		assertThat(this.wire.get(target, "If-None-Match: " + tag).status()).isEqualTo(304);
		assertThat(this.wire.exchange("PUT", target, "two", KEY, TEXT, "If-Match: " + tag).status()).isEqualTo(204);
		assertThat(this.wire.get(target, "If-None-Match: " + tag).text()).isEqualTo("two");
		assertThat(this.wire.exchange("PUT", "/demo/uploads/a*b", "a", KEY, TEXT).status()).isEqualTo(400);
		Answer sized = this.wire.exchange("PUT", SIZED, "a", KEY, TEXT);
		assertThat(sized.status()).isEqualTo(405);
		assertThat(sized.field("Allow")).isEqualTo("OPTIONS, POST");
	}

	private static String head(String method, String target, String... fields) {
		return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n"
				+ String.join("", Stream.of(fields).map((field) -> field + "\r\n").toList()) + "\r\n";
	}

	private static String chunked(String content) {
		return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n0\r\n\r\n";
	}

}
