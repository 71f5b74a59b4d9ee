package dev.statuslab.demo.hop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import dev.statuslab.http.AuthParameters;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
class ProxyTests {

	private static final String GUEST = "Proxy-Authorization: Basic Z3Vlc3Q6Z3Vlc3Qtc2VjcmV0";

	private static final String SAVER = "Proxy-Authorization: Basic c2F2ZXI6c2F2ZXItc2VjcmV0";

	private final Wire server;

	private final Wire proxy;

	@Autowired
	ProxyTests(Wire server, Door proxy) {
		this.server = server;
		this.proxy = new Wire(proxy.address().orElseThrow().getPort());
	}

	@Test
	@Verifies({ "rfc9110-15.5.8a", "rfc9110-11.7.1" })
	void whoIsNotKnownIsAskedForCredentials() {
		Wire.Answer answer = this.proxy.get(at("/demo/echo"));
		assertThat(answer.status()).isEqualTo(407);
		assertThat(answer.statusLine()).endsWith(" Proxy Authentication Required");
		assertThat(answer.fieldLines("Proxy-Authenticate")).hasSize(2)
			.anySatisfy((line) -> assertThat(line).isEqualTo("Basic realm=\"Statuslab proxy\", charset=\"UTF-8\""))
			.anySatisfy((line) -> assertThat(line).startsWith("Digest realm=\"Statuslab proxy\""));
		assertThat(answer.field("WWW-Authenticate")).isNull();
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		for (String wrong : new String[] { "Basic Z3Vlc3Q6bm8=", "Bearer abc" }) {
			Wire.Answer again = this.proxy.get(at("/demo/echo"), "Proxy-Authorization: " + wrong);
			assertThat(again.status()).isEqualTo(407);
			assertThat(again.fieldLines("Proxy-Authenticate")).hasSize(2);
		}
		assertThat(this.proxy.get(at("/demo/echo"), GUEST).status()).isEqualTo(200);
	}

	@Test
	void wrongCredentialsAreRefusedAndMalformedOnesToldSo() {
		assertThat(this.proxy.get(at("/demo/echo"), "Proxy-Authorization: Basic Z3Vlc3Q6bm8=").status()).isEqualTo(407);
		assertThat(this.proxy.get(at("/demo/echo"), "Proxy-Authorization: Basic ???").status()).isEqualTo(400);
		assertThat(this.proxy.get(at("/demo/echo"), "Proxy-Authorization: Bearer abc").status()).isEqualTo(407);
		assertThat(this.proxy.get(at("/demo/echo"), GUEST, SAVER).status()).isEqualTo(400);
	}

	@Test
	@Verifies({ "rfc7616-3.8", "rfc9110-11.7.1" })
	void digestIsTakenToo() {
		AuthParameters challenge = AuthParameters.parse(
				this.proxy.get(at("/demo/echo")).fieldLines("Proxy-Authenticate").get(0).substring("Digest ".length()));
		String nonce = challenge.get("nonce").orElseThrow();
		String credentials = digest(nonce, "guest-secret");
		Wire.Answer answer = this.proxy.get(at("/demo/echo"), credentials);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Proxy-Authentication-Info")).contains("rspauth=");
		Wire.Answer replayed = this.proxy.get(at("/demo/echo"), credentials);
		assertThat(replayed.status()).isEqualTo(407);
		assertThat(replayed.field("Proxy-Authenticate")).contains("stale=true");
		assertThat(this.proxy.get(at("/demo/echo"), digest(nonce, "wrong")).status()).isEqualTo(407);
	}

	@Test
	void digestProtectsTheTargetInEitherForm() {
		AuthParameters challenge = AuthParameters.parse(
				this.proxy.get(at("/demo/echo")).fieldLines("Proxy-Authenticate").get(0).substring("Digest ".length()));
		String nonce = challenge.get("nonce").orElseThrow();
		assertThat(this.proxy.get(at("/demo/echo"), digest(nonce, "/demo/other", "guest-secret")).status())
			.isEqualTo(400);
		assertThat(this.proxy.get(at("/demo/echo"), digest(nonce, "/demo/echo", "guest-secret")).status())
			.isEqualTo(200);
	}

	private String digest(String nonce, String password) {
		return digest(nonce, at("/demo/echo"), password);
	}

	private static String digest(String nonce, String uri, String password) {
		String proof = hash(
				hash("guest:Statuslab proxy:" + password) + ":" + nonce + ":00000001:abc:auth:" + hash("GET:" + uri));
		return ("Proxy-Authorization: Digest username=\"guest\", realm=\"Statuslab proxy\", nonce=\"%s\", uri=\"%s\", "
				+ "algorithm=SHA-256, qop=auth, nc=00000001, cnonce=\"abc\", response=\"%s\"")
			.formatted(nonce, uri, proof);
	}

	private static String hash(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	@Verifies({ "rfc9110-11.7", "rfc9110-15.5.20b" })
	void whatIsNotForAProxyGetsNeither407Nor421() {
		assertThat(this.proxy.get("/demo/echo").status()).isEqualTo(404);
		assertThat(this.proxy.send("OPTIONS", "*").status()).isEqualTo(404);
		Wire.Answer other = this.proxy.get("http://other.invalid/", GUEST);
		assertThat(other.status()).isEqualTo(403);
		assertThat(other.json().path("allowed").toString()).contains("127.0.0.1:" + this.server.port());
		assertThat(this.proxy.get("http://127.0.0.1:" + this.proxy.port() + "/", GUEST).status()).isEqualTo(403);
		assertThat(this.proxy.get("https://127.0.0.1:" + this.server.port() + "/", GUEST).status()).isEqualTo(403);
	}

	@Test
	@Verifies({ "rfc9110-11.7.2", "rfc9110-7.6.1b", "rfc9110-7.6.3a", "rfc9110-7.6.3b", "rfc8470-5.1d" })
	void fieldsForTheHopStopHereAndOthersGoOn() {
		Wire.Answer answer = this.proxy.get(at("/demo/echo"), GUEST, "Connection: X-Drop", "X-Drop: 1", "Keep-Alive: 5",
				"Via: 1.0 fred", "Early-Data: 1", "If-Match: *", "Authorization: Bearer abc", "X-Keep: 1");
		String fields = answer.json().path("fields").toString();
		assertThat(fields).contains("\"Via\":[\"1.0 fred, 1.1 statuslab-proxy\"]")
			.contains("\"Early-Data\":[\"1\"]", "\"X-Keep\":[\"1\"]", "\"Host\":[\"127.0.0.1:" + this.server.port())
			.doesNotContain("Proxy-Authorization", "X-Drop", "Keep-Alive", "Forwarded");
		assertThat(answer.field("Via")).isEqualTo("1.1 statuslab-proxy");
		assertThat(answer.fieldLines("Date")).hasSize(1);
	}

	@Test
	@Verifies("rfc9112-2.3")
	void aHopSpeaksItsOwnVersion() {
		Wire.Answer answer = this.proxy
			.raw("GET " + at("/demo/history/305") + " HTTP/1.0\r\nHost: x\r\n" + GUEST + "\r\n\r\n");
		assertThat(answer.statusLine()).startsWith("HTTP/1.1 200");
		assertThat(this.proxy.raw("GET " + at("/demo/echo") + " HTTP/1.0\r\nHost: x\r\n" + GUEST + "\r\n\r\n")
			.json()
			.path("fields")
			.toString()).contains("1.0 statuslab-proxy");
	}

	@Test
	@Verifies("rfc9110-7.6")
	void whatHasBeenHereBeforeIsALoop() {
		Wire.Answer answer = this.proxy.get(at("/demo/echo"), GUEST, "Via: 1.1 a, 1.1 Statuslab-Proxy (x), 1.1 b");
		assertThat(answer.status()).isEqualTo(502);
		assertThat(this.proxy.get(at("/demo/echo"), GUEST, "Via: 1.1 statuslab").status()).isEqualTo(200);
	}

	@Test
	@Verifies("rfc9110-7.6.2")
	void theLastHopAllowedAnswersByItself() {
		Wire.Answer trace = this.proxy.send("TRACE", at("/demo/echo"), GUEST, "Max-Forwards: 0", "Cookie: a=b",
				"Authorization: Bearer abc", "X-Seen: yes");
		assertThat(trace.status()).isEqualTo(200);
		assertThat(trace.field("Content-Type")).isEqualTo("message/http");
		assertThat(trace.text()).startsWith("TRACE " + at("/demo/echo") + " HTTP/1.1\r\n")
			.contains("X-Seen: yes\r\n")
			.doesNotContain("Cookie", "Authorization");
		Wire.Answer options = this.proxy.send("OPTIONS", at("/demo/echo"), GUEST, "Max-Forwards: 0");
		assertThat(options.field("Allow")).contains("CONNECT");
		assertThat(options.field("Via")).isNull();
	}

	@Test
	@Verifies("rfc9110-7.6.2")
	void otherwiseOneIsTakenOff() {
		Wire.Answer options = this.proxy.send("OPTIONS", at("/demo/echo"), GUEST, "Max-Forwards: 7");
		assertThat(options.json().path("fields").path("Max-Forwards").toString()).isEqualTo("[\"6\"]");
		assertThat(this.proxy.get(at("/demo/echo"), GUEST, "Max-Forwards: 0").status()).isEqualTo(200);
		assertThat(this.proxy.send("TRACE", at("/demo/echo"), GUEST, "Max-Forwards: 1").status()).isEqualTo(405);
		assertThat(this.proxy.send("TRACE", at("/demo/echo"), GUEST, "Max-Forwards: one").status()).isEqualTo(400);
		Wire.Answer whole = this.proxy.send("OPTIONS", at(""), GUEST);
		assertThat(whole.status()).isEqualTo(200);
		assertThat(whole.field("Allow")).contains("BREW");
	}

	@Test
	@Verifies({ "rfc9110-9.3.6a", "rfc9110-9.3.6c" })
	void aTunnelLeadsToThisServerAlone() {
		String head = "CONNECT 127.0.0.1:" + this.server.port() + " HTTP/1.1\r\nHost: 127.0.0.1:" + this.server.port()
				+ "\r\n";
		assertThat(this.proxy.raw(head + "\r\n").status()).isEqualTo(407);
		try (Wire.Connection tunnel = this.proxy.open()) {
			tunnel.write(head + GUEST + "\r\n\r\n");
			Wire.Answer opened = tunnel.readHead();
			assertThat(opened.status()).isEqualTo(200);
			assertThat(opened.field("Content-Length")).isNull();
			assertThat(opened.field("Transfer-Encoding")).isNull();
			tunnel.write("GET /demo/echo HTTP/1.1\r\nHost: a.example\r\n\r\n");
			Wire.Answer answer = tunnel.read("GET");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.text()).doesNotContain("Via");
		}
		assertThat(this.proxy.send("CONNECT", "127.0.0.1:25", GUEST).status()).isEqualTo(403);
		assertThat(this.proxy.send("CONNECT", "other.invalid:" + this.server.port(), GUEST).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost:", "localhost:0", "localhost:99999", "localhost:http" })
	@Verifies({ "rfc9110-9.3.6b", "rfc9110-9.3.6d" })
	void aTunnelNeedsAPort(String target) {
		assertThat(this.proxy.send("CONNECT", target, GUEST).status()).isEqualTo(400);
	}

	@Test
	@Verifies("rfc9110-15.2d")
	void earlyHintsGoOn() {
		Wire.Answer answer = this.proxy.get(at("/demo/pages/slow?hints=true"), GUEST);
		assertThat(answer.interim()).extracting(Wire.Answer::status).containsExactly(103);
		assertThat(answer.interim().get(0).field("Link")).contains("rel=preload");
		Wire.Answer old = this.proxy
			.raw("GET " + at("/demo/pages/slow?hints=true") + " HTTP/1.0\r\nHost: x\r\n" + GUEST + "\r\n\r\n");
		assertThat(old.interim()).isEmpty();
		assertThat(old.status()).isEqualTo(200);
	}

	@Test
	@Verifies("rfc9110-10.1.1h")
	void theExpectationGoesOn() {
		String head = "POST " + at("/demo/uploads") + " HTTP/1.1\r\nHost: x\r\n" + GUEST
				+ "\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nExpect: 100-continue\r\n";
		try (Wire.Connection connection = this.proxy.open()) {
			connection.write(head + "Authorization: Bearer upload-key\r\n\r\n");
			assertThat(connection.readHead().status()).isEqualTo(100);
			connection.write("hello");
			assertThat(connection.read("POST").status()).isEqualTo(201);
		}
		Wire.Answer refused = this.proxy.raw(head + "\r\n");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.interim()).isEmpty();
	}

	@Test
	@Verifies({ "rfc9110-11.6.1", "rfc9110-11.6.2", "rfc9110-10.2.1b", "rfc9110-13.2.1f" })
	void whatIsTheOriginsGoesOnAsItIs() {
		Wire.Answer unknown = this.proxy.get(at("/demo/access"), GUEST);
		Wire.Answer direct = this.server.get("/demo/access");
		assertThat(unknown.status()).isEqualTo(401);
		assertThat(challenges(unknown)).hasSizeGreaterThan(1).isEqualTo(challenges(direct));
		assertThat(
				this.proxy.get(at("/demo/access"), GUEST, "Authorization: Basic cmVhZGVyOnJlYWRlci1zZWNyZXQ=").status())
			.isEqualTo(200);
		Wire.Answer wrongMethod = this.proxy.send("DELETE", at("/codes/200"), GUEST);
		assertThat(wrongMethod.status()).isEqualTo(405);
		assertThat(wrongMethod.field("Allow")).isEqualTo(this.server.send("DELETE", "/codes/200").field("Allow"));
		Wire.Answer options = this.proxy.send("OPTIONS", at("/codes/200"), GUEST);
		assertThat(options.field("Allow")).isNotNull()
			.isEqualTo(this.server.send("OPTIONS", "/codes/200").field("Allow"));
		Wire.Answer stale = this.proxy.get(at("/demo/letters/open"), SAVER, "If-Match: \"other\"");
		assertThat(stale.status()).isEqualTo(412);
		assertThat(stale.field("Via")).isEqualTo("1.1 statuslab-proxy");
	}

	@Test
	@Verifies({ "rfc9110-15.3.4", "rfc9110-7.7b" })
	void aSmallerPageIsNonAuthoritative() {
		Wire.Answer origin = this.proxy.get(at("/demo/letters/open"), GUEST);
		Wire.Answer smaller = this.proxy.get(at("/demo/letters/open"), SAVER);
		assertThat(origin.status()).isEqualTo(200);
		assertThat(smaller.status()).isEqualTo(203);
		assertThat(smaller.statusLine()).endsWith(" Non-Authoritative Information");
		assertThat(smaller.text()).hasSizeLessThan(origin.text().length())
			.contains("Dear reader,")
			.doesNotContain("<!--");
		assertThat(smaller.field("ETag")).isEqualTo("W/" + origin.field("ETag"));
		assertThat(smaller.field("Content-Type")).isEqualTo(origin.field("Content-Type"));
		assertThat(smaller.field("Via")).isEqualTo("1.1 statuslab-proxy");
		assertThat(smaller.field("Warning")).isNull();
		assertThat(this.proxy.get(at("/demo/letters/open"), SAVER, "If-None-Match: " + smaller.field("ETag")).status())
			.isEqualTo(304);
	}

	@Test
	@Verifies("rfc9110-7.7a")
	void whatIsNotToBeTransformedIsNot() {
		String whole = this.server.get("/demo/letters/sealed").text();
		Wire.Answer sealed = this.proxy.get(at("/demo/letters/sealed"), SAVER);
		assertThat(sealed.status()).isEqualTo(200);
		assertThat(sealed.text()).isEqualTo(whole);
		assertThat(sealed.field("ETag")).startsWith("\"");
		Wire.Answer asked = this.proxy.get(at("/demo/letters/open"), SAVER, "Cache-Control: no-transform");
		assertThat(asked.status()).isEqualTo(200);
		assertThat(this.proxy.get(at("/demo/echo"), SAVER).status()).isEqualTo(200);
	}

	@Test
	@Verifies({ "rfc9110-15.4.6", "rfc2616-10.3.6" })
	void useProxyNamesTheProxyAndIsHistory() {
		Wire.Answer direct = this.server.get("/demo/history/305");
		assertThat(direct.status()).isEqualTo(305);
		assertThat(direct.field("Location")).isEqualTo("http://localhost:" + this.proxy.port() + "/");
		assertThat(direct.json().path("historical").asBoolean()).isTrue();
		assertThat(this.proxy.get(at("/demo/history/305"), GUEST).status()).isEqualTo(200);
	}

	@Test
	@Verifies("rfc9110-15.4.7")
	void nothingEarns306() {
		for (String target : List.of("/demo/history/306", "/demo/history/306?emit=", "/demo/history/306?emit=no")) {
			assertThat(this.server.get(target).status()).isEqualTo(200);
		}
		Wire.Answer emitted = this.server.get("/demo/history/306?emit=true");
		assertThat(emitted.status()).isEqualTo(306);
		assertThat(emitted.fieldLines("Statuslab")).containsExactly("on-demand");
		assertThat(emitted.json().path("historical").asBoolean()).isTrue();
	}

	@Test
	@Verifies({ "rfc9110-12.5.5a", "rfc9209-2" })
	void aHopAddsNoVaryAndAnOriginNoProxyStatus() {
		for (String target : List.of("/demo/echo", "/demo/letters/open", "/demo/history/306", "/codes/200")) {
			Wire.Answer direct = this.server.get(target);
			for (String user : List.of(GUEST, SAVER)) {
				assertThat(this.proxy.get(at(target), user).field("Vary")).isEqualTo(direct.field("Vary"))
					.isNotEqualTo("*");
			}
			assertThat(direct.field("Proxy-Status")).isNull();
		}
		assertThat(this.proxy.get(at("/demo/echo")).field("Vary")).isNull();
	}

	@Test
	@Verifies("rfc9110-13.2.1b")
	void preconditionsAreNotForMethodsThatSelectNothing() {
		assertThat(this.server.send("OPTIONS", "/demo/echo", "If-Match: \"no\"").status()).isEqualTo(200);
		assertThat(this.server.send("OPTIONS", "/demo/letters/open", "If-Match: \"no\"").status()).isEqualTo(200);
		assertThat(this.server.get("/demo/letters/open", "If-Match: \"no\"").status()).isEqualTo(412);
		assertThat(this.proxy.send("TRACE", at("/demo/echo"), GUEST, "Max-Forwards: 0", "If-Match: \"no\"").status())
			.isEqualTo(200);
		try (Wire.Connection tunnel = this.proxy.open()) {
			tunnel.write("CONNECT localhost:" + this.server.port()
					+ " HTTP/1.1\r\nHost: localhost\r\nIf-Match: \"no\"\r\n" + GUEST + "\r\n\r\n");
			assertThat(tunnel.readHead().status()).isEqualTo(200);
		}
	}

	/** The nonce is a new one each time. */
	private static List<String> challenges(Wire.Answer answer) {
		return answer.fieldLines("WWW-Authenticate")
			.stream()
			.map((line) -> line.replaceAll("nonce=\"[^\"]+\"", "nonce"))
			.toList();
	}

	private String at(String path) {
		return "http://127.0.0.1:" + this.server.port() + path;
	}

}
