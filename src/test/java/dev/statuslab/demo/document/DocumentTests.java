package dev.statuslab.demo.document;

import java.util.List;
import java.util.UUID;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A document is created, read, saved and deleted; what stands against it is told. */
@LiveServer
class DocumentTests {

	private static final String COLLECTION = "/demo/documents";

	private static final String VALID = "{\"title\": \"Minutes\", \"content\": \"Nobody came.\"}";

	private final Wire wire;

	DocumentTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies({ "rfc9110-15.3.2", "rfc9110-9.3.3a" })
	void aDocumentIsCreated() {
		Answer created = this.wire.json("POST", COLLECTION, VALID);
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.text()).isEqualTo(VALID);
		assertThat(created.field("ETag")).matches("\"[^\"]+\"");
		assertThat(created.field("Location")).startsWith(COLLECTION + "/").isEqualTo(created.field("Content-Location"));
		Answer read = this.wire.get(created.field("Location"));
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.text()).isEqualTo(VALID);
		assertThat(read.field("Content-Type")).isEqualTo("application/json");
		assertThat(read.field("Cache-Control")).isEqualTo("no-cache");
		for (String field : List.of("ETag", "Last-Modified")) {
			assertThat(read.fieldLines(field)).hasSize(1).isEqualTo(created.fieldLines(field));
		}
	}

	@Test
	void whoPrefersAShortAnswerGetsOne() {
		Answer created = this.wire.json("POST", COLLECTION, VALID, "Prefer: return=minimal");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.field("Preference-Applied")).isEqualTo("return=minimal");
		assertThat(created.content()).isEmpty();
		assertThat(this.wire.get(created.field("Location")).text()).isEqualTo(VALID);
	}

	@Test
	@Verifies("rfc7240-2a")
	void onlyWhatNoCacheKeepsDependsOnAPreference() {
		String target = create();
		Answer read = this.wire.get(target);
		for (String preference : List.of("return=minimal", "return=representation", "respond-async, wait=1")) {
			String prefer = "Prefer: " + preference;
			Answer preferred = this.wire.get(target, prefer);
			assertThat(preferred.status()).isEqualTo(200);
			assertThat(preferred.text()).isEqualTo(read.text());
			assertThat(preferred.field("Preference-Applied")).isNull();
			Answer posted = this.wire.json("POST", COLLECTION, VALID, prefer);
			Answer put = this.wire.json("PUT", target, VALID, "If-Match: *", prefer);
			for (Answer written : List.of(posted, put)) {
				assertThat(written.field("Cache-Control")).isEqualTo("no-cache");
				assertThat(written.field("Expires")).isNull();
			}
		}
	}

	@Test
	void headIsGetWithoutContent() {
		String target = create();
		Answer get = this.wire.get(target);
		Answer head = this.wire.send("HEAD", target);
		assertThat(head.status()).isEqualTo(200);
		for (String field : List.of("ETag", "Last-Modified", "Content-Type", "Content-Length", "Cache-Control")) {
			assertThat(head.field(field)).isNotNull().isEqualTo(get.field(field));
		}
	}

	@Test
	@Verifies({ "rfc9110-9.3.4a", "rfc9110-15.3.5b", "rfc9110-8.3b" })
	void whatWasReadMayBeSavedUnchanged() {
		String target = create();
		Answer read = this.wire.get(target);
		Answer saved = this.wire.json("PUT", target, read.text(), "If-Match: " + read.field("ETag"));
		assertThat(saved.status()).isEqualTo(204);
		assertThat(saved.field("Content-Type")).isNull();
		assertThat(saved.field("ETag")).isNotNull().isNotEqualTo(read.field("ETag"));
		assertThat(saved.field("Preference-Applied")).isNull();
		Answer again = this.wire.get(target);
		assertThat(again.text()).isEqualTo(read.text());
		assertThat(again.field("ETag")).isEqualTo(saved.field("ETag"));
		assertThat(again.field("Last-Modified")).isEqualTo(saved.field("Last-Modified"));
	}

	@Test
	@Verifies({ "rfc9110-9.3.4c", "rfc7240-2b", "rfc7240-3" })
	void whoPrefersTheRepresentationGetsItWhenSaving() {
		String target = create();
		String other = "{\n  \"content\": \"\",\n  \"title\": \"\\u0041\"\n}";
		Answer saved = this.wire.json("PUT", target, other, "If-Match: *", "Prefer: foo=1, return=representation");
		assertThat(saved.status()).isEqualTo(200);
		assertThat(saved.field("Preference-Applied")).isEqualTo("return=representation");
		assertThat(saved.field("Content-Location")).isEqualTo(target);
		assertThat(saved.text()).isEqualTo(other);
		Answer read = this.wire.get(target);
		assertThat(read.field("ETag")).isEqualTo(saved.field("ETag"));
		assertThat(read.text()).isEqualTo(other);
	}

	@Test
	@Verifies("rfc9110-9.3.4b")
	void anUnusedIdCanBeChosen() {
		String target = COLLECTION + "/my~own_id." + UUID.randomUUID();
		assertThat(this.wire.get(target).status()).isEqualTo(404);
		Answer created = this.wire.json("PUT", target, VALID, "If-None-Match: *");
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.field("Location")).isEqualTo(target);
		assertThat(this.wire.get(target).field("ETag")).isEqualTo(created.field("ETag"));
		assertThat(this.wire.json("PUT", target, VALID, "If-None-Match: *").status()).isEqualTo(412);
	}

	@Test
	@Verifies({ "rfc9110-9.3.5", "rfc9110-15.5.11a", "rfc9110-15.5.11b" })
	void aDeletedDocumentIsGone() {
		String target = create();
		Answer deleted = this.wire.send("DELETE", target, "If-Match: *");
		assertThat(deleted.status()).isEqualTo(204);
		assertThat(deleted.field("ETag")).isNull();
		Answer gone = this.wire.get(target);
		assertThat(gone.status()).isEqualTo(410);
		assertThat(gone.field("Cache-Control")).isEqualTo("no-store");
		assertThat(this.wire.send("DELETE", target, "If-Match: *").status()).isEqualTo(410);
		assertThat(this.wire.send("DELETE", target).status()).isEqualTo(410);
		assertThat(this.wire.json("PUT", target, VALID, "If-Match: *").status()).isEqualTo(410);
		assertThat(this.wire.json("PUT", target, VALID, "If-None-Match: *").status()).isEqualTo(410);
	}

	@Test
	@Verifies({ "rfc9110-15.5.5", "rfc9110-15.5.11a", "rfc9110-13.1.1c", "rfc9110-13.2.1e" })
	void anIdNeverUsedIsNotFound() {
		String target = COLLECTION + "/" + UUID.randomUUID();
		assertThat(this.wire.get(target, "If-None-Match: *").status()).isEqualTo(404);
		assertThat(this.wire.get(target, "If-Match: *").status()).isEqualTo(404);
		assertThat(this.wire.send("DELETE", target).status()).isEqualTo(404);
		assertThat(this.wire.send("DELETE", target, "If-Match: *").status()).isEqualTo(404);
		assertThat(this.wire.json("PUT", target, VALID).status()).isEqualTo(428);
		assertThat(this.wire.json("PUT", target, VALID, "If-Match: *").status()).isEqualTo(412);
		assertThat(this.wire.get(target).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a%20b", "%C3%A9", "a+b", "a:b", "%0A",
			"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" })
	void aWrongIdIsABadRequest(String id) {
		Answer answer = this.wire.get(COLLECTION + "/" + id);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(this.wire.json("PUT", COLLECTION + "/" + id, VALID, "If-None-Match: *").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/1", "/%31" })
	@Verifies("rfc9110-15.5.6")
	void theSampleIsReadOnly(String sample) {
		Answer read = this.wire.get(COLLECTION + sample);
		assertThat(read.status()).isEqualTo(200);
		for (String method : List.of("PUT", "DELETE", "POST", "PATCH")) {
			Answer answer = this.wire.json(method, COLLECTION + sample, VALID, "If-Match: *");
			assertThat(answer.status()).as(method).isEqualTo(405);
			assertThat(answer.field("Allow")).isEqualTo("GET, HEAD, OPTIONS");
		}
		assertThat(this.wire.send("OPTIONS", COLLECTION + sample, "If-Match: \"no\"").field("Allow"))
			.doesNotContain("PUT", "DELETE");
		assertThat(this.wire.get(COLLECTION + "/1").text()).isEqualTo(read.text());
	}

	@Test
	@Verifies("rfc9110-15.5.6")
	void aMethodFromAllowIsPossible() {
		Answer refused = this.wire.json("PATCH", create(), VALID);
		assertThat(refused.status()).isEqualTo(405);
		assertThat(refused.field("Allow").split(", ")).containsExactlyInAnyOrder("DELETE", "GET", "HEAD", "OPTIONS",
				"PUT");
		assertThat(this.wire.send("DELETE", COLLECTION, "If-Match: *").status()).isEqualTo(405);
	}

	@Test
	void theListIsBounded() {
		create();
		create();
		Answer list = this.wire.get(COLLECTION + "?limit=2");
		assertThat(list.status()).isEqualTo(200);
		assertThat(list.json().get("count").asInt()).isEqualTo(2);
		assertThat(list.json().get("total").asInt()).isGreaterThanOrEqualTo(3);
		assertThat(list.json().get("documents").size()).isEqualTo(2);
		assertThat(list.json().at("/documents/0/self").asString()).isEqualTo("/demo/documents/1");
		assertThat(this.wire.get(list.json().at("/documents/1/self").asString()).status()).isEqualTo(200);
		assertThat(this.wire.send("HEAD", COLLECTION).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "101", "-1", "x", "99999999999" })
	void aLimitOutOfBoundsIsABadRequest(String limit) {
		Answer answer = this.wire.get(COLLECTION + "?limit=" + limit);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("parameter").asString()).isEqualTo("limit");
	}

	@Test
	void brokenJsonIsABadRequestAndTellsWhere() {
		Answer answer = this.wire.json("POST", COLLECTION, "{\n  \"title\": \"x\",\n}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("line").asInt()).isEqualTo(3);
		assertThat(answer.json().get("column").asInt()).isPositive();
		assertThat(this.wire.json("POST", COLLECTION, "").status()).isEqualTo(400);
	}

	@Test
	void everyWrongFieldIsTold() {
		Answer answer = this.wire.json("POST", COLLECTION, "{\"title\":\"\",\"slug\":\"Not so\",\"owner\":\"me\"}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().get("errors").findValuesAsString("field")).containsExactly("title", "content", "slug",
				"owner");
		assertThat(answer.json().at("/errors/2/allowed").asString()).contains("[a-z0-9-]{1,64}");
	}

	@ParameterizedTest
	@CsvSource({ "POST,/demo/documents,Accept-Post", "PUT,/demo/documents/any,Accept" })
	@Verifies({ "rfc9110-12.5.3b", "rfc9110-15.5.16b" })
	void anotherMediaTypeIsRefused(String method, String target, String field) {
		for (String type : List.of("Content-Type: text/plain", "Content-Type: application/x-www-form-urlencoded",
				"X-None: 1")) {
			Answer answer = this.wire.exchange(method, target, VALID, type, "If-None-Match: *");
			assertThat(answer.status()).as(type).isEqualTo(415);
			assertThat(answer.field(field)).isEqualTo("application/json");
			assertThat(answer.field("Accept-Encoding")).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "foo", "identity, gzip", "br" })
	@Verifies({ "rfc9110-15.5.16a", "rfc9110-8.4b" })
	void aContentCodingIsRefused(String coding) {
		Answer answer = this.wire.json("POST", COLLECTION, VALID, "Content-Encoding: " + coding);
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.field("Accept-Encoding")).isEqualTo("identity");
		assertThat(answer.field("Accept-Post")).isNull();
		assertThat(this.wire.json("POST", COLLECTION, VALID, "Content-Encoding: identity").status()).isEqualTo(201);
	}

	@Test
	@Verifies("rfc9110-14.5")
	void partOfADocumentIsNotSaved() {
		Answer answer = this.wire.json("PUT", create(), VALID, "If-Match: *", "Content-Range: bytes 0-9/20");
		assertThat(answer.status()).isEqualTo(400);
	}

	@Test
	@Verifies("rfc9110-15.5.10")
	void aTakenSlugIsAConflict() {
		String slug = "slug-" + UUID.randomUUID();
		Answer owner = this.wire.json("POST", COLLECTION, slugged(slug));
		assertThat(owner.status()).isEqualTo(201);
		String id = owner.field("Location").substring(COLLECTION.length() + 1);
		Answer posted = this.wire.json("POST", COLLECTION, slugged(slug));
		Answer put = this.wire.json("PUT", create(), slugged(slug), "If-Match: *");
		for (Answer conflict : List.of(posted, put)) {
			assertThat(conflict.status()).isEqualTo(409);
			assertThat(conflict.json().get("slug").asString()).isEqualTo(slug);
			assertThat(conflict.json().get("document").asString()).isEqualTo(id);
		}
		assertThat(this.wire.json("PUT", owner.field("Location"), slugged(slug), "If-Match: *").status())
			.isEqualTo(204);
	}

	@Test
	void aSlugIsFreeAfterAChangeOrADeletion() {
		String slug = "slug-" + UUID.randomUUID();
		String first = this.wire.json("POST", COLLECTION, slugged(slug)).field("Location");
		assertThat(this.wire.json("PUT", first, VALID, "If-Match: *").status()).isEqualTo(204);
		Answer second = this.wire.json("POST", COLLECTION, slugged(slug));
		assertThat(second.status()).isEqualTo(201);
		assertThat(this.wire.json("PUT", first, slugged(slug), "If-Match: *").status()).isEqualTo(409);
		this.wire.send("DELETE", second.field("Location"), "If-Match: *");
		assertThat(this.wire.json("PUT", first, slugged(slug), "If-Match: *").status()).isEqualTo(204);
	}

	@Test
	void titlesNeedNotBeUnique() {
		assertThat(create()).isNotEqualTo(create());
	}

	private String create() {
		return this.wire.json("POST", COLLECTION, VALID).field("Location");
	}

	private static String slugged(String slug) {
		return "{\"title\":\"t\",\"content\":\"\",\"slug\":\"" + slug + "\"}";
	}

	@Test
	@Verifies({ "rfc9110-15.5.14b", "rfc9110-15.5.14c" })
	void contentOverTheLimitIsRefusedByLengthAndByCount() {
		String large = "{\"title\":\"Large\",\"content\":\"" + "x".repeat(2_000_000) + "\"}";
		Answer byLength = this.wire.json("POST", "/demo/documents", large);
		Answer byCount = this.wire.raw("POST /demo/documents HTTP/1.1\r\nHost: localhost\r\n"
				+ "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
				+ Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n");
		for (Answer answer : List.of(byLength, byCount)) {
			assertThat(answer.status()).isEqualTo(413);
			assertThat(answer.json().get("limit").asInt()).isEqualTo(65_536);
			assertThat(answer.field("Connection")).isEqualTo("close");
			assertThat(answer.field("Statuslab")).isEqualTo("earned");
		}
		assertThat(this.wire.json("POST", "/demo/documents", "{\"title\":\"Small\",\"content\":\"x\"}").status())
			.isEqualTo(201);
	}

}
