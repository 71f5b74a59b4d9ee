package dev.statuslab.demo.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Hops to an upstream server that misbehaves (RFC 9110 §15.6.3 and §15.6.5). */
@LiveServer
class GatewayTests {

	private final Wire wire;

	private final Upstream upstream;

	/** A target that no other test has put into the cache. */
	private final String fresh = "/demo/gateway/healthy?" + UUID.randomUUID();

	GatewayTests(@Autowired Wire wire, @Autowired Upstream upstream) {
		this.wire = wire;
		this.upstream = upstream;
	}

	@ParameterizedTest
	@CsvSource({ "garbage, http_protocol_error", "bad-header, http_protocol_error",
			"truncated, http_response_incomplete", "reset, connection_terminated", "refused, connection_refused" })
	@Verifies({ "rfc9209-2.3", "rfc9110-15.6.3" })
	void anInvalidResponseIsABadGateway(String behaviour, String error) {
		Answer answer = this.wire.get("/demo/gateway/" + behaviour);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(502);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("Proxy-Status")).isEqualTo("statuslab; error=" + error);
		assertThat(answer.json().get("error").asString()).isEqualTo(error);
		assertThat(answer.json().get("hop").asString()).contains("upstream");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.text()).as("of what came").doesNotContain("message", "ESMTP");
	}

	@Test
	@Verifies("rfc9110-15.6.5")
	void silenceIsAGatewayTimeout() {
		Answer answer = this.wire.get("/demo/gateway/silent?timeout=200");
		assertThat(answer.status()).isEqualTo(504);
		assertThat(answer.field("Proxy-Status")).isEqualTo("statuslab; error=http_response_timeout");
		assertThat(answer.json().get("timeout").asInt()).isEqualTo(200);
	}

	@Test
	@Verifies("rfc9110-15.6.5")
	void aLateAnswerIsAGatewayTimeoutForWhoDoesNotWaitForIt() {
		assertThat(this.wire.get("/demo/gateway/slow?timeout=300").status()).isEqualTo(504);
		Answer patient = this.wire.get("/demo/gateway/slow?timeout=2000");
		assertThat(patient.status()).isEqualTo(200);
		assertThat(patient.json().get("message").asString()).isNotEmpty();
	}

	@Test
	void aHealthyAnswerComesThrough() {
		Answer answer = this.wire.get(this.fresh);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("message").asString()).isEqualTo("The upstream server is well.");
		assertThat(answer.field("Content-Type")).isEqualTo("application/json");
		assertThat(answer.field("Via")).isEqualTo("1.1 statuslab");
		assertThat(answer.fieldLines("Date")).hasSize(1);
		assertThat(answer.field("Age")).isNull();
		assertThat(answer.field("Proxy-Status")).isNull();
	}

	@Test
	void headTellsWhatGetWould() {
		Answer head = this.wire.send("HEAD", this.fresh);
		Answer get = this.wire.get(this.fresh);
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.field("Content-Length")).isEqualTo(String.valueOf(get.content().length));
		assertThat(this.wire.send("HEAD", "/demo/gateway/garbage").status()).isEqualTo(502);
		assertThat(this.wire.send("HEAD", "/demo/gateway/silent?timeout=100").status()).isEqualTo(504);
	}

	@Test
	@Verifies("rfc9110-7.6.3b")
	void viaGrowsByOneHopAndFieldsOfTheConnectionStayBehind() {
		Answer answer = this.wire.get("/demo/gateway/echo", "Via: 1.0 fred", "Connection: X-Mine, keep-alive",
				"X-Mine: 1", "TE: trailers", "Keep-Alive: 5", "Proxy-Connection: keep-alive", "X-Yours: 2",
				"X-Yours: 3");
		assertThat(answer.status()).isEqualTo(200);
		List<String> arrived = fields(answer);
		assertThat(arrived).contains("via: 1.0 fred, 1.1 statuslab", "x-yours: 2, 3", "user-agent: statuslab");
		assertThat(arrived).noneMatch((field) -> field.matches("(x-mine|te|keep-alive|proxy-connection|host):.*"));
	}

	@Test
	@Verifies({ "rfc9110-13.2.1f", "rfc8470-5.1d" })
	void conditionsAndEarlyDataAreForTheUpstreamServer() {
		Answer conditional = this.wire.get("/demo/gateway/echo", "If-Match: \"no\"", "If-None-Match: *",
				"If-Unmodified-Since: Sat, 01 Nov 2025 12:00:00 GMT", "Early-Data: 1");
		assertThat(conditional.status()).isEqualTo(200);
		assertThat(fields(conditional)).contains("if-match: \"no\"", "if-none-match: *",
				"if-unmodified-since: Sat, 01 Nov 2025 12:00:00 GMT", "early-data: 1");
		assertThat(fields(this.wire.get("/demo/gateway/echo"))).noneMatch((field) -> field.startsWith("early-data"));
	}

	@Test
	@Verifies("rfc9110-7.6")
	void noHopLeadsBackToTheGateway() {
		for (Behaviour behaviour : Behaviour.values()) {
			assertThat(this.upstream.address(behaviour).getPort()).isNotEqualTo(this.wire.port());
		}
		long before = this.upstream.requests();
		String self = "localhost:" + this.wire.port();
		Answer answer = this.wire.raw("GET http://" + self + "/demo/gateway/echo HTTP/1.1\r\nHost: " + self
				+ "\r\nForwarded: host=" + self + "\r\nVia: 1.1 statuslab\r\n\r\n");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(fields(answer)).as("one hop, and no more").contains("via: 1.1 statuslab, 1.1 statuslab");
		assertThat(this.upstream.requests()).isEqualTo(before + 1);
	}

	@Test
	void theGatewaysConnectionToTheUpstreamServerIsNotTheClients() {
		Answer answer = this.wire.get("/demo/gateway/echo");
		assertThat(answer.field("X-For-You")).isEqualTo("for the client");
		assertThat(answer.field("X-Between-Us")).isNull();
		assertThat(answer.field("Keep-Alive")).isNull();
		assertThat(answer.field("Connection")).isNull();
	}

	@Test
	@Verifies("rfc9112-5.2c")
	void aFoldedFieldIsUnfolded() {
		Answer answer = this.wire.get("/demo/gateway/folded");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("X-Folded")).matches("over +two lines");
	}

	@Test
	void contentGoesThroughAsItIs() {
		Answer answer = this.wire.exchange("POST", "/demo/gateway/echo", "a=1&b=%20",
				"Content-Type: " + "application/x-www-form-urlencoded");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("method").asString()).isEqualTo("POST");
		assertThat(answer.json().get("content").asString()).isEqualTo("a=1&b=%20");
		assertThat(fields(answer)).contains("content-type: application/x-www-form-urlencoded", "content-length: 9");
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "bad-header", "truncated", "reset" })
	@Verifies("rfc9110-9.2.2")
	void aFailedPostIsNotRepeated(String behaviour) {
		long before = this.upstream.requests();
		assertThat(this.wire.exchange("POST", "/demo/gateway/" + behaviour, "x").status()).isEqualTo(502);
		assertThat(this.upstream.requests()).isEqualTo(before + 1);
	}

	@Test
	@Verifies({ "rfc9111-4a", "rfc9111-5.2.1.7" })
	void onlyIfCachedIsAnsweredFromTheCacheOrNotAtAll() {
		Answer cold = this.wire.get(this.fresh, "Cache-Control: only-if-cached");
		assertThat(cold.status()).isEqualTo(504);
		assertThat(cold.json().get("hop").asString()).contains("cache");
		long before = this.upstream.requests();
		Answer first = this.wire.get(this.fresh);
		Answer warm = this.wire.get(this.fresh, "Cache-Control: only-if-cached");
		assertThat(warm.status()).isEqualTo(200);
		assertThat(warm.field("Age")).matches("\\d");
		assertThat(warm.content()).isEqualTo(first.content());
		assertThat(warm.field("Date")).isEqualTo(first.field("Date"));
		assertThat(this.upstream.requests()).isEqualTo(before + 1);
	}

	@Test
	@Verifies({ "rfc9111-4b", "rfc9111-4.4" })
	void noCacheReachesTheUpstreamServerAndAPostEmptiesTheCache() {
		this.wire.get(this.fresh);
		assertThat(this.wire.get(this.fresh).field("Age")).isNotNull();
		assertThat(this.wire.get(this.fresh, "Cache-Control: no-cache").field("Age")).isNull();
		long before = this.upstream.requests();
		assertThat(this.wire.exchange("POST", this.fresh, "x").status()).isEqualTo(200);
		assertThat(this.upstream.requests()).as("written through").isEqualTo(before + 1);
		assertThat(this.wire.get(this.fresh, "Cache-Control: only-if-cached").status()).isEqualTo(504);
	}

	@Test
	@Verifies({ "rfc9111-5.2.2", "rfc9111-3.5" })
	void whatMustNotBeStoredIsNot() {
		this.wire.get(this.fresh, "Cache-Control: no-store");
		this.wire.get(this.fresh, "Authorization: Basic eDp5");
		assertThat(this.wire.get(this.fresh, "Cache-Control: only-if-cached").status()).isEqualTo(504);
		this.wire.get("/demo/gateway/echo");
		assertThat(this.wire.get("/demo/gateway/echo", "Cache-Control: only-if-cached").status()).isEqualTo(504);
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "bad-header", "truncated", "reset", "refused", "silent?timeout=100", "echo" })
	void nothingInsideIsTold(String behaviour) {
		int inner = this.upstream.address(Behaviour.HEALTHY).getPort();
		int shut = this.upstream.address(Behaviour.REFUSED).getPort();
		String answer = this.wire.get("/demo/gateway/" + behaviour).toString();
		assertThat(answer).doesNotContain(String.valueOf(inner), String.valueOf(shut), "127.0.0.1", "java",
				"Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "99", "2001", "soon", "-1", "" })
	void aTimeoutOutOfBoundsIsRefused(String timeout) {
		Answer answer = this.wire.get("/demo/gateway/healthy?timeout=" + timeout);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("parameter").asString()).isEqualTo("timeout");
	}

	@Test
	void anUnknownBehaviourIsNotFoundAndOtherMethodsAreNotAllowed() {
		Answer unknown = this.wire.get("/demo/gateway/lazy");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.json().get("allowed").toString()).contains("silent");
		Answer put = this.wire.exchange("PUT", "/demo/gateway/healthy", "x");
		assertThat(put.status()).isEqualTo(405);
		assertThat(put.field("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
	}

	@Test
	void oddFieldsDoNoHarm() {
		Answer answer = this.wire.get("/demo/gateway/echo", "X-Odd: caf\u00e9 \t!", "!#$%&'*+-.^_`|~: 1", "X-Empty:",
				"Warning: 199 - \"x\"", "Expect: 100-continue", "Date: now", "From: me");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
	}

	@Test
	void manySilentHopsDoNotKeepOthersWaiting() {
		List<Connection> waiting = IntStream.range(0, 20).mapToObj((i) -> this.wire.open()).toList();
		waiting.forEach((connection) -> connection
			.write("GET /demo/gateway/silent?timeout=1000 HTTP/1.1\r\nHost: localhost\r\n\r\n"));
		long start = System.nanoTime();
		assertThat(this.wire.get("/demo/gateway/echo").status()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
		waiting.forEach((connection) -> {
			assertThat(connection.read("GET").status()).isEqualTo(504);
			connection.close();
		});
	}

	@Test
	void moreHopsThanTheGatewayTakesAreRefusedForNow() {
		List<Connection> waiting = IntStream.range(0, Hop.MOST_AT_ONCE + 6).mapToObj((i) -> this.wire.open()).toList();
		waiting.forEach((connection) -> connection
			.write("GET /demo/gateway/silent?timeout=1500 HTTP/1.1\r\nHost: localhost\r\n\r\n"));
		List<Answer> answers = waiting.stream().map((connection) -> connection.read("GET")).toList();
		waiting.forEach(Connection::close);
		assertThat(answers).extracting(Answer::status).containsOnly(503, 504);
		assertThat(answers).filteredOn((answer) -> answer.status() == 503)
			.allSatisfy((answer) -> assertThat(answer.field("Retry-After")).isEqualTo("1"));
		assertThat(this.wire.get("/demo/gateway/echo").status()).isEqualTo(200);
	}

	@Test
	void theUpstreamServerIsOnTheLoopbackInterfaceAndStartsOnce() {
		int port = this.upstream.address(Behaviour.HEALTHY).getPort();
		this.upstream.start();
		assertThat(this.upstream.isRunning()).isTrue();
		assertThat(this.upstream.address(Behaviour.HEALTHY).getPort()).isEqualTo(port);
		assertThat(this.upstream.address(Behaviour.HEALTHY).getHost()).isEqualTo("127.0.0.1");
	}

	private static List<String> fields(Answer echo) {
		JsonNode fields = echo.json().get("fields");
		return fields.valueStream().map((field) -> lowerName(field.asString())).toList();
	}

	private static String lowerName(String field) {
		int colon = field.indexOf(':');
		return field.substring(0, colon).toLowerCase(Locale.ROOT) + field.substring(colon);
	}

}
