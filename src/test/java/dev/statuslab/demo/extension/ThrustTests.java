package dev.statuslab.demo.extension;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Mandatory extensions over a socket (RFC 2774). */
@LiveServer
class ThrustTests {

	private static final String THRUST = "/demo/thrust";

	private static final String NEWTONS = "16-Unit: newton-seconds";

	private final Wire wire;

	private final String unit;

	private final String checksum;

	ThrustTests(@Autowired Wire wire) {
		this.wire = wire;
		String origin = "http://localhost:" + wire.port();
		this.unit = "Man: \"" + origin + THRUST + "/unit\"; ns=16";
		this.checksum = "C-Man: \"" + origin + THRUST + "/checksum\"; ns=17";
	}

	@Test
	@Verifies({ "rfc9110-13.1.1b", "rfc9110-13.2.1e" })
	void aPreconditionIsEvaluatedAfterTheExtensions() {
		String precondition = "If-Match: \"no\"";
		assertThat(this.wire.send("M-GET", THRUST, this.unit, NEWTONS, precondition).status()).isEqualTo(412);
		assertThat(this.wire.send("M-GET", THRUST, this.unit, NEWTONS, "If-Match: *").status()).isEqualTo(200);
		assertThat(this.wire.send("M-GET", THRUST, precondition).status()).isEqualTo(510);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-None: 1", "Man:", "16-Unit: newton-seconds", "Opt: \"http://x.invalid/unknown\"" })
	@Verifies({ "rfc2774-5a", "rfc2774-7" })
	void aMandatoryRequestWithoutDeclarationIsNotFulfilled(String field) {
		Answer answer = this.wire.send("M-GET", THRUST, field);
		assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 510 Not Extended");
		assertNotFulfilled(answer);
		assertThat(answer.json().get("unsupported")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Man: \"http://x.invalid/unknown\"", "C-Man: \"http://x.invalid/unknown\"; ns=10",
			"Man: nonsense", "Man: \"http://x.invalid/a\", \"http://x.invalid/b\"" })
	@Verifies({ "rfc2774-5b", "rfc2774-7" })
	void anUnknownExtensionIsNotPassedOver(String field) {
		assertNotFulfilled(this.wire.send("M-GET", THRUST, field));
		Answer oneIsKnown = this.wire.send("M-GET", THRUST, this.unit, NEWTONS, field);
		assertNotFulfilled(oneIsKnown);
		assertThat(oneIsKnown.json().get("unsupported")).isNotEmpty();
		assertThat(oneIsKnown.json().get("unsupported").toString()).doesNotContain("/demo/thrust/unit");
	}

	@Test
	@Verifies("rfc2774-5b")
	void anExtensionOfAnotherScopeIsAnotherExtension() {
		assertNotFulfilled(this.wire.send("M-GET", THRUST, "C-" + this.unit, NEWTONS));
		assertNotFulfilled(this.wire.send("M-GET", THRUST, this.checksum.substring("C-".length())));
	}

	@Test
	@Verifies("rfc2774-7")
	void theProblemTellsAllThatAnExtendedRequestNeeds() {
		for (JsonNode extension : this.wire.send("M-GET", THRUST).json().get("extensions")) {
			String[] fields = extension.get("fields").valueStream().map(JsonNode::asString).toArray(String[]::new);
			Answer answer = this.wire.send(extension.get("method").asString(), THRUST, fields);
			assertThat(answer.status()).as(Arrays.toString(fields)).isEqualTo(200);
			String address = extension.get("uri").asString().replaceFirst("^http://[^/]+", "");
			assertThat(this.wire.get(address).json()).isEqualTo(extension);
		}
		assertThat(this.wire.get(THRUST + "/none").status()).isEqualTo(404);
	}

	@Test
	@Verifies({ "rfc2774-5.1a", "rfc2774-3.1" })
	void aSupportedExtensionIsObeyedAndAcknowledged() {
		Answer answer = this.wire.send("M-GET", THRUST, this.unit, NEWTONS);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.fieldLines("Ext")).containsExactly("");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-cache=\"Ext\", no-store");
		assertThat(answer.field("Vary")).isEqualTo("Man, 16-Unit");
		assertThat(answer.field("C-Ext")).isNull();
		assertThat(answer.json().get("unit").asString()).isEqualTo("newton-seconds");
		assertThat(answer.json().get("impulse").asDouble()).isEqualTo(444.82);
	}

	@Test
	@Verifies("rfc2774-3.1")
	void thePrefixIsTheClients() {
		Answer answer = this.wire.send("M-GET", THRUST, this.unit.replace("16", "4711"), "4711-Unit: pound-seconds");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Vary")).isEqualTo("Man, 4711-Unit");
		assertThat(answer.json().get("impulse").asDouble()).isEqualTo(100);
	}

	@Test
	@Verifies("rfc2774-5.1b")
	void anExtensionOfTheHopIsAcknowledgedToTheHopAlone() {
		try (Wire.Connection connection = this.wire.open()) {
			connection.write("M-GET %s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: C-Man, 17-Checksum\r\n%s\r\n\r\n"
				.formatted(THRUST, this.wire.port(), this.checksum));
			Answer answer = connection.read("M-GET");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.fieldLines("C-Ext")).containsExactly("");
			assertThat(List.of(answer.field("Connection").split(" *, *"))).contains("C-Ext", "17-Checksum");
			assertThat(answer.field("Ext")).isNull();
			CRC32 crc = new CRC32();
			crc.update(answer.content());
			assertThat(answer.field("17-Checksum")).isEqualTo("crc32=%08x".formatted(crc.getValue()));
			connection.write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(THRUST));
			assertThat(connection.read("GET").status()).as("the connection is kept").isEqualTo(200);
		}
	}

	@Test
	@Verifies({ "rfc2774-5.1a", "rfc2774-5.1b" })
	void bothAreAcknowledgedTogether() {
		Answer answer = this.wire.send("M-GET", THRUST, this.unit, NEWTONS, this.checksum);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.fieldLines("Ext")).containsExactly("");
		assertThat(answer.fieldLines("C-Ext")).containsExactly("");
		assertThat(answer.json().get("unit").asString()).isEqualTo("newton-seconds");
	}

	@Test
	void withoutDemandsTheServerTellsWhatItLikes() {
		for (String field : new String[] { "X-None: 1", NEWTONS, this.unit }) {
			Answer answer = this.wire.get(THRUST, field);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.json().get("unit").asString()).isEqualTo("pound-seconds");
			assertThat(answer.field("Ext")).isNull();
		}
	}

	@Test
	void anExtensionThatIsUsedWronglyIsABadRequest() {
		assertThat(this.wire.send("M-GET", THRUST, this.unit).status()).isEqualTo(400);
		Answer unknown = this.wire.send("M-GET", THRUST, this.unit, "16-Unit: furlongs");
		assertThat(unknown.status()).isEqualTo(400);
		assertThat(unknown.json().get("allowed").toString()).isEqualTo("[\"pound-seconds\",\"newton-seconds\"]");
		assertThat(this.wire.send("M-GET", THRUST, this.unit.replace("; ns=16", ""), NEWTONS).status()).isEqualTo(400);
	}

	@Test
	void onlyGetIsExtended() {
		Answer post = this.wire.exchange("M-POST", THRUST, "", this.unit, NEWTONS);
		assertThat(post.status()).isEqualTo(405);
		assertThat(post.field("Allow")).isEqualTo("GET, HEAD, M-GET, OPTIONS");
		assertThat(this.wire.send("M-FOOBAR", THRUST, this.unit, NEWTONS).status()).isEqualTo(501);
		assertNotFulfilled(this.wire.exchange("M-POST", THRUST, ""));
		assertThat(this.wire.send("DELETE", THRUST).field("Allow")).isEqualTo("GET, HEAD, M-GET, OPTIONS");
		assertThat(this.wire.send("OPTIONS", THRUST).field("Allow")).isEqualTo("GET, HEAD, M-GET, OPTIONS");
	}

	private static void assertNotFulfilled(Answer answer) {
		assertThat(answer.status()).isEqualTo(510);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("Ext")).isNull();
		assertThat(answer.field("C-Ext")).isNull();
		assertThat(answer.json().get("extensions").size()).isEqualTo(2);
		assertThat(answer.json().get("impulse")).isNull();
	}

}
