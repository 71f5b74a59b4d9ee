package dev.statuslab.demo.redirect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client that follows redirects brings to the target. */
@LiveServer
class FollowTests {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.ALWAYS)
		.build();

	private final Wire wire;

	FollowTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@CsvSource({ "301, POST, GET", "302, POST, GET", "303, POST, GET", "303, PUT, GET", "301, PUT, PUT",
			"307, POST, POST", "308, POST, POST", "307, PUT, PUT", "308, DELETE, DELETE" })
	void theCodeDecidesWhetherMethodAndContentSurvive(int code, String sent, String arrived) throws Exception {
		for (String query : new String[] { "", "?hops=3", "?hops=2&location=absolute" }) {
			JsonNode echo = JSON.readTree(follow(sent, "/demo/redirects/" + code + query).body());
			assertThat(echo.get("method").asString()).isEqualTo(arrived);
			assertThat(echo.get("body").asString()).isEqualTo("GET".equals(arrived) ? "" : "a basket");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/demo/checkout, /demo/checkout/standby", "/demo/v1/payments, /demo/v2/payments" })
	@Verifies({ "rfc9110-15.4.8a", "rfc9110-15.4.9a" })
	void aMovedEndpointLosesNothing(String address, String target) throws Exception {
		HttpResponse<String> response = follow("POST", address);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.uri().getPath()).isEqualTo(target);
		JsonNode arrived = JSON.readTree(response.body()).get("arrived");
		assertThat(arrived.get("method").asString()).isEqualTo("POST");
		assertThat(arrived.get("body").asString()).isEqualTo("a basket");
	}

	@ParameterizedTest
	@CsvSource({ "/demo/event, /demo/new-event", "/demo/today, /demo/editions/" })
	@Verifies({ "rfc9110-10.2.2c", "rfc9110-15.4.2a", "rfc9110-15.4.3a" })
	void aMovedPageIsReadThere(String address, String target) throws Exception {
		for (String method : new String[] { "GET", "POST" }) {
			HttpResponse<String> response = follow(method, address);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.request().method()).isEqualTo("GET");
			assertThat(response.uri().getPath()).startsWith(target);
		}
	}

	@Test
	void aClientGivesUpOnTheLoop() throws Exception {
		assertThat(follow("GET", "/demo/redirects/loop").statusCode()).isEqualTo(302);
	}

	private HttpResponse<String> follow(String method, String target) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.wire.port() + target))
			.method(method, "GET".equals(method) ? BodyPublishers.noBody() : BodyPublishers.ofString("a basket"))
			.build();
		return this.client.send(request, BodyHandlers.ofString());
	}

}
