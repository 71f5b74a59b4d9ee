package dev.statuslab.demo.redirect;

import java.util.List;
import java.util.stream.Stream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Every redirect code with every method, in chains of any allowed length. */
@LiveServer
class MatrixTests {

	private final Wire wire;

	MatrixTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	static Stream<Arguments> matrix() {
		return Stream.of(301, 302, 303, 307, 308)
			.flatMap((code) -> Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
				.map((method) -> Arguments.of(method, code)));
	}

	@ParameterizedTest
	@MethodSource("matrix")
	@Verifies("rfc9110-9.3.4d")
	void everyMethodGetsEveryCode(String method, int code) {
		Answer answer = this.wire.send(method, "/demo/redirects/" + code);
		assertThat(answer.status()).isEqualTo(code);
		assertThat(answer.fieldLines("Location")).containsExactly("/demo/echo");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
	}

	@ParameterizedTest
	@CsvSource({ "301, 1, relative", "302, 3, absolute", "303, 20, relative", "307, 20, absolute", "308, 2, relative" })
	@Verifies("rfc9110-10.2.2c")
	void aChainHasAsManyHopsAsAskedFor(int code, int hops, String reference) {
		String origin = "http://localhost:" + this.wire.port();
		String target = "/demo/redirects/%d?hops=%d&location=%s".formatted(code, hops, reference);
		for (int hop = 1; hop <= hops; hop++) {
			Answer answer = this.wire.get(target);
			assertThat(answer.status()).isEqualTo(code);
			target = answer.field("Location");
			if ("absolute".equals(reference)) {
				assertThat(target).startsWith(origin + "/demo/");
				target = target.substring(origin.length());
			}
			assertThat(target.startsWith("/demo/echo")).isEqualTo(hop == hops);
		}
		assertThat(target).isEqualTo("/demo/echo");
	}

	@ParameterizedTest
	@ValueSource(strings = { "user@", "user:secret@", "@" })
	@Verifies("rfc9110-4.2.4b")
	void noUserinfoGetsIntoALocation(String userinfo) {
		String request = "GET %s/demo/redirects/302?location=absolute HTTP/1.1\r\nHost: %slocalhost\r\n\r\n";
		assertThat(this.wire.raw(request.formatted("", "")).field("Location")).isEqualTo("http://localhost/demo/echo");
		for (String origin : List.of("", "http://localhost", "http://" + userinfo + "localhost")) {
			Answer answer = this.wire.raw(request.formatted(origin, userinfo));
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.field("Location")).isNull();
		}
	}

	@Test
	void aFormInTheContentIsNoParameter() {
		Answer answer = this.wire.exchange("POST", "/demo/redirects/307?hops=2", "hops=9&x=y",
				"Content-Type: application/x-www-form-urlencoded");
		assertThat(answer.status()).isEqualTo(307);
		assertThat(answer.field("Location")).startsWith("/demo/redirects/307?hops=1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?code=301", "?code=302", "?code=303", "?code=307", "?code=308" })
	void theLoopLeadsToItself(String query) {
		Answer answer = this.wire.get("/demo/redirects/loop" + query);
		assertThat(answer.status()).isEqualTo(query.isEmpty() ? 302 : Integer.parseInt(query.substring(6)));
		assertThat(answer.field("Location")).isEqualTo("/demo/redirects/loop" + query);
	}

	@ParameterizedTest
	@ValueSource(strings = { "300", "304", "305", "306", "200", "0301", "+301", "abc", "%D9%A3" })
	void anotherCodeIsNotThere(String code) {
		Answer answer = this.wire.get("/demo/redirects/" + code);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json().get("allowed").toString()).isEqualTo("[301,302,303,307,308]");
	}

	@ParameterizedTest
	@CsvSource({ "302?hops=0, hops", "302?hops=21, hops", "302?hops=-1, hops", "302?hops=two, hops", "302?hops=, hops",
			"302?hops, hops", "302?hops=1&hops=2, hops", "302?hops=99999999999, hops", "302?hops=%zz, hops",
			"302?location=other, location", "302?location=//evil.invalid, location", "302?location=Absolute, location",
			"302?to=//evil.invalid, to", "302?hop=2, hop", "302?url=%0d%0aX:1, url", "loop?code=304, code",
			"loop?code=, code", "loop?hops=2, hops" })
	void aWrongParameterIsNamed(String address, String parameter) {
		Answer answer = this.wire.get("/demo/redirects/" + address);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
		assertThat(answer.json().get("allowed").isEmpty()).isFalse();
		assertThat(answer.field("Location")).isNull();
		assertThat(answer.field("X")).isNull();
	}

	@Test
	void aMethodOutsideTheMatrixIsRefused() {
		Answer answer = this.wire.send("PROPFIND", "/demo/redirects/302");
		assertThat(answer.status()).isIn(405, 501);
		assertThat(answer.field("Location")).isNull();
	}

	@Test
	void nothingOfTheCallersIsInALocation() {
		String marker = "zyxw";
		for (String address : List.of("/demo/event", "/demo/today", "/demo/checkout", "/demo/v1/payments")) {
			Answer answer = this.wire.get(address + "?to=//" + marker + ".invalid&hops=" + marker,
					"Referer: http://" + marker, "X-Original-URL: /" + marker);
			assertThat(answer.field("Location")).startsWith("/demo/").doesNotContain(marker);
		}
	}

}
