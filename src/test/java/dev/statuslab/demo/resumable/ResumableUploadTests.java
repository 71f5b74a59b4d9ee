package dev.statuslab.demo.resumable;

import java.nio.charset.StandardCharsets;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Beginning an upload that can be resumed, or one that can't. */
@LiveServer
class ResumableUploadTests {

	private static final String TARGET = "/demo/resumable";

	private static final String INTEROP = "Upload-Draft-Interop-Version: 8";

	private static final String TEXT = "Content-Type: text/plain";

	private static final String LIMIT = "max-size=32768";

	private final Wire wire;

	ResumableUploadTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies({ "resumable-upload-4.2a", "resumable-upload-4.2b", "resumable-upload-interopb" })
	void anUploadIsAnnounced() {
		Answer answer = this.wire.exchange("POST", TARGET, "hello", TEXT, INTEROP, "Upload-Complete: ?1");
		assertThat(answer.interim()).hasSize(1);
		Answer announced = answer.interim().get(0);
		assertThat(announced.statusLine()).isEqualTo("HTTP/1.1 104 Upload Resumption Supported");
		assertThat(announced.field("Location")).startsWith(TARGET + "/");
		assertThat(announced.field("Upload-Limit")).isEqualTo(LIMIT);
		assertThat(announced.field("Upload-Draft-Interop-Version")).isEqualTo("8");
		for (String name : new String[] { "Content-Length", "Transfer-Encoding", "Connection" }) {
			assertThat(announced.field(name)).as(name).isNull();
		}
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Upload-Complete")).isEqualTo("?1");
		assertThat(answer.json().get("length").asInt()).isEqualTo(5);
		Answer state = this.wire.send("HEAD", announced.field("Location"));
		assertThat(state.field("Upload-Complete")).isEqualTo("?1");
		assertThat(state.field("Upload-Offset")).isEqualTo("5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-None: 1", "Upload-Draft-Interop-Version: 7", "Upload-Draft-Interop-Version: ?1",
			"Upload-Draft-Interop-Version: 8, 8" })
	@Verifies("resumable-upload-interopa")
	void anotherVersionOfTheDraftIsNotAnnounced(String interop) {
		Answer whole = this.wire.exchange("POST", TARGET, "hello", TEXT, interop, "Upload-Complete: ?1");
		assertThat(whole.interim()).isEmpty();
		assertThat(whole.status()).isEqualTo(200);
		assertThat(whole.field("Upload-Complete")).isNull();
		Answer part = this.wire.exchange("POST", TARGET, "hello", TEXT, interop, "Upload-Complete: ?0");
		assertThat(part.interim()).isEmpty();
		assertThat(part.status()).isEqualTo(201);
		assertThat(part.field("Location")).startsWith(TARGET + "/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-None: 1", "Upload-Complete: 1", "Upload-Complete: true" })
	void whatDoesNotSayUploadCompleteIsPlain(String complete) {
		Answer answer = this.wire.exchange("POST", TARGET, "hello", TEXT, INTEROP, complete);
		assertThat(answer.interim()).isEmpty();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Upload-Complete")).isNull();
		assertThat(answer.json().get("sha256").asString())
			.isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
	}

	@Test
	@Verifies({ "resumable-upload-4.2c", "resumable-upload-4.2b" })
	void thePartOfAnUploadHasOneLocation() {
		Answer answer = this.wire.exchange("POST", TARGET, "hello", TEXT, INTEROP, "Upload-Complete: ?0",
				"Upload-Length: 10");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.interim()).hasSize(1);
		assertThat(answer.field("Location")).isNotNull().isEqualTo(answer.interim().get(0).field("Location"));
		assertThat(answer.field("Upload-Limit")).isEqualTo(LIMIT);
		assertThat(answer.field("Upload-Offset")).isEqualTo("5");
		assertThat(answer.field("Upload-Complete")).isEqualTo("?0");
	}

	@Test
	@Verifies("resumable-upload-5")
	void the100IsSentBesideThe104() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(head("POST", TARGET, TEXT, INTEROP, "Upload-Complete: ?1", "Expect: 100-continue",
					"Content-Length: 5"));
			assertThat(connection.readHead().status()).isEqualTo(104);
			assertThat(connection.readHead().status()).isEqualTo(100);
			connection.write("hello");
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.interim()).isEmpty();
		}
	}

	@Test
	@Verifies({ "resumable-upload-4.3", "resumable-upload-4.2c" })
	void whatArrivedBeforeAResetIsKept() throws Exception {
		String location;
		try (Wire.Connection connection = this.wire.open()) {
			connection
				.write(head("POST", TARGET, TEXT, INTEROP, "Upload-Complete: ?1", "Content-Length: 10") + "hello");
			location = connection.readHead().field("Location");
			Answer progress = connection.readHead();
			assertThat(progress.field("Upload-Offset")).isEqualTo("5");
			assertThat(progress.field("Upload-Draft-Interop-Version")).isEqualTo("8");
			assertThat(progress.field("Location")).isNull();
		}
		Answer state = this.wire.send("HEAD", location);
		assertThat(state.status()).isEqualTo(204);
		assertThat(state.field("Upload-Offset")).isEqualTo("5");
		assertThat(state.field("Upload-Complete")).isEqualTo("?0");
		assertThat(state.field("Upload-Length")).isEqualTo("10");
		assertThat(state.field("Upload-Limit")).isEqualTo(LIMIT);
		assertThat(state.field("Cache-Control")).isEqualTo("no-store");
		Answer rest = this.wire.exchange("PATCH", location, "world", "Content-Type: application/partial-upload",
				"Upload-Offset: 5", "Upload-Complete: ?1");
		assertThat(rest.status()).isEqualTo(200);
		assertThat(rest.field("Upload-Complete")).isEqualTo("?1");
		Answer plain = this.wire.exchange("POST", TARGET, "helloworld", TEXT);
		assertThat(rest.text()).isEqualTo(plain.text());
	}

	@Test
	void aPlainUploadThatBreaksOffLeavesNothing() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(head("POST", TARGET, TEXT, "Content-Length: 10") + "hello");
			connection.shutdownOutput();
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.field("Location")).isNull();
		}
	}

	@Test
	@Verifies("resumable-upload-4.2c")
	void whoStillListensIsToldWhereToResume() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(head("POST", TARGET, TEXT, INTEROP, "Upload-Complete: ?1", "Content-Length: 10"));
			String location = connection.readHead().field("Location");
			connection.write("hello");
			assertThat(connection.readHead().field("Upload-Offset")).isEqualTo("5");
			connection.shutdownOutput();
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.field("Upload-Complete")).isEqualTo("?0");
			assertThat(answer.field("Location")).isNotNull().isEqualTo(location);
			assertThat(this.wire.send("HEAD", location).field("Upload-Offset")).isEqualTo("5");
		}
	}

	@Test
	void anEmptyUploadIsAnUploadToo() {
		Answer answer = this.wire.exchange("POST", TARGET, "", TEXT, INTEROP, "Upload-Complete: ?1");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.interim()).hasSize(1);
		Answer careful = this.wire.send("POST", TARGET, INTEROP, "Upload-Complete: ?0");
		assertThat(careful.status()).isEqualTo(201);
		assertThat(careful.field("Upload-Offset")).isEqualTo("0");
	}

	@Test
	void nothingInterimGoesToHttp10() {
		Answer answer = this.wire
			.raw("POST " + TARGET + " HTTP/1.0\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n" + INTEROP
					+ "\r\nUpload-Complete: ?1\r\n\r\nhello");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.interim()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Upload-Length: 32769\r\nContent-Length: 5\r\n\r\nhello", "Content-Length: 32769\r\n\r\n",
			"Transfer-Encoding: chunked\r\n\r\n" })
	@Verifies("resumable-upload-4.1")
	void tooMuchTellsTheLimit(String rest) {
		String content = rest.contains("chunked") ? "8001\r\n" + "x".repeat(32769) + "\r\n0\r\n\r\n"
				: rest.contains("32769\r\n\r\n") ? "x".repeat(32769) : "";
		Answer answer = this.wire.raw("POST " + TARGET + " HTTP/1.1\r\nHost: localhost\r\n" + TEXT
				+ "\r\nUpload-Complete: ?0\r\n" + INTEROP + "\r\n" + rest + content);
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.field("Upload-Limit")).isEqualTo(LIMIT);
	}

	@Test
	void asMuchAsTheLimitIsTaken() {
		Answer answer = this.wire.exchange("POST", TARGET, "x".repeat(32768), TEXT, "Upload-Complete: ?1");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("length").asInt()).isEqualTo(32768);
	}

	@Test
	void lengthsThatDifferAreRefused() {
		Answer answer = this.wire.exchange("POST", TARGET, "hello", TEXT, INTEROP, "Upload-Complete: ?1",
				"Upload-Length: 6");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.interim()).isEmpty();
		assertThat(answer.field("Upload-Complete")).isEqualTo("?0");
		assertThat(answer.json().get("type").asString())
			.isEqualTo("https://iana.org/assignments/http-problem-types#inconsistent-upload-length");
	}

	@Test
	void otherTypesAreNotTaken() {
		Answer answer = this.wire.exchange("POST", TARGET, "{}", "Content-Type: application/json");
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.field("Accept-Post")).contains("text/plain");
	}

	@Test
	void theLimitsAreKnownBefore() {
		Answer answer = this.wire.send("OPTIONS", TARGET);
		assertThat(answer.field("Upload-Limit")).isEqualTo(LIMIT);
		assertThat(answer.field("Allow")).isEqualTo("OPTIONS, POST");
	}

	@Test
	void manyOctetsAtATimeArriveWhole() {
		byte[] chunk = "x".repeat(1000).getBytes(StandardCharsets.US_ASCII);
		try (Wire.Connection connection = this.wire.open()) {
			connection.write(head("POST", TARGET, TEXT, "Upload-Complete: ?1", "Content-Length: 20000"));
			for (int i = 0; i < 20; i++) {
				connection.write(chunk);
			}
			Answer answer = connection.read("POST");
			assertThat(answer.json().get("length").asInt()).isEqualTo(20000);
		}
	}

	private static String head(String method, String target, String... fields) {
		return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", fields) + "\r\n\r\n";
	}

}
