package dev.statuslab.demo.resumable;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The resource of an upload of which five octets out of ten have arrived. */
@LiveServer
class UploadResourceTests {

	private static final String TARGET = "/demo/resumable";

	private static final String INTEROP = "Upload-Draft-Interop-Version: 8";

	private static final String PARTIAL = "Content-Type: application/partial-upload";

	private static final String WHOLE = "Upload-Complete: ?1";

	private static final String PART = "Upload-Complete: ?0";

	private final Wire wire;

	private String upload;

	UploadResourceTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@BeforeEach
	void beginUpload() {
		this.upload = begin("Upload-Length: 10");
	}

	private String begin(String field) {
		return this.wire.exchange("POST", TARGET, "hello", "Content-Type: text/plain", PART, field).field("Location");
	}

	@Test
	void appendsMakeAWhole() {
		Answer part = patch("wo", 5, PART);
		assertThat(part.status()).isEqualTo(204);
		assertThat(part.field("Upload-Complete")).isEqualTo("?0");
		assertThat(part.field("Upload-Offset")).isEqualTo("7");
		Answer whole = patch("rld", 7, WHOLE);
		assertThat(whole.status()).isEqualTo(200);
		assertThat(whole.field("Upload-Complete")).isEqualTo("?1");
		assertThat(whole.json().get("mediaType").asString()).isEqualTo("text/plain");
		assertThat(whole.json().get("sha256").asString())
			.isEqualTo("936a185caaa266bb9cbe981e9e05cb78cd732b0b3280eb944412bb6f8f8f07af");
		assertThat(offset()).isEqualTo("10");
	}

	@Test
	void theEndCanBeToldAlone() {
		assertThat(patch("world", 5, PART).status()).isEqualTo(204);
		assertThat(patch("", 10, WHOLE).status()).isEqualTo(200);
	}

	@Test
	@Verifies("resumable-upload-4.4a")
	void progressTellsNoLocation() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("PATCH " + this.upload + " HTTP/1.1\r\nHost: localhost\r\n" + PARTIAL + "\r\n" + INTEROP
					+ "\r\n" + WHOLE + "\r\nUpload-Offset: 5\r\nContent-Length: 5\r\n\r\nwo");
			Answer progress = connection.readHead();
			assertThat(progress.status()).isEqualTo(104);
			assertThat(progress.field("Upload-Offset")).isEqualTo("7");
			assertThat(progress.field("Location")).isNull();
			connection.write("rld");
			assertThat(connection.read("PATCH").status()).isEqualTo(200);
		}
	}

	@Test
	@Verifies("resumable-upload-interopa")
	void progressGoesOnlyToWhoKnowsIt() throws InterruptedException {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("PATCH " + this.upload + " HTTP/1.1\r\nHost: localhost\r\n" + PARTIAL + "\r\n" + WHOLE
					+ "\r\nUpload-Offset: 5\r\nContent-Length: 5\r\n\r\nwo");
			// time for a 104 that must not come
			Thread.sleep(200);
			connection.write("rld");
			Answer answer = connection.read("PATCH");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.interim()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 4, 6, 999999999999999L })
	@Verifies({ "resumable-upload-4.4b", "rfc5789-2.2b", "rfc5789-2" })
	void aWrongOffsetIsAConflict(long offset) {
		Answer answer = patch("world", offset, WHOLE);
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.field("Upload-Complete")).isEqualTo("?0");
		assertThat(answer.field("Upload-Offset")).isEqualTo("5");
		assertThat(answer.json().get("type").asString())
			.isEqualTo("https://iana.org/assignments/http-problem-types#mismatching-upload-offset");
		assertThat(answer.json().get("expected-offset").asLong()).isEqualTo(5);
		assertThat(answer.json().get("provided-offset").asLong()).isEqualTo(offset);
		assertThat(patch("world", 5, WHOLE).json().get("length").asInt()).isEqualTo(10);
	}

	@ParameterizedTest
	@CsvSource({ "Upload-Complete: ?1, X-None: 1", "X-None: 1, Upload-Offset: 5",
			"Upload-Complete: 1, Upload-Offset: 5", "Upload-Complete: ?1, Upload-Offset: -5",
			"Upload-Complete: ?1, Upload-Offset: five" })
	@Verifies({ "rfc5789-2.2a", "rfc5789-2" })
	void anAppendThatCantBeReadIsRefused(String complete, String offset) {
		Answer answer = this.wire.exchange("PATCH", this.upload, "world", PARTIAL, complete, offset);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.field("Upload-Complete")).isEqualTo("?0");
		assertThat(offset()).isEqualTo("5");
	}

	@Test
	@Verifies("rfc5789-2.2c")
	void anotherPatchFormatIsNotTaken() {
		Answer answer = this.wire.exchange("PATCH", this.upload, "world", "Content-Type: text/plain", WHOLE,
				"Upload-Offset: 5");
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.field("Accept-Patch")).isEqualTo("application/partial-upload");
		assertThat(offset()).isEqualTo("5");
	}

	@Test
	@Verifies("rfc5789-2")
	void moreThanAnnouncedIsRefusedWhole() {
		Answer answer = patch("worlds", 5, PART);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("type").asString()).endsWith("#inconsistent-upload-length");
		assertThat(offset()).isEqualTo("5");
		assertThat(patch("world", 5, WHOLE).status()).isEqualTo(200);
	}

	@Test
	void moreThanAnnouncedEndsAnUploadWhereItComesUnannounced() {
		Answer answer = this.wire.raw("PATCH " + this.upload + " HTTP/1.1\r\nHost: localhost\r\n" + PARTIAL + "\r\n"
				+ PART + "\r\nUpload-Offset: 5\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nworlds\r\n0\r\n\r\n");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(this.wire.send("HEAD", this.upload).status()).isEqualTo(404);
	}

	@Test
	void lessThanAnnouncedIsNotComplete() {
		assertThat(patch("worl", 5, WHOLE).status()).isEqualTo(400);
		assertThat(offset()).isEqualTo("5");
	}

	@Test
	@Verifies("resumable-upload-4.1")
	void moreThanTheLimitTellsIt() {
		String open = begin("X-None: 1");
		Answer answer = this.wire.exchange("PATCH", open, "x".repeat(32764), PARTIAL, PART, "Upload-Offset: 5");
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.field("Upload-Limit")).isEqualTo("max-size=32768");
		Answer fits = this.wire.exchange("PATCH", open, "x".repeat(32763), PARTIAL, WHOLE, "Upload-Offset: 5");
		assertThat(fits.status()).isEqualTo(200);
	}

	@Test
	void aCompleteUploadAnswersAgainAndTakesNoMore() {
		Answer whole = patch("world", 5, WHOLE);
		Answer again = patch("", 10, WHOLE);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.text()).isEqualTo(whole.text());
		Answer more = patch("more", 10, WHOLE);
		assertThat(more.status()).isEqualTo(409);
		assertThat(more.field("Upload-Complete")).isEqualTo("?0");
		Answer unannounced = this.wire.raw("PATCH " + this.upload + " HTTP/1.1\r\nHost: localhost\r\n" + PARTIAL
				+ "\r\n" + WHOLE + "\r\nUpload-Offset: 10\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nmore\r\n0\r\n\r\n");
		assertThat(unannounced.status()).isEqualTo(409);
		assertThat(this.wire.send("HEAD", this.upload).field("Upload-Complete")).isEqualTo("?1");
	}

	/** §4.6: who asks for the offset can rely on it. */
	@Test
	void aRequestEndsTheOneBefore() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("PATCH " + this.upload + " HTTP/1.1\r\nHost: localhost\r\n" + PARTIAL + "\r\n" + INTEROP
					+ "\r\n" + WHOLE + "\r\nUpload-Offset: 5\r\nContent-Length: 5\r\n\r\nwo");
			assertThat(connection.readHead().field("Upload-Offset")).isEqualTo("7");
			assertThat(offset()).isEqualTo("7");
			connection.write("r");
			assertThat(connection.read("PATCH").status()).isEqualTo(409);
			assertThat(offset()).isEqualTo("7");
		}
	}

	@Test
	void aStalledAppendKeepsWhatArrived() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("PATCH " + this.upload + " HTTP/1.1\r\nHost: localhost\r\n" + PARTIAL + "\r\n" + WHOLE
					+ "\r\nUpload-Offset: 5\r\nContent-Length: 5\r\n\r\nwo");
			Answer answer = connection.read("PATCH");
			assertThat(answer.status()).isEqualTo(408);
			assertThat(answer.field("Upload-Complete")).isEqualTo("?0");
		}
		assertThat(offset()).isEqualTo("7");
	}

	@Test
	void aCancelledUploadIsGone() {
		assertThat(this.wire.send("DELETE", this.upload, "If-Match: \"other\"").status()).isEqualTo(412);
		assertThat(this.wire.send("DELETE", this.upload).status()).isEqualTo(204);
		assertThat(this.wire.send("HEAD", this.upload).status()).isEqualTo(404);
		assertThat(patch("world", 5, WHOLE).status()).isEqualTo(404);
		assertThat(this.wire.send("DELETE", this.upload).status()).isEqualTo(404);
	}

	@Test
	@Verifies("rfc5789-2.2b")
	void aFalsePreconditionIsNoConflict() {
		Answer answer = this.wire.exchange("PATCH", this.upload, "world", PARTIAL, WHOLE, "Upload-Offset: 5",
				"If-Match: \"other\"");
		assertThat(answer.status()).isEqualTo(412);
		assertThat(offset()).isEqualTo("5");
		assertThat(this.wire.get(this.upload, "If-Match: \"other\"").status()).isEqualTo(412);
	}

	@Test
	@Verifies("rfc5789-3.1")
	void theFormatOfAnAppendIsKnownBefore() {
		Answer answer = this.wire.send("OPTIONS", this.upload);
		assertThat(answer.field("Accept-Patch")).isEqualTo("application/partial-upload");
		assertThat(answer.field("Allow")).contains("PATCH");
		assertThat(answer.field("Upload-Limit")).isEqualTo("max-size=32768");
	}

	private Answer patch(String content, long offset, String complete) {
		return this.wire.exchange("PATCH", this.upload, content, PARTIAL, complete, "Upload-Offset: " + offset);
	}

	private String offset() {
		return this.wire.send("HEAD", this.upload).field("Upload-Offset");
	}

}
