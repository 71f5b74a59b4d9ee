package dev.statuslab.server;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Below a base path, and behind a proxy that is trusted. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "server.servlet.context-path=/lab",
				"server.forward-headers-strategy=framework" })
@Import(LiveServer.Clients.class)
class BasePathTests {

	private final Wire wire;

	BasePathTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void everyLinkStartsWithTheBasePath() {
		for (String target : new String[] { "/lab/codes/301", "/lab/codes?class=3xx", "/lab/classes",
				"/lab/?format=json" }) {
			Answer answer = this.wire.get(target);
			assertThat(answer.status()).as(target).isEqualTo(200);
			assertOwnLinks(answer.json(), "/lab");
		}
	}

	@Test
	void aLinkCanBeFollowed() {
		JsonNode entry = this.wire.get("/lab/codes/301").json();
		assertThat(this.wire.get(entry.at("/links/self").asString()).json()).isEqualTo(entry);
		assertThat(this.wire.get(entry.at("/links/class").asString()).status()).isEqualTo(200);
		assertThat(this.wire.get(entry.at("/links/live").asString()).status()).isEqualTo(301);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/codes/404", "/", "/labcodes/404", "/codes/404/lab", "/LAB/codes/404" })
	void thereIsNothingOutside(String target) {
		Answer answer = this.wire.get(target);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().get("documentation").asString()).isEqualTo("/lab/codes/404");
	}

	@Test
	void aProblemLinksItsDocumentation() {
		assertThat(this.wire.get("/lab/codes/299").json().get("documentation").asString()).isEqualTo("/lab/codes/404");
		assertThat(this.wire.get("/lab/codes/299").json().at("/links/treatAs").asString()).isEqualTo("/lab/codes/200");
		assertThat(this.wire.get("/lab/nowhere").json().get("instance").asString()).isEqualTo("/lab/nowhere");
		assertThat(this.wire.send("TRACE", "/lab/codes").json().get("documentation").asString())
			.isEqualTo("/lab/codes/405");
		assertThat(this.wire.raw("GET / HTTP/1.1\r\n\r\n").json().get("documentation").asString())
			.isEqualTo("/lab/codes/400");
	}

	@Test
	void aRedirectLeadsBelowTheBasePath() {
		assertThat(this.wire.get("/lab/demo/event").field("Location")).isEqualTo("/lab/demo/new-event");
	}

	@Test
	void aTrustedPrefixTakesThePlaceOfTheBasePath() {
		String prefix = "X-Forwarded-Prefix: /public";
		assertOwnLinks(this.wire.get("/lab/codes/301", prefix).json(), "/public");
		assertOwnLinks(this.wire.get("/lab/codes/301").json(), "/lab");
		assertOwnLinks(this.wire.get("/lab/codes/301", "X-Forwarded-Prefix: /other").json(), "/other");
		assertOwnLinks(this.wire.get("/lab/codes/301", prefix).json(), "/public");
		assertThat(this.wire.get("/lab/codes/299", prefix).json().get("documentation").asString())
			.isEqualTo("/public/codes/404");
		assertThat(this.wire.get("/lab/codes/404", prefix, "If-Match: \"a\"").json().get("documentation").asString())
			.isEqualTo("/public/codes/412");
		assertThat(this.wire.get("/lab/demo/event", prefix).field("Location")).isEqualTo("/public/demo/new-event");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "/public/, /public", "/a/b, /a/b", "'/outer, /inner', /outer/inner",
			"'/outer/,/inner//', /outer/inner", "/v1.0_~x-y, /v1.0_~x-y" })
	void aPrefixMayBeWrittenInSeveralWays(String prefix, String base) {
		Answer answer = this.wire.get("/lab/codes/308", "X-Forwarded-Prefix: " + prefix);
		assertOwnLinks(answer.json(), base);
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "//evil.example", "//evil.example/x", "/a\"b", "/a<b", "/a b", "/a%0d%0aSet-Cookie:x",
			"evil", "https://evil.example", "/a?b", "/a#b", "/a\\b", "/a;b", "/a//b", "/", "''", "/ok, //evil.example",
			"/a@b", "\\evil", "/é" })
	void aPrefixThatIsNoPathIsIgnored(String prefix) {
		for (String target : new String[] { "/lab/codes/307?lang=ko&format=json", "/lab/codes?class=3xx&view=full",
				"/lab/codes/299", "/lab/demo/event" }) {
			Answer answer = this.wire.get(target, "X-Forwarded-Prefix: " + prefix);
			assertThat(answer.toString()).doesNotContain("evil", "Set-Cookie");
			if (answer.status() == 301) {
				assertThat(answer.field("Location")).isEqualTo("/lab/demo/new-event");
			}
			else {
				assertThat(answer.status()).isEqualTo(target.endsWith("299") ? 404 : 200);
				assertOwnLinks(answer.json(), "/lab");
			}
			assertThat(this.wire.get(target).text()).isEqualTo(answer.text());
		}
	}

	@Test
	void anAbsoluteLinkHasTheOriginThatTheProxyTells() {
		String target = "/lab/demo/redirects/302?location=absolute";
		assertThat(this.wire.get(target).field("Location"))
			.startsWith("http://localhost:" + this.wire.port() + "/lab/");
		assertThat(this.wire
			.get(target, "X-Forwarded-Proto: https", "X-Forwarded-Host: lab.example", "X-Forwarded-Prefix: /public")
			.field("Location")).startsWith("https://lab.example/public/demo/");
		assertThat(this.wire.get(target, "Forwarded: proto=https;host=\"lab.example:8443\"").field("Location"))
			.startsWith("https://lab.example:8443/lab/demo/");
	}

	@Test
	void aForwardedHostGetsIntoNoPageForAll() {
		String target = "/lab/codes?class=2xx&view=full&lang=en";
		Answer answer = this.wire.get(target, "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https");
		assertThat(answer.text()).doesNotContain("evil");
		assertThat(this.wire.get(target).content()).isEqualTo(answer.content());
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-Host: a b", "X-Forwarded-Port: x", "X-Forwarded-Host: [::1",
			"Forwarded: host=;;;\"", "X-Forwarded-Proto: \"", "X-Forwarded-For: x:y:z" })
	void aBrokenForwardedFieldIsNoFaultOfTheServer(String line) {
		for (String target : new String[] { "/lab/codes/205?lang=ko", "/lab/demo/redirects/302?location=absolute" }) {
			assertThat(this.wire.get(target, line).status()).isLessThan(500);
		}
	}

	private static void assertOwnLinks(JsonNode node, String base) {
		node.propertyStream().forEach((member) -> {
			if ("links".equals(member.getKey())) {
				member.getValue().propertyStream().filter((link) -> !"spec".equals(link.getKey())).forEach((link) -> {
					assertThat(link.getValue().asString()).startsWith(base + "/");
					assertThat(link.getValue().asString().substring(base.length())).matches(
							"/((codes|classes|conformance|demo|recipes|schemas|status|v3|actuator)([/?].*)?|swagger-ui.html)?");
				});
			}
			else if ("documentation".equals(member.getKey())) {
				assertThat(member.getValue().asString()).matches(base + "/codes/[0-9]{3}");
			}
			assertOwnLinks(member.getValue(), base);
		});
		if (node.isArray()) {
			node.forEach((element) -> assertOwnLinks(element, base));
		}
	}

}
