package dev.statuslab.server;

import java.util.List;
import java.util.stream.Stream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of RFC 9110 and RFC 9112 that hold for every exchange. */
@LiveServer
@Import(ContainerTests.Anything.class)
class ContainerTests {

	private static final String HOST = "Host: localhost\r\n";

	private final Wire wire;

	ContainerTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	static Stream<Arguments> refused() {
		return Stream.of(Arguments.of("a malformed request line", "GET\r\n\r\n", 400),
				Arguments.of("a request line without a version", "GET /codes/404\r\n" + HOST + "\r\n", 505),
				Arguments.of("a field without a name", "GET / HTTP/1.1\r\n" + HOST + ": x\r\n\r\n", 400),
				Arguments.of("a field without a colon", "GET / HTTP/1.1\r\n" + HOST + "A\r\n\r\n", 400),
				Arguments.of("a space before the colon", "GET / HTTP/1.1\r\n" + HOST + "A : x\r\n\r\n", 400),
				Arguments.of("line folding", "GET / HTTP/1.1\r\n" + HOST + "A: x\r\n y\r\n\r\n", 400),
				Arguments.of("NUL in a field", "GET / HTTP/1.1\r\n" + HOST + "A: x\u0000y\r\n\r\n", 400),
				Arguments.of("bare CR in a field", "GET / HTTP/1.1\r\n" + HOST + "A: x\ry\r\n\r\n", 400),
				Arguments.of("two Host lines", "GET / HTTP/1.1\r\n" + HOST + HOST + "\r\n", 400),
				Arguments.of("no Host line", "GET / HTTP/1.1\r\n\r\n", 400),
				Arguments.of("a Host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400),
				Arguments.of("a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
				Arguments.of("a Host with half an address", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", 400),
				Arguments.of("a Host with an impossible port", "GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n", 400),
				Arguments.of("an http URI without a host", "GET http:///codes HTTP/1.1\r\n" + HOST + "\r\n", 400),
				Arguments.of("an http URI with a port alone", "GET http://:80/ HTTP/1.1\r\n" + HOST + "\r\n", 400),
				Arguments.of("a space in the target", "GET /a b HTTP/1.1\r\n" + HOST + "\r\n", 400),
				Arguments
					.of("a folded line before the first field", "GET / HTTP/1.1\r\n A: x\r\n" + HOST + "\r\n", 400),
				Arguments.of("octets of TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001", 400),
				Arguments.of("two lengths",
						"POST / HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
				Arguments.of("a length and chunks",
						"POST / HTTP/1.1\r\n" + HOST
								+ "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
						400),
				Arguments.of("a length that is no number", "POST / HTTP/1.1\r\n" + HOST + "Content-Length: x\r\n\r\n",
						400),
				Arguments.of("a length with a unit", "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 3x\r\n\r\nabc",
						400),
				Arguments.of("a length with a sign", "POST / HTTP/1.1\r\n" + HOST + "Content-Length: +3\r\n\r\nabc",
						400),
				Arguments.of("a negative length", "POST / HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n", 400),
				Arguments.of("a length beyond all numbers",
						"POST / HTTP/1.1\r\n" + HOST + "Content-Length: 99999999999999999999\r\n\r\n", 400),
				Arguments.of("two lengths in a list", "POST / HTTP/1.1\r\n" + HOST + "Content-Length: 1, 2\r\n\r\nab",
						400),
				Arguments.of("a coding after chunked",
						"POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked, foo\r\n\r\n0\r\n\r\n", 400),
				Arguments.of("a coding after chunked, on a line of its own",
						"POST / HTTP/1.1\r\n" + HOST
								+ "Transfer-Encoding: chunked\r\nTransfer-Encoding: foo\r\n\r\n0\r\n\r\n",
						400),
				Arguments.of("only a coding that is not chunked",
						"POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: foo\r\n\r\n", 400),
				Arguments.of("a chunk size beyond all numbers",
						"POST /test/echo HTTP/1.1\r\n" + HOST + "Content-Type: text/plain\r\n"
								+ "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nab\r\n0\r\n\r\n",
						400),
				Arguments.of("a broken percent-encoding", "GET /codes/%zz HTTP/1.1\r\n" + HOST + "\r\n", 400),
				Arguments.of("an encoded NUL", "GET /demo/documents/%00 HTTP/1.1\r\n" + HOST + "\r\n", 400),
				Arguments.of("dots that leave the tree",
						"GET /demo/documents/../../../etc HTTP/1.1\r\n" + HOST + "\r\n", 400),
				Arguments.of("dots in disguise", "GET /demo/documents/%2e%2e/x HTTP/1.1\r\n" + HOST + "\r\n", 400),
				Arguments.of("a head of 30 000 octets",
						"GET / HTTP/1.1\r\n" + HOST + "A: " + "x".repeat(30_000) + "\r\n\r\n", 431),
				Arguments.of("many small fields", "GET / HTTP/1.1\r\n" + HOST + "A: xxxxxxx\r\n".repeat(3000) + "\r\n",
						431),
				Arguments.of("a request line of 30 000 octets",
						"GET /" + "x".repeat(30_000) + " HTTP/1.1\r\n" + HOST + "\r\n", 414),
				Arguments.of("https without TLS", "GET https://localhost/codes HTTP/1.1\r\n" + HOST + "\r\n", 421),
				Arguments.of("a later major version", "GET / HTTP/3.0\r\n" + HOST + "\r\n", 505),
				Arguments.of("an unknown transfer coding",
						"POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: foo, chunked\r\n\r\n0\r\n\r\n", 501),
				Arguments.of("an unknown transfer coding on a line of its own",
						"POST / HTTP/1.1\r\n" + HOST
								+ "Transfer-Encoding: foo\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
						501),
				Arguments.of("an unknown expectation", "GET / HTTP/1.1\r\n" + HOST + "Expect: a-miracle\r\n\r\n", 417),
				Arguments.of("HTTP/2 in HTTP/1 syntax", "GET / HTTP/2.0\r\n" + HOST + "\r\n", 426));
	}

	@ParameterizedTest(name = "{0} is {2}")
	@MethodSource("refused")
	@Verifies({ "rfc9110-5.5", "rfc9112-7.1", "rfc9110-5.4a", "rfc9112-9.6a", "rfc9110-6.6.1b", "rfc9457-3.1.2",
			"rfc9112-3.2b", "rfc9112-5.1", "rfc9112-5.2b", "rfc9112-6.3c", "rfc9112-6.3d", "rfc9112-6.1e",
			"rfc9112-2.2c", "rfc9110-4.2.1", "rfc9457-3.1.2", "rfc9112-3a", "rfc9110-7.4", "rfc9110-10.1.1k",
			"rfc9110-5.4b", "rfc9112-6.1f", "rfc9110-15.6.6a" })
	void theContainerRefusesWithAProblem(String name, String octets, int status) {
		try (Connection connection = this.wire.open()) {
			connection.write(octets);
			Answer answer = connection.read("GET");
			assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
			assertProblem(answer, status);
			assertThat(answer.field("Connection")).contains("close");
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	static Stream<Arguments> gated() {
		return Stream.of(Arguments.of("an unknown method", "FOOBAR / HTTP/1.1\r\n" + HOST + "\r\n", 501),
				Arguments.of("a very long method", "X".repeat(300) + " / HTTP/1.1\r\n" + HOST + "\r\n", 501),
				Arguments.of("TRACE", "TRACE /codes/404 HTTP/1.1\r\n" + HOST + "\r\n", 405),
				Arguments.of("CONNECT", "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n", 501),
				Arguments.of("CONNECT without a port", "CONNECT example.org HTTP/1.1\r\nHost: example.org\r\n\r\n",
						400),
				Arguments.of("CONNECT with an impossible port",
						"CONNECT example.org:99999 HTTP/1.1\r\nHost: example.org\r\n\r\n", 400),
				Arguments.of("CONNECT with an empty port", "CONNECT example.org: HTTP/1.1\r\nHost: example.org\r\n\r\n",
						400),
				Arguments.of("a target of 9 000 octets",
						"GET /codes?q=" + "x".repeat(9000) + " HTTP/1.1\r\n" + HOST + "\r\n", 414),
				Arguments.of("a name under .invalid", "GET /codes/404 HTTP/1.1\r\nHost: no.invalid\r\n\r\n", 421),
				Arguments.of("an absolute target under .invalid",
						"GET http://no.invalid/codes HTTP/1.1\r\n" + HOST + "\r\n", 421),
				Arguments.of("* with GET", "GET * HTTP/1.1\r\n" + HOST + "\r\n", 400));
	}

	@ParameterizedTest
	@CsvSource({ "no.invalid, 421", "NO.INVALID., 421", "invalid, 421", "invalid.:8080, 421", "notinvalid, 200",
			"invalid.example, 200", "x-invalid.test, 200", "nvalid, 200" })
	@Verifies("rfc9110-15.5.20a")
	void onlyNamesUnderInvalidAreMisdirected(String host, int status) {
		assertThat(this.wire.raw("GET /codes/404 HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status()).isEqualTo(status);
	}

	@ParameterizedTest(name = "{0} is {2}")
	@MethodSource("gated")
	@Verifies({ "rfc9110-9.3.6b", "rfc9110-9.3.6d", "rfc9110-9.1b", "rfc9110-15.1c", "rfc9112-3a", "rfc9112-3c",
			"rfc9112-3.2.2c", "rfc9110-15.5.20a" })
	void theGateRefusesWithAProblem(String name, String octets, int status) {
		Answer answer = this.wire.raw(octets);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertProblem(answer, status);
	}

	private static void assertProblem(Answer answer, int status) {
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("Date")).isNotNull();
		assertThat(answer.field("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.json().get("status").asInt()).isEqualTo(status);
		assertThat(answer.json().get("title").asString()).isNotEmpty();
		assertThat(answer.json().get("documentation").asString()).isEqualTo("/codes/" + status);
		assertThat(answer.text()).doesNotContain("org.", "java.", "Exception", "Jetty", "Spring");
		assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 " + status + " " + answer.json().get("title").asString());
	}

	@Test
	@Verifies({ "rfc9112-3b", "rfc9110-4.1" })
	void aTargetOf8000OctetsIsRead() {
		assertThat(this.wire.get("/codes?q=" + "x".repeat(150) + "&lang=en&format=json").status()).isEqualTo(200);
		assertThat(this.wire.get("/demo/nothing?q=" + "x".repeat(7984)).status()).isEqualTo(404);
		assertThat(this.wire.get("/demo/" + "x".repeat(7994), "Cookie: " + "x".repeat(4000)).status()).isEqualTo(404);
	}

	@Test
	@Verifies({ "rfc9112-4a", "rfc9110-15.1b" })
	void theReasonPhrasesAreThoseOfTheRfc() {
		List<String> expected = List.of("413 Content Too Large", "422 Unprocessable Content",
				"500 Internal Server Error", "203 Non-Authoritative Information", "451 Unavailable For Legal Reasons",
				"208 Already Reported", "226 IM Used", "425 Too Early", "506 Variant Also Negotiates",
				"416 Range Not Satisfiable");
		for (String line : expected) {
			assertThat(this.wire.get("/test/" + line.substring(0, 3)).statusLine()).isEqualTo("HTTP/1.1 " + line);
		}
		assertThat(this.wire.get("/test/299").statusLine()).isEqualTo("HTTP/1.1 299 ");
	}

	@Test
	@Verifies({ "rfc9110-8.6d", "rfc9112-6.1c", "rfc9110-15.3.6", "rfc9110-15.4.5c", "rfc9110-8.6e" })
	void noContentMeansNoContent() {
		try (Connection connection = this.wire.open()) {
			for (int status : new int[] { 204, 205, 304 }) {
				for (String words : List.of("", "/some-words")) {
					connection.write("GET /test/" + status + words + " HTTP/1.1\r\n" + HOST + "\r\n");
					Answer answer = connection.read("GET");
					assertThat(answer.status()).isEqualTo(status);
					assertThat(answer.content()).isEmpty();
					assertThat(answer.field("Content-Length")).as(answer.toString())
						.isEqualTo((status == 205) ? "0" : null);
					assertThat(answer.field("Transfer-Encoding")).isNull();
				}
			}
			connection.write("GET /test/200/words HTTP/1.1\r\n" + HOST + "\r\n");
			assertThat(connection.read("GET").text()).isEqualTo("words");
		}
	}

	@Test
	@Verifies({ "rfc9110-9.3.7b", "rfc9110-13.2.1b" })
	void optionsOfTheServerAreAnswered() {
		Answer answer = this.wire.raw("OPTIONS * HTTP/1.1\r\n" + HOST + "If-Match: \"no\"\r\n\r\n");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Allow")).contains("GET", "PATCH", "OPTIONS");
		assertThat(answer.field("Content-Length")).isEqualTo("0");
		assertThat(answer.field("Statuslab")).isNull();
	}

	@Test
	@Verifies("rfc9112-2.2d")
	void emptyLinesBeforeARequestAreIgnored() {
		assertThat(this.wire.raw("\r\nGET /codes/404 HTTP/1.1\r\n" + HOST + "\r\n").status()).isEqualTo(200);
	}

	@Test
	@Verifies({ "rfc9110-9.1b", "rfc9110-15.5.6", "rfc9110-9.1c", "rfc9110-15.6.2" })
	void onlyAnUnknownMethodIs501AndItNeedsNoAllow() {
		Answer unknown = this.wire.send("FOOBAR", "/codes/404");
		assertThat(unknown.status()).isEqualTo(501);
		assertThat(unknown.field("Allow")).isNull();
		Answer known = this.wire.send("DELETE", "/codes/404");
		assertThat(known.status()).isEqualTo(405);
		assertThat(known.field("Allow")).contains("GET", "HEAD").doesNotContain("DELETE");
	}

	@Test
	@Verifies("rfc9110-15.6.6b")
	void aVersionThatIsNotSpokenIsToldWhichAre() {
		Answer answer = this.wire.raw("GET / HTTP/3.0\r\n" + HOST + "\r\n");
		assertThat(answer.json().get("allowed").toString()).isEqualTo("[\"HTTP/1.0\",\"HTTP/1.1\",\"HTTP/2\"]");
		assertThat(answer.json().get("detail").asString()).contains("version of HTTP is not spoken");
	}

	@Test
	@Verifies({ "rfc9112-3.2.2a", "rfc9112-3.2.2c" })
	void aNameLikeInvalidIsServed() {
		for (String host : List.of("invalid.example", "notinvalid", "127.0.0.1", "[::1]:80")) {
			assertThat(this.wire.raw("GET /codes/404 HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status()).isEqualTo(200);
		}
		assertThat(this.wire.raw("GET http://example.org/codes/404 HTTP/1.1\r\nHost: no.invalid\r\n\r\n").status())
			.isEqualTo(200);
		Answer misdirected = this.wire.raw("GET /codes/404 HTTP/1.1\r\nHost: NO.INVALID.:80\r\n\r\n");
		assertThat(misdirected.status()).isEqualTo(421);
		assertThat(misdirected.field("Alt-Svc")).isNull();
	}

	@Test
	@Verifies("rfc9112-3.2.2a")
	void theTargetsAuthorityWinsOverHost() {
		assertThat(this.wire.raw("GET http://example.org/codes/404 HTTP/1.1\r\nHost: other.example\r\n\r\n").status())
			.isEqualTo(200);
	}

	@Test
	void anHttp10ClientGetsNoInterimResponse() {
		Answer answer = this.wire
			.raw("POST /test/echo HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello");
		assertThat(answer.interim()).isEmpty();
		assertThat(answer.statusLine()).startsWith("HTTP/1.1 200");
	}

	@Test
	@Verifies("rfc9110-10.1.1d")
	void anHttp11ClientIsToldToContinue() {
		try (Connection connection = this.wire.open()) {
			connection
				.write("POST /test/echo HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
			Thread.sleep(200);
			connection.write("hello");
			Answer answer = connection.read("POST");
			assertThat(answer.interim()).extracting(Answer::statusLine).containsExactly("HTTP/1.1 100 Continue");
			assertThat(answer.text()).isEqualTo("hello");
		}
		catch (InterruptedException ex) {
			Assertions.fail(ex);
		}
	}

	@Test
	@Verifies("rfc9110-10.1.1j")
	void tooMuchIsRefusedBeforeItIsSent() {
		Answer answer = this.wire
			.raw("POST /test/echo HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: 2000000\r\n\r\n");
		assertThat(answer.interim()).isEmpty();
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.field("Connection")).isEqualTo("close");
		assertThat(answer.json().get("limit").asInt()).isEqualTo(65_536);
	}

	@Test
	@Verifies({ "rfc9112-9.3e", "rfc9110-15.5.14b" })
	void tooMuchContentIs413AndTheClientSeesIt() {
		try (Connection connection = this.wire.open()) {
			connection.write("POST /test/echo HTTP/1.1\r\n" + HOST + "Content-Length: 2000000\r\n\r\n");
			connection.write("x".repeat(2_000_000));
			Answer answer = connection.read("POST");
			assertProblem(answer, 413);
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	@Test
	@Verifies({ "rfc9112-9.3e", "rfc9110-15.5.14c" })
	void tooManyChunksAre413AndTheClientSeesIt() {
		try (Connection connection = this.wire.open()) {
			connection.write("POST /test/echo HTTP/1.1\r\n" + HOST
					+ "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
			for (int i = 0; i < 200; i++) {
				connection.write("2710\r\n" + "x".repeat(10_000) + "\r\n");
			}
			connection.write("0\r\n\r\n");
			Answer answer = connection.read("POST");
			assertProblem(answer, 413);
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	@Test
	void whatIsJustSmallEnoughIsTaken() {
		String content = "x".repeat(65_536);
		assertThat(this.wire.exchange("POST", "/test/echo", content, "Content-Type: text/plain").text())
			.isEqualTo(content);
	}

	@Test
	@Verifies("rfc9112-9.3a")
	void contentThatNobodyReadsDoesNotBecomeTheNextRequest() {
		try (Connection connection = this.wire.open()) {
			String content = "GET /codes/200 HTTP/1.1\r\n" + HOST + "\r\n";
			connection.write("POST /codes/404 HTTP/1.1\r\n" + HOST + "Content-Length: " + content.length() + "\r\n\r\n"
					+ content);
			assertThat(connection.read("POST").status()).isEqualTo(405);
			connection.write("GET /codes/404 HTTP/1.1\r\n" + HOST + "\r\n");
			Answer next = connection.read("GET");
			assertThat(next.json().get("code").asInt()).isEqualTo(404);
		}
	}

	@Test
	@Verifies({ "rfc9110-15.5.9a", "rfc9112-9.5", "rfc9112-8", "rfc9112-6.3e" })
	void contentThatStallsIs408() {
		try (Connection connection = this.wire.open()) {
			connection.write("POST /test/echo HTTP/1.1\r\n" + HOST
					+ "Content-Type: text/plain\r\nContent-Length: 10\r\n\r\nabc");
			Answer answer = connection.read("POST");
			assertProblem(answer, 408);
			assertThat(answer.field("Connection")).isEqualTo("close");
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	@Test
	@Verifies("rfc9112-6.3e")
	void contentThatBreaksOffEndsTheConnection() {
		for (String part : List.of("Content-Length: 10\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\na\r\nabc",
				"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")) {
			try (Connection connection = this.wire.open()) {
				connection.write("POST /test/echo HTTP/1.1\r\n" + HOST + "Content-Type: text/plain\r\n" + part);
				connection.shutdownOutput();
				Answer answer = connection.read("POST");
				assertProblem(answer, 400);
				assertThat(answer.field("Connection")).isEqualTo("close");
				assertThat(connection.closedByServer()).isTrue();
			}
		}
	}

	@Test
	@Verifies({ "rfc9110-15.5.9a", "rfc9112-9.5", "rfc9112-8" })
	void aHeadThatStallsIs408() {
		try (Connection connection = this.wire.open()) {
			connection.write("GET /codes/404 HTTP/1.1\r\nHos");
			Answer answer = connection.read("GET");
			assertProblem(answer, 408);
			assertThat(connection.closedByServer()).isTrue();
		}
	}

	@Test
	@Verifies("rfc9110-9.3.2a")
	void aProblemForHeadHasNoContent() {
		try (Connection connection = this.wire.open()) {
			connection.write("HEAD /codes/299 HTTP/1.1\r\n" + HOST + "\r\n");
			assertThat(connection.read("HEAD").status()).isEqualTo(404);
			connection.write("HEAD /codes/404 HTTP/1.1\r\n" + HOST + "If-Match: \"no\"\r\n\r\n");
			assertThat(connection.read("HEAD").status()).isEqualTo(412);
			connection.write("GET /codes/404 HTTP/1.1\r\n" + HOST + "\r\n");
			assertThat(connection.read("GET").status()).isEqualTo(200);
		}
	}

	@Test
	@Verifies("rfc9110-15.6.1")
	void aFaultIsAnsweredWithoutItsTrace() {
		Answer answer = this.wire.get("/test/fault");
		assertProblem(answer, 500);
		assertThat(answer.text()).doesNotContain("secret");
	}

	@Test
	@Verifies("rfc9110-7.8b")
	void upgradeAloneIsIgnored() {
		String head = "GET /codes/404 HTTP/1.1\r\nHost: localhost\r\nUpgrade: %s\r\n%s\r\n";
		for (String protocol : new String[] { "teleport", "websocket", "h2c" }) {
			assertThat(this.wire.raw(head.formatted(protocol, "")).status()).as(protocol).isEqualTo(200);
		}
		assertThat(this.wire.raw(head.formatted("teleport", "Connection: Upgrade\r\n")).status()).isEqualTo(200);
	}

	@Test
	void anyOriginMayReadAndAsk() {
		Answer answer = this.wire.get("/codes/404", "Origin: https://example.org");
		assertThat(answer.field("Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(answer.field("Access-Control-Allow-Credentials")).isNull();
		assertThat(answer.field("Access-Control-Expose-Headers")).contains("Location", "Retry-After", "ETag",
				"WWW-Authenticate", "Link", "Allow", "Content-Range", "RateLimit", "Statuslab");
		Answer preflight = this.wire.send("OPTIONS", "/demo/documents/1", "Origin: https://example.org",
				"Access-Control-Request-Method: PUT", "Access-Control-Request-Headers: if-match");
		assertThat(preflight.status()).isEqualTo(204);
		assertThat(preflight.field("Access-Control-Allow-Methods")).contains("PUT");
		assertThat(preflight.field("Access-Control-Allow-Headers")).contains("*", "Authorization");
	}

	/** Answers whatever a test wants to see on the wire. */
	@RestController
	static class Anything {

		@GetMapping("/test/{status}")
		ResponseEntity<Void> status(@PathVariable int status) {
			return ResponseEntity.status(status).build();
		}

		@GetMapping("/test/{status}/{words}")
		ResponseEntity<String> status(@PathVariable int status, @PathVariable String words) {
			return ResponseEntity.status(status).body(words);
		}

		@PostMapping("/test/echo")
		String echo(@RequestBody String content) {
			return content;
		}

		@GetMapping("/test/fault")
		String fault() {
			throw new IllegalStateException("a secret");
		}

	}

}
