package dev.statuslab.demo.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import dev.statuslab.http.HttpDates;
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

/** On a document the preconditions of RFC 9110 §13 hold, in their order. */
@LiveServer
class DocumentPreconditionsTests {

	private static final String VALID = "{\"title\":\"t\",\"content\":\"c\"}";

	private final Wire wire;

	private String target;

	private String tag;

	private Instant modified;

	DocumentPreconditionsTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@BeforeEach
	void createDocument() {
		Answer created = this.wire.json("POST", "/demo/documents", VALID);
		this.target = created.field("Location");
		this.tag = created.field("ETag");
		this.modified = HttpDates.parse(created.field("Last-Modified")).orElseThrow();
	}

	/*
	 * In the table, TAG is the document's entity tag; OLD is before, SAME is, NEW is
	 * after its last modification.
	 */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			#If-Match | If-Unmodified-Since | If-None-Match | If-Modified-Since | GET | PUT | DELETE
			          |                     |               |                   | 200 | 428 | 428
			TAG       |                     |               |                   | 200 | 204 | 204
			*         |                     |               |                   | 200 | 204 | 204
			"no", TAG |                     |               |                   | 200 | 204 | 204
			"no"      |                     |               |                   | 412 | 412 | 412
			W/TAG     |                     |               |                   | 412 | 412 | 412
			          | OLD                 |               |                   | 412 | 412 | 412
			          | SAME                |               |                   | 200 | 204 | 204
			          | yesterday           |               |                   | 200 | 428 | 428
			TAG       | OLD                 |               |                   | 200 | 204 | 204
			"no"      | NEW                 |               |                   | 412 | 412 | 412
			          |                     | TAG           |                   | 304 | 412 | 412
			          |                     | W/TAG         |                   | 304 | 412 | 412
			          |                     | "no", W/TAG   |                   | 304 | 412 | 412
			          |                     | *             |                   | 304 | 412 | 412
			          |                     | "no"          |                   | 200 | 204 | 204
			          |                     |               | OLD               | 200 | 428 | 428
			          |                     |               | SAME              | 304 | 428 | 428
			          |                     |               | NEW               | 304 | 428 | 428
			          |                     |               | yesterday         | 200 | 428 | 428
			TAG       |                     |               | NEW               | 304 | 204 | 204
			          |                     | "no"          | NEW               | 200 | 204 | 204
			          |                     | TAG           | OLD               | 304 | 412 | 412
			TAG       |                     | TAG           |                   | 304 | 412 | 412
			          | SAME                | TAG           |                   | 304 | 412 | 412
			          | SAME                |               | SAME              | 304 | 204 | 204
			"no"      |                     | TAG           |                   | 412 | 412 | 412
			"no"      |                     |               | NEW               | 412 | 412 | 412
			          | OLD                 | TAG           |                   | 412 | 412 | 412
			TAG       | OLD                 | "no"          | NEW               | 200 | 204 | 204
			TAG       | OLD                 | *             | OLD               | 304 | 412 | 412
			""")
	@Verifies({ "rfc9110-13.1.2a", "rfc9110-13.1.2b", "rfc9110-13.1.3a", "rfc9110-13.1.3b", "rfc9110-13.1.3c",
			"rfc9110-15.5.13", "rfc9110-13.1.1a", "rfc9110-13.1.1b", "rfc9110-13.1.2c", "rfc9110-13.1.4a",
			"rfc9110-13.1.4b", "rfc9110-13.2.2", "rfc6585-3a" })
	void theOrderOfEvaluationHolds(String ifMatch, String ifUnmodifiedSince, String ifNoneMatch, String ifModifiedSince,
			int get, int put, int delete) {
		Supplier<String[]> fields = () -> fields(ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince);
		assertThat(this.wire.get(this.target, fields.get()).status()).isEqualTo(get);
		assertThat(this.wire.send("HEAD", this.target, fields.get()).status()).isEqualTo(get);
		assertThat(this.wire.json("PUT", this.target, VALID, fields.get()).status()).isEqualTo(put);
		assertThat(this.wire.get(this.target).field("ETag").equals(this.tag)).isEqualTo(put != 204);
		createDocument();
		assertThat(this.wire.send("DELETE", this.target, fields.get()).status()).isEqualTo(delete);
		assertThat(this.wire.get(this.target).status()).isEqualTo((delete != 204) ? 200 : 410);
	}

	@Test
	@Verifies({ "rfc9110-15.4.5a", "rfc9110-15.4.5b" })
	void aDocumentThatWasNotModifiedIsNotSentAgain() {
		Answer full = this.wire.get(this.target);
		Answer answer = this.wire.get(this.target, "If-None-Match: " + this.tag);
		assertThat(answer.status()).isEqualTo(304);
		assertThat(answer.field("ETag")).isEqualTo(this.tag);
		assertThat(answer.field("Cache-Control")).isEqualTo(full.field("Cache-Control"));
		assertThat(answer.field("Content-Type")).isNull();
		assertThat(answer.field("Last-Modified")).isNull();
		this.wire.json("PUT", this.target, VALID, "If-Match: *");
		assertThat(this.wire.get(this.target, "If-None-Match: " + this.tag).status()).isEqualTo(200);
	}

	@Test
	@Verifies("rfc9110-15.5.13")
	void aLostUpdateIsPrevented() {
		Answer first = this.wire.json("PUT", this.target, VALID.replace(":\"c\"", ":\"of A\""),
				"If-Match: " + this.tag);
		assertThat(first.status()).isEqualTo(204);
		Answer second = this.wire.json("PUT", this.target, VALID.replace(":\"c\"", ":\"of B\""),
				"If-Match: " + this.tag);
		assertThat(second.status()).isEqualTo(412);
		assertThat(second.json().get("currentEntityTag").asString()).isEqualTo(first.field("ETag"));
		assertThat(second.field("ETag")).isEqualTo(first.field("ETag"));
		assertThat(this.wire.json("PUT", this.target, VALID, "If-Match: " + second.field("ETag")).status())
			.isEqualTo(204);
	}

	@Test
	void aTagNeverReturns() {
		this.wire.json("PUT", this.target, VALID.replace(":\"c\"", ":\"d\""), "If-Match: *");
		this.wire.json("PUT", this.target, VALID, "If-Match: *");
		assertThat(this.wire.json("PUT", this.target, VALID, "If-Match: " + this.tag).status()).isEqualTo(412);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "DELETE" })
	@Verifies({ "rfc6585-3a", "rfc6585-3b" })
	void whoSendsNoPreconditionIsToldHow(String method) {
		Answer answer = this.wire.json(method, this.target, VALID);
		assertThat(answer.status()).isEqualTo(428);
		assertThat(answer.json().get("detail").asString()).contains("If-Match");
		assertThat(this.wire.get(this.target).field("ETag")).isEqualTo(this.tag);
	}

	@Test
	@Verifies({ "rfc9110-13.2.1d", "rfc9110-13.2.1e" })
	void whatWouldBeRefusedAnywayIsNotAnsweredBy412() {
		String slug = "slug-" + UUID.randomUUID();
		String slugged = "{\"title\":\"t\",\"content\":\"\",\"slug\":\"" + slug + "\"}";
		this.wire.json("POST", "/demo/documents", slugged);
		for (String stale : List.of("If-Match: \"stale\"", "X-None: 1")) {
			assertThat(this.wire.json("PUT", this.target, "{", stale).status()).isEqualTo(400);
			assertThat(this.wire.json("PUT", this.target, "{}", stale).status()).isEqualTo(422);
			assertThat(this.wire.exchange("PUT", this.target, VALID, "Content-Type: text/plain", stale).status())
				.isEqualTo(415);
			assertThat(this.wire.json("PUT", this.target, slugged, stale).status()).isEqualTo(409);
			assertThat(this.wire.json("PUT", "/demo/documents/1", VALID, stale).status()).isEqualTo(405);
		}
	}

	@Test
	void preconditionsOnTheCollectionAreEvaluatedToo() {
		assertThat(this.wire.json("POST", "/demo/documents", VALID, "If-None-Match: *").status()).isEqualTo(412);
		assertThat(this.wire.json("POST", "/demo/documents", VALID, "If-Match: \"x\"").status()).isEqualTo(412);
		assertThat(this.wire.json("POST", "/demo/documents", VALID, "If-Match: *").status()).isEqualTo(201);
		assertThat(this.wire.get("/demo/documents", "If-None-Match: *").status()).isEqualTo(304);
		assertThat(this.wire.get("/demo/documents", "If-None-Match: \"x\"").status()).isEqualTo(200);
		assertThat(this.wire.get("/demo/documents", "If-Match: \"x\"").status()).isEqualTo(412);
	}

	@Test
	@Verifies({ "rfc9110-15.3.1b", "rfc9110-13.2.1b" })
	void optionsHasNoPreconditions() {
		Answer answer = this.wire.send("OPTIONS", this.target, "If-Match: \"no\"", "If-None-Match: *");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Length")).isEqualTo("0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
			"EEE MMM ppd HH:mm:ss yyyy" })
	@Verifies("rfc9110-5.6.7b")
	void everyFormOfADateIsRead(String pattern) {
		DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
		String modifiedSince = "If-Modified-Since: " + format.format(this.modified);
		assertThat(this.wire.get(this.target, modifiedSince).status()).as(modifiedSince).isEqualTo(304);
		String before = format.format(this.modified.minusSeconds(1));
		assertThat(this.wire.get(this.target, "If-Modified-Since: " + before).status()).isEqualTo(200);
		assertThat(this.wire.get(this.target, "If-Unmodified-Since: " + before).status()).isEqualTo(412);
	}

	@Test
	@Verifies("rfc9110-6.5.1b")
	void aPreconditionInATrailerIsNone() {
		Answer answer = this.wire
			.raw("PUT " + this.target + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked"
					+ "\r\nContent-Type: application/json\r\nTrailer: If-Match\r\n\r\n"
					+ Integer.toHexString(VALID.length()) + "\r\n" + VALID + "\r\n0\r\nIf-Match: *\r\n\r\n");
		assertThat(answer.status()).isEqualTo(428);
	}

	private String[] fields(String ifMatch, String ifUnmodifiedSince, String ifNoneMatch, String ifModifiedSince) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("If-Modified-Since", ifModifiedSince);
		values.put("If-None-Match", ifNoneMatch);
		values.put("If-Unmodified-Since", ifUnmodifiedSince);
		values.put("If-Match", ifMatch);
		values.values().removeIf(Objects::isNull);
		return values.entrySet()
			.stream()
			.map((field) -> field.getKey() + ": " + meaning(field.getValue()))
			.toArray(String[]::new);
	}

	private String meaning(String value) {
		return switch (value) {
			case "OLD" -> HttpDates.format(this.modified.minusSeconds(1));
			case "SAME" -> HttpDates.format(this.modified);
			case "NEW" -> HttpDates.format(this.modified.plusSeconds(60));
			default -> value.replace("TAG", this.tag);
		};
	}

}
