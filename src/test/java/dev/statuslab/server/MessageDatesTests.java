package dev.statuslab.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.statuslab.http.HttpDates;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Date is when a message goes out, and nothing was modified later than that. */
@LiveServer
class MessageDatesTests {

	private static final String MODIFIED = "/response-headers?Last-Modified=";

	private static final String FUTURE = "Wed, 21 Oct 2099 07:28:00 GMT";

	private static final String PAST = "Wed, 21 Oct 2015 07:28:00 GMT";

	private final HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

	private final Wire wire;

	MessageDatesTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies("rfc9110-8.8.2.1b")
	void aModificationInTheFutureIsToldAsNow() throws Exception {
		Answer answer = this.wire.get(MODIFIED + FUTURE.replace(" ", "%20"));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Last-Modified")).isNotEqualTo(FUTURE).isEqualTo(answer.field("Date"));
		assertThat(this.wire.get(MODIFIED + PAST.replace(" ", "%20")).field("Last-Modified")).isEqualTo(PAST);
		HttpHeaders fields = http2(MODIFIED + FUTURE.replace(" ", "%20"));
		assertThat(fields.firstValue("last-modified")).isPresent().isEqualTo(fields.firstValue("date"));
		assertThat(http2(MODIFIED + PAST.replace(" ", "%20")).firstValue("last-modified")).hasValue(PAST);
	}

	@Test
	@Verifies("rfc9110-8.8.2.1a")
	void nothingIsModifiedAfterItIsSent() {
		String json = "{\"title\":\"t\",\"content\":\"c\"}";
		Answer created = this.wire.json("POST", "/demo/documents", json);
		Answer order = this.wire.json("POST", "/demo/orders", "{\"item\":\"tea\",\"quantity\":1}");
		String upload = "/demo/uploads/" + UUID.randomUUID();
		this.wire.exchange("PUT", upload, "x", "Authorization: Bearer upload-key", "Content-Type: text/plain");
		List<Answer> answers = new ArrayList<>(List.of(created));
		answers.add(this.wire.json("PUT", created.field("Location"), json, "If-Match: *"));
		for (String target : List.of(created.field("Location"), order.field("Location"), upload, "/demo/documents/1",
				"/demo/media/numbers.txt", "/cache", MODIFIED + FUTURE.replace(" ", "%20"))) {
			answers.add(this.wire.get(target));
		}
		assertThat(answers).allSatisfy((answer) -> assertThat(date(answer.field("Last-Modified")))
			.isBeforeOrEqualTo(date(answer.field("Date"))));
	}

	@Test
	void whatTookTimeHasTheDateOfItsEnd() throws Exception {
		Instant asked = Instant.now();
		assertThat(date(http2("/delay/2").firstValue("date").orElseThrow())).isAfter(asked.plusMillis(900));
		assertThat(date(http2("/get").firstValue("date").orElseThrow())).isBeforeOrEqualTo(Instant.now());
	}

	@Test
	void theDateOfAStoredResponseStays() throws InterruptedException {
		String target = "/demo/gateway/healthy?" + UUID.randomUUID();
		Answer first = this.wire.get(target);
		Thread.sleep(1100);
		Answer stored = this.wire.get(target);
		assertThat(stored.field("Age")).matches("[1-9]");
		assertThat(stored.fieldLines("Date")).containsExactly(first.field("Date"));
		Answer anew = this.wire.get(target, "Cache-Control: no-cache");
		assertThat(date(anew.field("Date"))).isAfter(date(first.field("Date")));
	}

	private HttpHeaders http2(String target) throws Exception {
		URI address = URI.create("http://localhost:" + this.wire.port() + target);
		HttpResponse<Void> response = this.http2.send(HttpRequest.newBuilder(address).build(),
				BodyHandlers.discarding());
		assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
		assertThat(response.statusCode()).isEqualTo(200);
		return response.headers();
	}

	private static Instant date(String text) {
		return HttpDates.parse(text).orElseThrow();
	}

}
