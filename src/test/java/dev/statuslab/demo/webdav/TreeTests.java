package dev.statuslab.demo.webdav;

import java.util.Arrays;
import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Files and collections: what they are, and how they come and go. */
@LiveServer
class TreeTests {

	private final Wire wire;

	private final Tenant tenant;

	TreeTests(@Autowired Wire wire) {
		this.wire = wire;
		this.tenant = new Tenant(wire);
	}

	@Test
	@Verifies({ "rfc4918-10.1a", "rfc5842-8.1" })
	void optionsTellsTheClassesAndBindings() {
		Answer answer = this.tenant.send("OPTIONS", "/welcome.txt");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("DAV").split(", ")).contains("1", "2", "bind");
		assertThat(answer.field("Allow").split(", ")).contains("PROPFIND", "LOCK", "PUT").doesNotContain("MKCOL");
		assertThat(this.tenant.send("OPTIONS", "/notes/").field("Allow").split(", ")).contains("BIND")
			.doesNotContain("PUT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/codes/207", "/demo/orders", "/demo/documents/1" })
	@Verifies("rfc4918-10.1b")
	void whatIsNoWebdavDoesNotSaySo(String target) {
		assertThat(this.wire.send("OPTIONS", target).field("DAV")).isNull();
		Answer answer = this.wire.send("PROPFIND", target);
		assertThat(answer.status()).isEqualTo(405);
		assertThat(Arrays.asList(answer.field("Allow").split(", *"))).contains("GET").doesNotContain("PROPFIND");
	}

	@Test
	@Verifies("rfc4918-f.3")
	void no102IsSentAndTheCatalogueSaysWhy() {
		assertThat(this.tenant.send("PROPFIND", "/").interim()).isEmpty();
		String entry = this.wire.get("/codes/102", "Accept: application/json").text();
		assertThat(entry).contains("RFC 4918 dropped it").contains("RFC 2518").contains("\"permanent\"");
	}

	@Test
	void aFileIsReadByItsTag() {
		Answer answer = this.tenant.send("GET", "/welcome.txt");
		assertThat(answer.text()).isEqualTo("This tree is yours.\n");
		String tag = answer.field("ETag");
		assertThat(this.tenant.send("GET", "/welcome.txt", "If-None-Match: " + tag).status()).isEqualTo(304);
		assertThat(this.tenant.send("GET", "/welcome.txt", "If-Match: \"other\"").status()).isEqualTo(412);
		assertThat(this.tenant.put("/welcome.txt", "x", "If-Match: \"other\"").status()).isEqualTo(412);
		Answer written = this.tenant.put("/welcome.txt", "x", "If-Match: " + tag);
		assertThat(written.status()).isEqualTo(204);
		assertThat(written.field("ETag")).isNotEqualTo(tag)
			.isEqualTo(this.tenant.send("GET", "/welcome.txt").field("ETag"));
		assertThat(this.tenant.send("GET", "/notes/").text()).contains(this.tenant.href("/notes/todo.txt"));
	}

	@Test
	@Verifies("rfc4918-12")
	void whatIsCreatedIs201AndNo3xx() {
		for (Answer answer : List.of(this.tenant.put("/new.txt", "x"), this.tenant.send("MKCOL", "/new"),
				this.tenant.lock("/locked.txt"),
				this.tenant.send("COPY", "/new.txt", "Destination: " + this.tenant.href("/copy.txt")))) {
			assertThat(answer.status()).isEqualTo(201);
			assertThat(answer.field("Location")).startsWith("/demo/files/");
		}
		assertThat(this.tenant.put("/new.txt", "y").status()).isEqualTo(204);
	}

	@Test
	@Verifies({ "rfc4918-9.3a", "rfc4918-9.7.1", "rfc4918-12.1" })
	void withoutItsCollectionNothingIsCreated() {
		assertThat(this.tenant.send("MKCOL", "/a/b").status()).isEqualTo(409);
		assertThat(this.tenant.put("/a/x.txt", "x").status()).isEqualTo(409);
		assertThat(this.tenant.put("/welcome.txt/x.txt", "x").status()).isEqualTo(409);
		assertThat(this.tenant.lock("/a/x.txt").status()).isEqualTo(409);
		assertThat(this.tenant.send("MKCOL", "/a").status()).isEqualTo(201);
		assertThat(this.tenant.put("/a/x.txt", "x").status()).isEqualTo(201);
	}

	@Test
	@Verifies("rfc4918-9.3.1")
	void whatIsThereIsNoPlaceForACollection() {
		Answer answer = this.tenant.send("MKCOL", "/notes");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.field("Allow").split(", ")).contains("DELETE").doesNotContain("MKCOL");
		assertThat(this.tenant.put("/notes", "x").status()).isEqualTo(405);
	}

	@Test
	@Verifies({ "rfc4918-9.3b", "rfc4918-8.4" })
	void contentThatMeansNothingIs415() {
		assertThat(this.tenant.exchange("MKCOL", "/a", "x", "Content-Type: text/plain").status()).isEqualTo(415);
		assertThat(this.tenant.exchange("DELETE", "/notes", "x").status()).isEqualTo(415);
		String token = this.tenant.token("/welcome.txt");
		assertThat(this.tenant.exchange("UNLOCK", "/welcome.txt", "x", "Lock-Token: <" + token + ">").status())
			.isEqualTo(415);
		assertThat(this.tenant.send("GET", "/a").status()).isEqualTo(404);
		assertThat(this.tenant.send("GET", "/notes").status()).isEqualTo(200);
		assertThat(this.tenant.send("MKCOL", "/a").status()).isEqualTo(201);
	}

	@Test
	@Verifies("rfc4918-9.6")
	void whatIsDeletedIsGone() {
		assertThat(this.tenant.send("DELETE", "/notes/").status()).isEqualTo(204);
		assertThat(this.tenant.send("GET", "/notes/").status()).isEqualTo(404);
		assertThat(this.tenant.send("GET", "/notes/todo.txt").status()).isEqualTo(404);
		assertThat(this.tenant.send("PROPFIND", "/notes/").status()).isEqualTo(404);
		assertThat(this.tenant.send("GET", "/welcome.txt").status()).isEqualTo(200);
		assertThat(this.tenant.send("DELETE", "/").status()).isEqualTo(403);
	}

	@Test
	@Verifies({ "rfc4918-8.1", "rfc4918-20.1" })
	void credentialsAreLookedAtFirstAndBasicIsNotOffered() {
		String basic = "Authorization: Basic a2ltOmtpbQ==";
		Answer answer = this.tenant.exchange("PROPFIND", "/nowhere", "<broken", basic, Tenant.XML);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.field("WWW-Authenticate")).startsWith("Bearer ").doesNotContainIgnoringCase("basic");
		assertThat(this.tenant.exchange("PROPFIND", "/", "<broken", "Authorization: Bearer kim", Tenant.XML).status())
			.isEqualTo(400);
	}

	@Test
	@Verifies({ "rfc4918-11.5a", "rfc4331-6" })
	void whatIsTooMuchIs507UntilSomethingIsDeleted() {
		String much = "x".repeat(960);
		assertThat(this.tenant.put("/one.txt", much).status()).isEqualTo(201);
		assertThat(this.tenant.put("/two.txt", much).status()).isEqualTo(201);
		Answer answer = this.tenant.put("/three.txt", much);
		assertThat(answer.status()).isEqualTo(507);
		assertThat(answer.field("Content-Type")).isEqualTo("application/xml");
		assertThat(Tenant.count(answer, "/D:error/D:quota-not-exceeded")).isEqualTo(1);
		assertThat(this.tenant.send("GET", "/three.txt").status()).isEqualTo(404);
		assertThat(this.tenant.send("DELETE", "/one.txt").status()).isEqualTo(204);
		assertThat(this.tenant.put("/three.txt", much).status()).isEqualTo(201);
		assertThat(this.tenant.put("/three.txt", much + much).status()).isEqualTo(413);
	}

	@Test
	@Verifies("rfc4331-3")
	void collectionsTellTheirQuota() {
		long used = Long.parseLong(this.tenant.property("/", "quota-used-bytes"));
		long available = Long.parseLong(this.tenant.property("/", "quota-available-bytes"));
		this.tenant.put("/ten.txt", "0123456789");
		assertThat(Long.parseLong(this.tenant.property("/notes", "quota-used-bytes"))).isEqualTo(used + 10);
		assertThat(Long.parseLong(this.tenant.property("/", "quota-available-bytes"))).isEqualTo(available - 10);
		assertThat(this.tenant.send("PROPFIND", "/", "Depth: 0").text()).doesNotContain("quota");
	}

	@Test
	void aTreeHasLimits() {
		String path = "";
		for (int i = 0; i < 8; i++) {
			path += "/d";
			assertThat(this.tenant.send("MKCOL", path).status()).isEqualTo(201);
		}
		assertThat(this.tenant.send("MKCOL", path + "/d").status()).isEqualTo(403);
		int created = 0;
		while (this.tenant.send("MKCOL", "/c" + created).status() == 201) {
			assertThat(++created).isLessThan(60);
		}
		assertThat(this.tenant.send("MKCOL", "/c" + created).status()).isEqualTo(507);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%FF", "/a%2Fb", "/%00", "/%0D%0AX" })
	void whatIsNoNameIs400(String path) {
		assertThat(this.tenant.put(path, "x").status()).isEqualTo(400);
	}

	@Test
	void namesAreWrittenAsTheyMayStandInAUri() {
		Answer answer = this.tenant.put("/%EB%82%B4%20%3Ca%3E&.txt", "x");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.field("Location")).endsWith("/%EB%82%B4%20%3Ca%3E%26.txt");
		assertThat(Tenant.texts(this.tenant.send("PROPFIND", "/", "Depth: 1"), "//D:response/D:href"))
			.contains(answer.field("Location"));
	}

	@Test
	void whoAsksForProblemDetailsGetsThem() {
		this.tenant.lock("/welcome.txt");
		Answer answer = this.tenant.put("/welcome.txt", "x", "Accept: application/problem+json");
		assertThat(answer.status()).isEqualTo(423);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().get("condition").asString()).isEqualTo("lock-token-submitted");
	}

}
