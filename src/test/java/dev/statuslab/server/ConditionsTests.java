package dev.statuslab.server;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

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

/** No method is performed whose precondition is false, at any address of the demos. */
@LiveServer
class ConditionsTests {

	private static final String JSON = "Content-Type: application/json";

	private static final String TEXT = "Content-Type: text/plain";

	private static final String TEA = "Content-Type: message/teapot";

	private static final String COFFEE = "Content-Type: message/coffeepot";

	private static final String DOCUMENT = "{\"title\":\"t\",\"content\":\"c\"}";

	private static final String ADMIN = "Authorization: Basic "
			+ Base64.getEncoder().encodeToString("admin:admin-secret".getBytes());

	private static final String UPLOADER = "Authorization: Bearer upload-key";

	private static final String SECONDS = "{\"seconds\":1}";

	/**
	 * What never answers 2xx, and so has no precondition to evaluate (RFC 9110 §13.2.1);
	 * and a gateway, which is not the origin server and forwards them.
	 */
	private static final List<String> EXEMPT = List.of("POST /demo/teapot", "POST /demo/orders", "/demo/event",
			"/demo/today", "/demo/checkout", "/demo/v1/payments", "/demo/redirects/", "/demo/gateway/",
			"/demo/echo/socket");

	private final Wire wire;

	ConditionsTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	/** A request of each kind that was not performed has left its 2xx to the next one. */
	@Test
	@Verifies({ "rfc9110-13.1.1b", "rfc9110-13.2.1e" })
	void nothingIsPerformedWhereIfMatchIsFalse() {
		Map<String, String> wrong = new TreeMap<>();
		for (Operation operation : operations()) {
			Answer refused = send(operation, "If-Match: \"no\"");
			Answer performed = send(operation);
			if (refused.status() != 412 || !refused.interim().isEmpty() || performed.status() / 100 != 2) {
				wrong.put(operation.toString(), refused.status() + ", then " + performed.status());
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	@Verifies("rfc9110-13.1.1c")
	void whatIsThereFulfilsAnAsterisk() {
		Map<String, Integer> wrong = new TreeMap<>();
		for (Operation operation : operations()) {
			int status = send(operation, "If-Match: *").status();
			if (status / 100 != 2) {
				wrong.put(operation.toString(), status);
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	@Verifies({ "rfc9110-13.1.2a", "rfc9110-13.1.2b" })
	void whatIsThereIsNotSentToWhoWantsItOnlyIfItIsNot() {
		Map<String, String> wrong = new TreeMap<>();
		for (Operation operation : operations()) {
			if ("GET".equals(operation.method())) {
				Answer unchanged = send(operation, "If-None-Match: *");
				Answer sent = send(operation, "If-None-Match: \"no\"");
				if (unchanged.status() != 304 || unchanged.content().length > 0
						|| unchanged.field("Content-Type") != null || sent.status() / 100 != 2) {
					wrong.put(operation.toString(), unchanged.status() + " and " + sent.status());
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void noOperationOfTheDemosIsLeftOut() {
		TreeSet<String> missing = new TreeSet<>();
		this.wire.get("/v3/api-docs").json().get("paths").properties().forEach((path) -> {
			if (path.getKey().startsWith("/demo/")) {
				Stream.of("get", "post", "put", "patch", "delete")
					.filter((method) -> path.getValue().has(method))
					.forEach((method) -> missing.add(method.toUpperCase() + " " + path.getKey()));
			}
		});
		assertThat(missing).hasSizeGreaterThan(60);
		missing.removeIf((operation) -> EXEMPT.stream().anyMatch(operation::contains));
		List<Operation> operations = operations();
		operations.forEach((operation) -> missing.remove(operation.method() + " " + operation.template()));
		// other tests count the jobs that run
		operations.stream().filter((operation) -> "DELETE".equals(operation.method())).forEach(this::send);
		assertThat(missing).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "GET, /get", "HEAD, /get", "GET, /headers", "GET, /response-headers?ETag=nonsense", "GET, /recipes",
			"GET, /recipes/200-token", "GET, /conformance", "GET, /v3/api-docs", "POST, /post", "PUT, /put",
			"PATCH, /patch", "DELETE, /delete", "BREW, /demo/coffeepot", "BREW, /demo/teapot/earl-grey",
			"POST, /recipes/200-token/runs", "HEAD, /demo/quota/k", "HEAD, /demo/echo" })
	@Verifies("rfc9110-13.1.1b")
	void allElseThatIsEarnedHeedsIt(String method, String target) {
		String content = "BREW".equals(method) ? "start" : null;
		String type = target.contains("tea") ? TEA : COFFEE;
		assertThat(this.wire.exchange(method, target, content, type, "If-Match: \"no\"").status()).isEqualTo(412);
		assertThat(this.wire.exchange(method, target, content, type, "If-Match: *").status()).isEqualTo(200);
	}

	@Test
	@Verifies({ "rfc9110-13.1.1a", "rfc9110-13.1.4a" })
	void theAnswersOwnValidatorsCount() {
		String tagged = "/response-headers?ETag=%22a%22&Last-Modified=Mon,%2001%20Jun%202026%2000:00:00%20GMT";
		assertThat(this.wire.get(tagged, "If-Match: \"a\"").status()).isEqualTo(200);
		assertThat(this.wire.get(tagged, "If-Match: \"b\"").status()).isEqualTo(412);
		assertThat(this.wire.get(tagged, "If-Unmodified-Since: Mon, 01 Jun 2026 00:00:00 GMT").status()).isEqualTo(200);
		assertThat(this.wire.get(tagged, "If-Unmodified-Since: Sun, 31 May 2026 00:00:00 GMT").status()).isEqualTo(412);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/demo/gateway/healthy", "/status/200", "/200", "/demo/gateway/echo" })
	void whoIsNotTheOriginOrIsForcedPassesItBy(String target) {
		assertThat(this.wire.get(target, "If-Match: \"no\"").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /demo/nowhere, 404", "GET, /demo/access, 401", "DELETE, /demo/quota/k, 405",
			"GET, /demo/event, 301", "GET, /demo/library/nothing, 404", "POST, /demo/jobs, 415",
			"POST, /demo/teapot, 300", "POST, /demo/uploads, 401", "OPTIONS, /demo/echo, 200",
			"GET, /basic-auth/u/p, 401", "GET, /redirect/1, 302" })
	@Verifies("rfc9110-13.2.1e")
	void whatIsRefusedAnywayIsNotEvaluated(String method, String target, int status) {
		String content = "POST".equals(method) ? "x" : null;
		assertThat(this.wire.exchange(method, target, content, TEA, "If-Match: \"no\"").status()).isEqualTo(status);
	}

	/** The pool's workers are both free after two requests that were not performed. */
	@Test
	@Verifies("rfc9110-13.1.1b")
	void aWorkerStaysFree() {
		String pool = "/demo/pool/" + UUID.randomUUID();
		for (int i = 0; i < 3; i++) {
			assertThat(this.wire.json("POST", pool, SECONDS, "If-Match: \"no\"").status()).isEqualTo(412);
		}
		assertThat(this.wire.get(pool).json().get("busy").asInt()).isZero();
		String meter = "/demo/meter/" + UUID.randomUUID();
		assertThat(this.wire.json("POST", meter + "/payments", "{\"units\":1}", "If-Match: \"no\"").status())
			.isEqualTo(412);
		assertThat(this.wire.get(meter).json().get("balance").asInt()).isEqualTo(1);
	}

	private Answer send(Operation operation, String... condition) {
		List<String> fields = new ArrayList<>(operation.fields());
		fields.addAll(List.of(condition));
		return this.wire.exchange(operation.method(), operation.target(), operation.content(),
				fields.toArray(String[]::new));
	}

	/** An operation a template, whose target is there and used by no other. */
	private List<Operation> operations() {
		String key = UUID.randomUUID().toString();
		String document = this.wire.json("POST", "/demo/documents", DOCUMENT).field("Location");
		String deleted = this.wire.json("POST", "/demo/documents", DOCUMENT).field("Location");
		String order = this.wire.json("POST", "/demo/orders", "{\"item\":\"coffee\",\"quantity\":1}").field("Location");
		String payment = this.wire.json("POST", "/demo/meter/p" + key + "/payments", "{\"units\":1}").field("Location");
		String job = this.wire.json("POST", "/demo/jobs", "{\"seconds\":30}").field("Location");
		String done = this.wire.json("POST", "/demo/jobs", "{\"seconds\":0}", "Prefer: wait=5")
			.field("Content-Location");
		String upload = this.wire.exchange("POST", "/demo/uploads", "x", UPLOADER, TEXT).field("Location");
		String partial = partial();
		String file = "/demo/files/" + key + "/a.txt";
		this.wire.exchange("PUT", file, "x", TEXT);
		String today = "/demo/editions/" + LocalDate.now(ZoneOffset.UTC).minusDays(1);
		return List.of(get("/demo/documents"), get("/demo/documents/1"), get("/demo/documents/{id}", document),
				with("POST", "/demo/documents", DOCUMENT, JSON),
				new Operation("PUT", "/demo/documents/{id}", document, DOCUMENT,
						List.of(JSON, "If-Unmodified-Since: " + "Fri, 01 Jan 2100 00:00:00 GMT")),
				new Operation("DELETE", "/demo/documents/{id}", deleted, null,
						List.of("If-Unmodified-Since: Fri, 01 Jan 2100 00:00:00 GMT")),
				get("/demo/orders"), get("/demo/orders/{id}", order), get("/demo/meter/{key}", "/demo/meter/" + key),
				to("POST", "/demo/meter/{key}/reports", "/demo/meter/" + key + "/reports", null),
				to("POST", "/demo/meter/{key}/payments", "/demo/meter/" + key + "/payments", "{\"units\":1}", JSON),
				get("/demo/meter/{key}/payments/{id}", payment), with("POST", "/demo/jobs", "{\"seconds\":0}", JSON),
				get("/demo/jobs/{id}", job), get("/demo/jobs/{id}/result", done),
				to("DELETE", "/demo/jobs/{id}", job, null), get("/demo/transfers/{key}", "/demo/transfers/" + key),
				to("POST", "/demo/transfers/{key}", "/demo/transfers/" + key, "{\"amount\":1}", JSON),
				to("DELETE", "/demo/transfers/{key}", "/demo/transfers/" + key, null),
				get("/demo/maintenance/{key}", "/demo/maintenance/" + key),
				to("POST", "/demo/maintenance/{key}", "/demo/maintenance/" + key, SECONDS, JSON),
				to("DELETE", "/demo/maintenance/{key}", "/demo/maintenance/" + key, null),
				get("/demo/pool/{key}", "/demo/pool/" + key),
				to("POST", "/demo/pool/{key}", "/demo/pool/" + key, SECONDS, JSON),
				get("/demo/quota/{key}", "/demo/quota/" + key), get("/demo/guestbook"),
				with("POST", "/demo/guestbook", "name=Ada&note=Hello",
						"Content-Type: application/x-www-form-urlencoded"),
				get("/demo/greeting"), get("/demo/greeting/{variant}", "/demo/greeting/en.json"), get("/demo/welcome"),
				with("POST", "/demo/greeting", "{\"name\":\"Ada\"}", JSON), get("/demo/media"),
				get("/demo/media/{name}", "/demo/media/numbers.txt"), get("/demo/library"),
				get("/demo/library/{item}", "/demo/library/cookbook"),
				get("/demo/letters/{letter}", "/demo/letters/open"),
				with("GET", "/demo/history/305", null, "Via: 1.1 statuslab-proxy"), get("/demo/history/306"),
				get("/demo/thrust"), get("/demo/thrust/{extension}", "/demo/thrust/unit"),
				get("/demo/price-list/{key}", "/demo/price-list/" + key),
				to("PUT", "/demo/price-list/{key}", "/demo/price-list/" + key, "a\n", TEXT),
				get("/demo/slow-report", "/demo/slow-report?parts=1"),
				get("/demo/pages/slow", "/demo/pages/slow?hints=true"),
				with("POST", "/demo/uploads", "x", UPLOADER, TEXT),
				with("POST", "/demo/uploads/sized", "x", UPLOADER, TEXT),
				to("PUT", "/demo/uploads/{key}", upload, "x", UPLOADER, TEXT), get("/demo/uploads/{key}", upload),
				with("POST", "/demo/resumable", "x", TEXT), get("/demo/resumable/{upload}", partial),
				to("PATCH", "/demo/resumable/{upload}", partial, "x", "Content-Type: application/partial-upload",
						"Upload-Draft-Interop-Version: 8", "Upload-Offset: 1", "Upload-Complete: ?1"),
				to("DELETE", "/demo/resumable/{upload}", partial(), null), get("/demo/teapot"),
				get("/demo/teapot/{tea}", "/demo/teapot/earl-grey"),
				to("POST", "/demo/teapot/{tea}", "/demo/teapot/earl-grey", "start", TEA), get("/demo/coffeepot"),
				with("POST", "/demo/coffeepot", "start", COFFEE),
				to("GET", "/demo/access", "/demo/access", null, ADMIN), with("GET", "/demo/access/admin", null, ADMIN),
				with("GET", "/demo/access/secret", null, ADMIN), with("POST", "/demo/access/tokens", null, ADMIN),
				get("/demo/new-event"), get("/demo/editions/{date}", today), get("/demo/echo"),
				with("POST", "/demo/echo", "x"), with("PUT", "/demo/echo", "x"), with("PATCH", "/demo/echo", "x"),
				with("DELETE", "/demo/echo", null), get("/demo/checkout/standby"),
				with("POST", "/demo/checkout/standby", "x"), with("PUT", "/demo/checkout/standby", "x"),
				with("PATCH", "/demo/checkout/standby", "x"), get("/demo/v2/payments"),
				with("POST", "/demo/v2/payments", "x"), with("PUT", "/demo/v2/payments", "x"),
				with("PATCH", "/demo/v2/payments", "x"), get("/demo/files/{key}/{path}", file),
				get("/demo/files/{key}/{path}", "/demo/files/" + key + "/"),
				to("PUT", "/demo/files/{key}/{path}", file, "x", TEXT),
				to("DELETE", "/demo/files/{key}/{path}", file, null));
	}

	private String partial() {
		return this.wire
			.exchange("POST", "/demo/resumable", "x", TEXT, "Upload-Draft-Interop-Version: 8", "Upload-Complete: ?0")
			.field("Location");
	}

	private static Operation get(String target) {
		return get(target, target);
	}

	private static Operation get(String template, String target) {
		return to("GET", template, target, null);
	}

	private static Operation with(String method, String target, String content, String... fields) {
		return to(method, target, target, content, fields);
	}

	private static Operation to(String method, String template, String target, String content, String... fields) {
		return new Operation(method, template, target, content, List.of(fields));
	}

	/**
	 * A request that is answered by 2xx.
	 *
	 * @param template the path in the OpenAPI document
	 */
	private record Operation(String method, String template, String target, String content, List<String> fields) {

		@Override
		public String toString() {
			return this.method + " " + this.target;
		}

	}

}
