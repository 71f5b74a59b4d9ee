package dev.statuslab.server;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.statuslab.http.HttpDates;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What RFC 9110, RFC 9112 and RFC 9457 ask of every response, whatever it is about: the
 * catalogue, demos, forced codes, and what is refused, by the application or before it.
 */
@LiveServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryResponseTests {

	/** Read by GET and by HEAD, on one connection. */
	private static final List<String> READ = List.of("/", "/codes", "/codes/404", "/codes/404?lang=ko",
			"/codes/404?format=html", "/codes/299", "/codes?class=6xx", "/classes", "/classes/4xx?format=text",
			"/conformance?level=may", "/compose", "/compose/send?code=404", "/labs", "/words", "/home.js",
			"/schemas/status-code.json", "/recipes", "/recipes/nothing", "/v3/api-docs", "/swagger-ui.html",
			"/statuslab.css", "/actuator/health", "/nowhere", "/demo/documents", "/demo/documents/1",
			"/demo/documents/every", "/demo/event", "/demo/new-event", "/demo/today", "/demo/editions/today",
			"/demo/checkout", "/demo/v1/payments", "/demo/redirects/303",
			"/demo/redirects/302?hops=2&location=absolute", "/demo/redirects/304", "/demo/echo", "/demo/orders",
			"/demo/orders/0", "/demo/jobs/every", "/demo/media", "/demo/media/numbers.txt", "/demo/greeting",
			"/demo/teapot", "/demo/coffeepot", "/demo/meter/every", "/demo/transfers/every", "/demo/library/pamphlet",
			"/demo/library/pamphlet?from=XA", "/demo/pool/every", "/demo/maintenance/every",
			"/demo/slow-report?parts=1", "/demo/slow-report?parts=0", "/demo/pages/slow?hints=true", "/demo/guestbook",
			"/demo/access", "/demo/gateway/healthy", "/demo/gateway/echo", "/demo/gateway/garbage",
			"/demo/gateway/silent?timeout=100", "/demo/gateway/lazy", "/demo/echo/socket", "/get", "/anything",
			"/headers", "/ip", "/user-agent", "/redirect/2", "/absolute-redirect/2", "/relative-redirect/2",
			"/redirect-to?url=/get", "/redirect-to?url=//elsewhere.invalid", "/basic-auth/u/p", "/bearer",
			"/hidden-basic-auth/u/p", "/digest-auth/auth/u/p", "/cache", "/cache/60", "/etag/every", "/range/100",
			"/cookies", "/cookies/set?a=b", "/response-headers?X-A=1&X-A=2", "/103", "/429?retry-after=7");

	/** Not to be read. */
	private static final List<String> WRITTEN = List.of("/demo/jobs", "/demo/uploads", "/post");

	/** Every code that has a phrase, and one that has none. */
	private static final List<String> FORCED = Stream
		.concat(Stream.of(HttpStatus.values())
			.map(HttpStatus::value)
			.filter((code) -> code >= 200)
			.distinct()
			.map((code) -> "/status/" + code), Stream.of("/299", "/404", "/500", "/status/404?body=gone"))
		.toList();

	private static final Set<String> NOT_LISTS = Set.of("location", "etag", "content-type", "retry-after",
			"content-length", "date", "last-modified", "expires", "content-range", "content-location", "server", "age");

	private static final Set<String> LISTS = Set.of("allow", "vary", "link", "accept", "accept-post", "accept-patch",
			"accept-ranges", "accept-encoding", "cache-control", "connection", "content-encoding", "content-language",
			"via", "upgrade", "trailer", "access-control-expose-headers", "ratelimit", "ratelimit-policy");

	private static final Set<String> REFERENCES = Set.of("location", "content-location", "link");

	private static final Pattern IMF_FIXDATE = Pattern
		.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} "
				+ "\\d\\d:\\d\\d:\\d\\d GMT");

	private static final Pattern AUTHORITY = Pattern.compile("//([^/?#>\"]*)");

	private final Wire wire;

	/**
	 * The responses to requests on connections that are kept, the GETs before the HEADs.
	 */
	private final List<Seen> kept = new ArrayList<>();

	/** The responses after which the server closes the connection. */
	private final List<Seen> closed = new ArrayList<>();

	EveryResponseTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@BeforeAll
	void ask() {
		for (String method : List.of("GET", "HEAD")) {
			try (Connection connection = this.wire.open()) {
				for (String target : Stream.of(READ, WRITTEN, FORCED).flatMap(List::stream).toList()) {
					ask(connection, method, target, "");
				}
				ask(connection, method, "/codes/404", "If-None-Match: *\r\n");
				ask(connection, method, "/codes/404", "If-Match: \"no\"\r\n");
				ask(connection, method, "/codes/404", "Accept: image/png\r\n");
				ask(connection, method, "/codes/404", "Accept-Encoding: gzip\r\n");
				ask(connection, method, "/nowhere", "Accept: text/html\r\n");
				ask(connection, method, "/demo/media/numbers.txt", "If-None-Match: *\r\n");
				ask(connection, method, "/demo/new-event", "If-None-Match: *\r\n");
			}
		}
		try (Connection connection = this.wire.open()) {
			ask(connection, "GET", "/demo/media/numbers.txt", "Range: bytes=0-3\r\n");
			ask(connection, "GET", "/demo/media/numbers.txt", "Range: bytes=0-3, 5-6\r\n");
			ask(connection, "GET", "/demo/media/numbers.txt", "Range: bytes=99999-\r\n");
			for (String target : List.of("/codes/404", "/demo/documents", "/demo/echo", "/get", "/status/404", "*")) {
				ask(connection, "OPTIONS", target, "");
			}
			for (String method : List.of("PUT", "PATCH", "DELETE", "BREW", "TRACE", "FOOBAR")) {
				ask(connection, method, "/codes/404", "Content-Length: 0\r\n");
				ask(connection, method, "/demo/documents/1", "Content-Length: 0\r\n");
			}
			post(connection, "/demo/documents", "application/json", "{\"title\":\"every\",\"content\":\"response\"}");
			post(connection, "/demo/documents", "application/json", "{}");
			post(connection, "/demo/documents", "application/json", "{");
			post(connection, "/demo/documents", "text/plain", "x");
			post(connection, "/demo/orders", "application/json", "{\"item\":\"tea\",\"quantity\":1}");
			post(connection, "/demo/meter/every-post/payments", "application/json", "{\"units\":1}");
			post(connection, "/demo/maintenance/every", "application/json", "{\"seconds\":5}");
			ask(connection, "GET", "/demo/maintenance/every?as=date", "");
			post(connection, "/demo/jobs", "application/json", "{}");
			post(connection, "/demo/teapot", "message/coffeepot", "start");
			post(connection, "/demo/guestbook", "application/x-www-form-urlencoded", "x=y");
			post(connection, "/demo/v1/payments", "text/plain", "x");
			post(connection, "/demo/gateway/echo", "text/plain", "x");
			post(connection, "/codes/404", "text/plain", "x");
			post(connection, "/status/503", "text/plain", "x");
		}
		refused("GET\r\n\r\n");
		refused("GET / HTTP/1.1\r\n\r\n");
		refused("GET / HTTP/1.1\r\nHost: a\r\nA: x\u0000y\r\n\r\n");
		refused("GET / HTTP/1.1\r\nHost: a\r\nA: " + "x".repeat(30_000) + "\r\n\r\n");
		refused("GET /" + "x".repeat(30_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
		refused("GET https://a/codes HTTP/1.1\r\nHost: a\r\n\r\n");
		refused("GET / HTTP/3.0\r\nHost: a\r\n\r\n");
		refused("GET / HTTP/2.0\r\nHost: a\r\n\r\n");
		refused("GET / HTTP/1.1\r\nHost: a\r\nExpect: a-miracle\r\n\r\n");
		refused("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: foo, chunked\r\n\r\n0\r\n\r\n");
		refused("POST /demo/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n");
		refused("POST /demo/uploads HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
		refused("CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n");
		refused("GET /codes/404 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
	}

	private void ask(Connection connection, String method, String target, String fields) {
		ask(connection, method, target, fields, "");
	}

	private void post(Connection connection, String target, String type, String content) {
		ask(connection, "POST", target, "Content-Type: %s\r\nContent-Length: %d\r\n".formatted(type, content.length()),
				content);
	}

	private void ask(Connection connection, String method, String target, String fields, String content) {
		connection.write(method + " " + target + " HTTP/1.1\r\nHost: localhost:" + this.wire.port() + "\r\n" + fields
				+ "\r\n" + content);
		Answer answer = connection.read(method);
		this.kept.add(new Seen(method, (target + " " + fields).strip(), answer, Instant.now()));
	}

	private void refused(String octets) {
		try (Connection connection = this.wire.open()) {
			connection.write(octets);
			Answer answer = connection.read("GET");
			String request = octets.lines().findFirst().orElseThrow();
			assertThat(connection.closedByServer()).as(request).isTrue();
			this.closed
				.add(new Seen("GET", request.substring(0, Math.min(60, request.length())), answer, Instant.now()));
		}
	}

	@Test
	@Verifies({ "rfc9110-15a", "rfc9110-15d" })
	void aRequestYieldsOneFinalResponseWithACodeOfFiveClasses() {
		assertThat(responses()).isNotEmpty()
			.allSatisfy((seen) -> assertThat(seen.answer().status()).isBetween(200, 599))
			.allSatisfy((seen) -> assertThat(seen.answer().interim())
				.allSatisfy((interim) -> assertThat(interim.status()).isBetween(100, 199)));
		assertThat(this.kept).filteredOn((seen) -> seen.target().matches("/status/\\d{3}"))
			.hasSizeGreaterThan(100)
			.as("one response too many would be taken for the next")
			.allSatisfy((seen) -> assertThat(seen.target()).endsWith("/" + seen.answer().status()));
		for (String code : List.of("99", "600", "783", "999")) {
			assertThat(this.wire.get("/status/" + code).status()).isEqualTo(400);
		}
	}

	@Test
	@Verifies({ "rfc9112-4a", "rfc9112-5.2a" })
	void statusLineAndFieldLinesAreWellFormed() {
		for (Seen seen : responses()) {
			assertThat(seen.answer().statusLine()).matches("HTTP/1\\.1 [2-5]\\d\\d [\\x20-\\x7e]*");
			assertThat(seen.answer().fields()).as(seen.target())
				.allSatisfy((line) -> assertThat(line).matches(
						"[!#$%&'*+.^_`|~0-9A-Za-z-]+:[ \\t]*([\\x21-\\x7e\\x80-\\xff][\\x20-\\x7e\\x80-\\xff\\t]*)?"));
		}
	}

	@Test
	@Verifies({ "rfc9110-6.6.1a", "rfc9110-6.6.1b" })
	void everyFinalResponseHasTheDateOfItsMaking() {
		for (Seen seen : responses()) {
			Instant date = HttpDates.parse(String.valueOf(seen.answer().field("Date"))).orElseThrow();
			// a stored response keeps the date of its origin (RFC 9111 §5.1)
			if (seen.answer().field("Age") == null) {
				assertThat(Duration.between(date, seen.at()).abs()).as(seen.toString())
					.isLessThanOrEqualTo(Duration.ofSeconds(2));
			}
		}
	}

	@Test
	@Verifies("rfc9110-5.6.7a")
	void everyDateIsAnImfFixdate() {
		Map<String, Integer> dates = new TreeMap<>();
		for (Seen seen : responses()) {
			for (String name : List.of("Date", "Last-Modified", "Expires", "Retry-After", "Sunset")) {
				for (String value : seen.answer().fieldLines(name)) {
					if (!"Retry-After".equals(name) || !value.matches("\\d+")) {
						assertThat(value).as(name + " of " + seen.target()).matches(IMF_FIXDATE);
						dates.merge(name, 1, Integer::sum);
					}
				}
			}
		}
		assertThat(dates).containsKeys("Date", "Last-Modified", "Retry-After");
	}

	@Test
	@Verifies({ "rfc9112-6.2", "rfc9110-8.6a", "rfc9112-6.3a" })
	void contentIsDelimitedByALengthWhereItIsKnown() {
		for (Seen seen : responses()) {
			Answer answer = seen.answer();
			String length = answer.field("Content-Length");
			assertThat(length == null || answer.field("Transfer-Encoding") == null).as(seen.toString()).isTrue();
			if (answer.status() == 204 || answer.status() == 304) {
				assertThat(answer.fieldLines("Transfer-Encoding")).as(seen.toString()).isEmpty();
			}
			else if (length == null) {
				// written while it is made: the length is not known when the head leaves
				assertThat(answer.field("Transfer-Encoding")).as(seen.toString()).isEqualTo("chunked");
				assertThat("HEAD".equals(seen.method()) || answer.content().length > 8192).as(seen.toString()).isTrue();
			}
			else if (!"HEAD".equals(seen.method())) {
				assertThat(length).as(seen.toString()).isEqualTo(String.valueOf(answer.content().length));
			}
		}
	}

	@Test
	@Verifies("rfc9110-8.3a")
	void contentHasAType() {
		assertThat(responses()).filteredOn((seen) -> seen.answer().content().length > 0)
			.hasSizeGreaterThan(100)
			.allSatisfy((seen) -> assertThat(seen.answer().field("Content-Type")).matches("[a-z]+/[a-z0-9+.-]+(;.+)?"));
	}

	@Test
	@Verifies("rfc9110-8.4a")
	void aContentCodingIsNamedWhereThereIsOne() {
		List<Seen> coded = new ArrayList<>();
		for (Seen seen : responses()) {
			byte[] content = seen.answer().content();
			boolean gzip = content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b;
			if (gzip) {
				coded.add(seen);
			}
			if (!"HEAD".equals(seen.method())) {
				assertThat(seen.answer().field("Content-Encoding")).as(seen.target()).isEqualTo(gzip ? "gzip" : null);
			}
		}
		assertThat(coded).isNotEmpty();
	}

	@Test
	@Verifies("rfc9110-5.3a")
	void aFieldThatIsNoListStandsOnce() {
		for (Seen seen : responses()) {
			for (String name : NOT_LISTS) {
				assertThat(seen.answer().fieldLines(name)).as(name + " of " + seen).hasSizeLessThanOrEqualTo(1);
			}
		}
	}

	@Test
	@Verifies("rfc9110-5.6.1.1")
	void aListHasNoEmptyMember() {
		int lists = 0;
		for (Seen seen : responses()) {
			for (String name : LISTS) {
				for (String value : seen.answer().fieldLines(name)) {
					assertThat(value.split(",", -1)).as(name + " of " + seen).noneMatch(String::isBlank);
					lists++;
				}
			}
		}
		assertThat(lists).isGreaterThan(500);
	}

	@Test
	@Verifies({ "rfc9110-7.6.1a", "rfc9112-9.6a" })
	void whatConcernsTheConnectionIsNamedInConnection() {
		int upgrades = 0;
		for (Seen seen : responses()) {
			String options = String.valueOf(seen.answer().field("Connection")).toLowerCase(Locale.ROOT);
			for (String name : List.of("upgrade", "keep-alive", "te", "proxy-connection")) {
				if (seen.answer().field(name) != null) {
					assertThat(options.split(" *, *")).as(seen.toString()).contains(name);
					upgrades++;
				}
			}
			assertThat(options.contains("close")).as(seen.toString()).isEqualTo(this.closed.contains(seen));
		}
		assertThat(upgrades).isPositive();
	}

	@Test
	@Verifies({ "rfc9110-15.5.22a", "rfc9110-7.8i" })
	void whoIsToUpgradeIsToldTheProtocol() {
		List<Answer> told = responses().stream().map(Seen::answer).filter((answer) -> answer.status() == 426).toList();
		assertThat(told).as("of the socket, forced, and in a version that is another syntax")
			.hasSizeGreaterThanOrEqualTo(5)
			.allSatisfy((answer) -> {
				assertThat(answer.field("Upgrade")).isIn("websocket", "h2c");
				assertThat(answer.field("Connection")).containsIgnoringCase("upgrade");
			});
	}

	@Test
	@Verifies("rfc9110-9.1a")
	void whatIsReadIsReadByGetAndByHead() {
		assertThat(this.kept).filteredOn((seen) -> READ.contains(seen.target()) && !"OPTIONS".equals(seen.method()))
			.hasSize(2 * READ.size())
			.noneMatch((seen) -> seen.answer().status() == 405 || seen.answer().status() == 501);
		assertThat(this.kept).filteredOn((seen) -> WRITTEN.contains(seen.target()) && !"POST".equals(seen.method()))
			.hasSize(2 * WRITTEN.size())
			.allMatch((seen) -> seen.answer().status() == 405);
	}

	@Test
	@Verifies({ "rfc9110-9.3.2a", "rfc9110-9.3.2b", "rfc9110-8.6b" })
	void headIsGetWithoutContent() {
		Map<String, Answer> gets = new TreeMap<>();
		this.kept.stream()
			.filter((seen) -> "GET".equals(seen.method()))
			.forEach((seen) -> gets.putIfAbsent(seen.target(), seen.answer()));
		List<Seen> heads = this.kept.stream().filter((seen) -> "HEAD".equals(seen.method())).toList();
		assertThat(heads).hasSizeGreaterThan(100);
		for (Seen head : heads) {
			Answer get = gets.get(head.target());
			assertThat(head.answer().status()).as("content would be taken for the next response: " + head)
				.isEqualTo(get.status());
			assertThat(names(head.answer())).as(head.toString()).isEqualTo(names(get));
			String length = head.answer().field("Content-Length");
			if (length != null) {
				assertThat(length).as(head.toString()).isEqualTo(String.valueOf(get.content().length));
			}
		}
	}

	/** Without what a cache adds when it answers for the second time. */
	private static Set<String> names(Answer answer) {
		return answer.fields()
			.stream()
			.map((line) -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
			.filter((name) -> !"age".equals(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	@Verifies({ "rfc9110-8.6c", "rfc9112-6.1b", "rfc9112-9.3b", "rfc9110-15.2b", "rfc9110-6.6.1c" })
	void anInterimResponseHasNoFieldsOfAFinalOne() {
		List<Answer> interim = responses().stream().flatMap((seen) -> seen.answer().interim().stream()).toList();
		assertThat(interim).hasSizeGreaterThanOrEqualTo(4)
			.allSatisfy((answer) -> assertThat(names(answer)).containsExactly("link"));
	}

	@Test
	@Verifies({ "rfc9110-15.5", "rfc9110-15.6", "rfc9457-3", "rfc9457-3.1.2", "rfc9457-4.2.1" })
	void anErrorIsExplained() {
		Set<Integer> statuses = new TreeSet<>();
		for (Seen seen : errors()) {
			Answer answer = seen.answer();
			int status = answer.status();
			if (seen.target().endsWith("Accept: text/html")) {
				assertThat(answer.field("Content-Type")).isEqualTo("text/html;charset=utf-8");
				assertThat(answer.text()).contains("There is nothing at this address.", "Waiting does not change this");
				continue;
			}
			statuses.add(status);
			assertThat(answer.field("Content-Type")).as(seen.toString()).isEqualTo("application/problem+json");
			JsonNode problem = answer.json();
			assertThat(problem.get("status").asInt()).isEqualTo(status);
			assertThat(problem.get("type").asString()).isEqualTo("about:blank");
			// the registry has no phrase for 418
			assertThat(problem.get("title").asString()).isEqualTo((status == 418) ? "I'm a teapot"
					: this.wire.get("/codes/" + status).json().get("phrase").asString());
			assertThat(problem.get("detail").asString()).isNotBlank();
			assertThat(problem.get("temporary").asBoolean()).as(seen.toString())
				.isEqualTo(Set.of(408, 423, 425, 429, 502, 503, 504, 507).contains(status));
		}
		assertThat(statuses).contains(400, 404, 405, 406, 412, 414, 415, 416, 422, 431, 501, 502, 504, 505);
	}

	@Test
	@Verifies("rfc9110-15.1c")
	void anErrorThatACacheMightKeepUnaskedIsNotKept() {
		Set<Integer> statuses = new TreeSet<>();
		for (Seen seen : responses()) {
			if (Set.of(404, 405, 410, 414, 451, 501).contains(seen.answer().status())) {
				assertThat(seen.answer().field("Cache-Control")).as(seen.toString()).isEqualTo("no-store");
				statuses.add(seen.answer().status());
			}
		}
		assertThat(statuses).hasSize(6);
	}

	/**
	 * Without those that were asked for by their code, which are as the caller wants
	 * them.
	 */
	private List<Seen> errors() {
		return responses().stream()
			.filter((seen) -> seen.answer().status() >= 400 && !"HEAD".equals(seen.method()))
			.filter((seen) -> !"forced".equals(seen.answer().field("Statuslab")))
			.filter((seen) -> !seen.target().startsWith("/basic-auth")
					&& !seen.target().startsWith("/hidden-basic-auth") && !seen.target().startsWith("/bearer")
					&& !seen.target().startsWith("/digest-auth"))
			.toList();
	}

	@Test
	@Verifies("rfc9205-4.6a")
	void whatIsNotForcedHasARegisteredCode() {
		Set<Integer> statuses = responses().stream()
			.filter((seen) -> !"forced".equals(seen.answer().field("Statuslab")))
			.map((seen) -> seen.answer().status())
			.collect(Collectors.toCollection(TreeSet::new));
		// 418 is registered as one that is not to be assigned
		assertThat(statuses).hasSizeGreaterThan(20)
			.allSatisfy((status) -> assertThat(this.wire.get("/codes/" + status).json().get("registration").asString())
				.isIn("permanent", "temporary", "unused"));
	}

	@Test
	@Verifies({ "rfc9110-4.2.4b", "rfc9110-10.2.2a" })
	void aReferenceIsAUriReferenceWithoutUserinfo() {
		int references = 0;
		for (Seen seen : responses()) {
			for (String name : REFERENCES) {
				for (String value : seen.answer().fieldLines(name)) {
					references++;
					AUTHORITY.matcher(value)
						.results()
						.forEach((match) -> assertThat(match.group(1)).as(seen.toString()).doesNotContain("@"));
					if (!"link".equals(name)) {
						assertThat(value).as(seen.toString())
							.matches("(?:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-F]{2})+");
						assertThat(URI.create(value)).isNotNull();
					}
				}
			}
		}
		assertThat(references).isGreaterThan(40);
	}

	@Test
	@Verifies({ "rfc9110-10.2.4", "rfc9110-12.5.5a" })
	void noResponseTellsTheServersBuildOrVariesByAnything() {
		assertThat(responses()).allSatisfy((seen) -> {
			assertThat(String.valueOf(seen.answer().field("Server"))).doesNotContainPattern("\\d");
			assertThat(seen.answer().fieldLines("Vary")).doesNotContain("*");
		});
	}

	private List<Seen> responses() {
		return Stream.of(this.kept, this.closed).flatMap(List::stream).toList();
	}

	/**
	 * A response, and what it answers.
	 *
	 * @param method the request's method
	 * @param target the request's target, and the fields that it had
	 * @param answer the response
	 * @param at when it was there
	 */
	private record Seen(String method, String target, Answer answer, Instant at) {

		@Override
		public String toString() {
			return this.method + " " + this.target + "\n" + this.answer.statusLine() + "\n"
					+ String.join("\n", this.answer.fields());
		}

	}

}
