package dev.statuslab.recipe;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs as HTTP archives, held against what HAR 1.2 asks for. */
@LiveServer
class HarTests {

	private final Wire wire;

	HarTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "100-upload-asked-for", "101-web-socket", "103-early-hints", "104-resumable-upload",
			"204-saved", "206-single-range", "400-malformed-head", "400-two-hosts", "411-length-needed", "415-type",
			"431-huge-field", "501-unknown-coding" })
	void theArchiveIsWhole(String id) {
		JsonNode log = log(id);
		assertThat(log.get("version").asString()).isEqualTo("1.2");
		assertThat(log.at("/creator/name").asString()).isEqualTo("Statuslab");
		assertThat(log.at("/creator/version").asString()).isNotEmpty();
		assertThat(log.get("_verdict").asString()).isEqualTo("passed");
		assertThat(log.get("pages").findValuesAsString("id")).containsExactly("earns", "twin");
		for (JsonNode page : log.get("pages")) {
			assertThat(Instant.parse(page.get("startedDateTime").asString())).isBefore(Instant.now());
			assertThat(page.get("title").asString()).isNotEmpty();
			assertThat(page.get("pageTimings").isObject()).isTrue();
		}
		JsonNode run = this.wire.get("/recipes/" + id).json();
		assertThat(log.get("entries").size()).isEqualTo(run.at("/earns/steps").size() + run.at("/twin/steps").size());
		log.get("entries").forEach(HarTests::entry);
	}

	private static void entry(JsonNode entry) {
		assertThat(entry.get("pageref").asString()).isIn("earns", "twin");
		assertThat(Instant.parse(entry.get("startedDateTime").asString()))
			.isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
		assertThat(entry.get("cache").isObject()).isTrue();
		JsonNode timings = entry.get("timings");
		double total = 0;
		for (String name : List.of("send", "wait", "receive")) {
			assertThat(timings.get(name).asDouble()).isNotNegative();
			total += timings.get(name).asDouble();
		}
		assertThat(entry.get("time").asDouble()).isCloseTo(total, Offset.offset(0.01));
		JsonNode request = entry.get("request");
		assertThat(request.get("method").asString()).isNotEmpty();
		assertThat(URI.create(request.get("url").asString())).hasScheme("http").hasNoFragment();
		assertThat(request.get("queryString").isArray()).isTrue();
		message(request);
		JsonNode response = entry.get("response");
		assertThat(response.get("status").isInt()).isTrue();
		assertThat(response.get("statusText").isString()).isTrue();
		assertThat(response.get("redirectURL").isString()).isTrue();
		assertThat(response.at("/content/size").isIntegralNumber()).isTrue();
		assertThat(response.at("/content/mimeType").asString()).isNotEmpty();
		message(response);
	}

	private static void message(JsonNode message) {
		assertThat(message.get("httpVersion").asString()).matches("HTTP/.*|unknown");
		assertThat(message.get("cookies").isArray()).isTrue();
		assertThat(message.get("headersSize").asInt()).isNotZero();
		assertThat(message.get("bodySize").isIntegralNumber()).isTrue();
		for (JsonNode field : message.get("headers")) {
			assertThat(field.get("name").asString()).isNotEmpty();
			assertThat(field.get("value").isString()).isTrue();
		}
	}

	@Test
	void pipelinedRequestsAreToldApart() {
		JsonNode entries = log("204-saved").get("entries");
		JsonNode put = entries.get(1).get("request");
		JsonNode get = entries.get(2).get("request");
		assertThat(put.get("method").asString()).isEqualTo("PUT");
		assertThat(put.at("/postData/mimeType").asString()).isEqualTo("application/json");
		assertThat(put.get("bodySize").asInt()).isEqualTo(put.at("/postData/text").asString().length());
		assertThat(get.get("method").asString()).isEqualTo("GET");
		assertThat(get.get("url").asString()).startsWith("http://127.0.0.1:" + this.wire.port() + "/demo/documents/");
		assertThat(get.has("postData")).isFalse();
		assertThat(entries.get(2).at("/response/status").asInt()).isEqualTo(200);
	}

	@Test
	void contentThatIsSentLateIsTheRequestsOwn() {
		for (JsonNode entry : log("415-type").get("entries")) {
			JsonNode request = entry.get("request");
			assertThat(request.get("headersSize").asInt()).isPositive();
			// one step asks before it sends its content, and is refused
			boolean asks = request.get("headers").findValuesAsString("name").contains("Expect");
			assertThat(request.get("bodySize").asInt()).isEqualTo(asks ? 0 : length(request));
		}
	}

	private static int length(JsonNode request) {
		for (JsonNode field : request.get("headers")) {
			if ("Content-Length".equals(field.get("name").asString())) {
				return Integer.parseInt(field.get("value").asString());
			}
		}
		return 0;
	}

	@Test
	void chunksAreTakenApart() {
		JsonNode request = log("501-unknown-coding").get("entries").get(1).get("request");
		assertThat(request.at("/postData/text").asString()).isEqualTo("abc");
		assertThat(request.get("bodySize").asInt()).isGreaterThan(3);
	}

	@Test
	void whatTheFormatHasNoPlaceForIsBesideIt() {
		JsonNode hints = log("103-early-hints").get("entries");
		assertThat(hints.get(0).at("/response/status").asInt()).isEqualTo(200);
		assertThat(hints.get(0).at("/response/_interim/0/status").asInt()).isEqualTo(103);
		assertThat(hints.get(1).at("/response").has("_interim")).isFalse();
		assertThat(hints.get(1).has("_wire")).isFalse();
		assertThat(hints.get(0).get("_checks").findValuesAsString("verdict")).isNotEmpty().containsOnly("passed");
		JsonNode frame = log("101-web-socket").get("entries").get(1);
		assertThat(frame.at("/response/status").asInt()).isZero();
		assertThat(frame.at("/_wire/0/octets").asString()).isNotEmpty();
		JsonNode malformed = log("400-malformed-head").get("entries").get(0);
		assertThat(malformed.at("/_wire/0/octets").asString()).contains(malformed.at("/request/method").asString());
	}

	@Test
	void codedContentIsDecoded() {
		JsonNode content = null;
		JsonNode response = null;
		for (JsonNode entry : log("200-document").get("entries")) {
			if (entry.at("/response/headers").findValuesAsString("name").contains("Content-Encoding")) {
				response = entry.get("response");
				content = response.get("content");
			}
		}
		assertThat(content).isNotNull();
		assertThat(content.get("text").asString()).isEqualTo("Hello!\n");
		assertThat(content.get("size").asInt() - content.get("compression").asInt())
			.isEqualTo(response.get("bodySize").asInt());
	}

	@Test
	void theArchiveIsThereByAddressTooAndNothingElseIs() {
		Answer answer = this.wire.send("POST", "/recipes/304-entity-tag/runs?format=har", "Accept-Language: ko");
		assertThat(answer.field("Content-Type")).isEqualTo("application/har+json");
		assertThat(answer.field("Content-Disposition")).isEqualTo("attachment; filename=\"304-entity-tag.har\"");
		assertThat(answer.field("Content-Language")).isEqualTo("ko");
		assertThat(answer.json().at("/log/pages/0/title").asString()).containsPattern("\\p{IsHangul}");
		assertThat(this.wire.send("POST", "/recipes/304-entity-tag/runs?format=pdf").status()).isEqualTo(400);
		for (String accept : List.of("*/*", "application/json, application/har+json;q=0.5")) {
			Answer run = this.wire.send("POST", "/recipes/304-entity-tag/runs", "Accept: " + accept);
			assertThat(run.field("Content-Type")).isEqualTo("application/json");
			assertThat(run.field("Content-Disposition")).isNull();
			assertThat(run.json().has("log")).isFalse();
		}
	}

	private JsonNode log(String id) {
		Answer answer = this.wire.send("POST", "/recipes/" + id + "/runs", "Accept: application/har+json");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/har+json");
		return answer.json().get("log");
	}

}
