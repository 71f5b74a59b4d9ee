package dev.statuslab.demo.capacity;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import dev.statuslab.demo.capacity.Pools.Work;
import dev.statuslab.http.HttpDates;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.RetryForm;
import dev.statuslab.store.CaffeineStores;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Workers that can all be busy. */
@LiveServer
class PoolTests {

	private static final Preconditions UNCONDITIONAL = Preconditions.of((name) -> List.of());

	private final Wire wire;

	private final String pool = "/demo/pool/" + UUID.randomUUID();

	PoolTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies("rfc9110-15.6.4b")
	void theThirdOfThreeIsRefusedUntilAWorkerIsFree() {
		try (Connection one = occupy(3); Connection two = occupy(2)) {
			awaitBusy(2);
			assertThat(this.wire.get(this.pool).json().toString()).isEqualTo("{\"workers\":2,\"busy\":2}");
			Answer refused = this.wire.json("POST", this.pool, "{\"seconds\":1}");
			assertThat(refused.status()).isEqualTo(503);
			assertThat(refused.field("Retry-After")).isIn("1", "2");
			assertThat(refused.field("Content-Type")).isEqualTo("application/problem+json");
			assertThat(refused.json().get("limit").asInt()).isEqualTo(2);
			Answer done = two.read("POST");
			assertThat(done.status()).isEqualTo(200);
			assertThat(done.field("Retry-After")).isNull();
			assertThat(done.field("Cache-Control")).isEqualTo("no-store");
			assertThat(this.wire.json("POST", this.pool, "{\"seconds\":1}").status()).isEqualTo(200);
			assertThat(one.read("POST").status()).isEqualTo(200);
		}
		assertThat(this.wire.get(this.pool).json().toString()).isEqualTo("{\"workers\":2,\"busy\":0}");
	}

	@Test
	void anotherPoolHasWorkersOfItsOwn() {
		try (Connection one = occupy(5); Connection two = occupy(5)) {
			awaitBusy(2);
			assertThat(this.wire.json("POST", this.pool + "-other", "{\"seconds\":1}").status()).isEqualTo(200);
		}
	}

	@Test
	void theMomentCanBeADate() {
		try (Connection one = occupy(5); Connection two = occupy(5)) {
			awaitBusy(2);
			Answer refused = this.wire.send("POST", this.pool + "?as=date");
			assertThat(refused.status()).isEqualTo(503);
			assertThat(HttpDates.parse(refused.field("Retry-After")).orElseThrow()).isBetween(Instant.now(),
					Instant.now().plusSeconds(6));
		}
	}

	@Test
	void aClientThatResetsItsStreamSetsTheWorkerFree() throws Exception {
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
		URI address = URI.create("http://localhost:" + this.wire.port() + this.pool);
		HttpRequest read = HttpRequest.newBuilder(address).build();
		assertThat(client.send(read, BodyHandlers.ofString()).version()).isEqualTo(HttpClient.Version.HTTP_2);
		HttpRequest occupy = HttpRequest.newBuilder(address)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"seconds\":10}"))
			.build();
		CompletableFuture<?> answer = client.sendAsync(occupy, BodyHandlers.ofString());
		awaitBusy(1);
		answer.cancel(true);
		awaitBusy(0);
	}

	@Test
	void aClientThatClosesItsConnectionSetsTheWorkerFree() {
		try (Connection connection = occupy(10)) {
			awaitBusy(1);
		}
		awaitBusy(0);
	}

	@Test
	void anUnknownFormOccupiesNoWorker() {
		assertThat(this.wire.send("POST", this.pool + "?as=weeks").status()).isEqualTo(400);
		assertThat(this.wire.get(this.pool).json().get("busy").asInt()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "11", "-2", "1.25" })
	void aTimeOutOfRangeOccupiesNoWorker(String seconds) {
		Answer answer = this.wire.json("POST", this.pool, "{\"seconds\":" + seconds + "}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().at("/allowed/maximum").asInt()).isEqualTo(10);
		assertThat(this.wire.get(this.pool).json().get("busy").asInt()).isZero();
	}

	@Test
	void aKeyHasABoundedAlphabet() {
		assertThat(this.wire.get("/demo/pool/a*b").status()).isEqualTo(400);
		assertThat(this.wire.send("POST", "/demo/pool/a*b").status()).isEqualTo(400);
	}

	@Test
	void aPoolThatIsAskedByManyAtOnceGivesNoWorkerTwice() {
		ConcurrentHashMap<Integer, Boolean> taken = new ConcurrentHashMap<>();
		try (Pools pools = pools(100)) {
			IntStream.range(0, 16).parallel().forEach((number) -> {
				try {
					pools.occupy("key", Duration.ofSeconds(10), UNCONDITIONAL);
					taken.put(number, true);
				}
				catch (ExhaustedException ex) {
					// as most must
				}
			});
			assertThat(taken).hasSize(Pool.WORKERS);
		}
	}

	@Test
	void allPoolsTogetherAreBounded() {
		try (Pools pools = pools(3)) {
			Work first = pools.occupy("a", Duration.ofSeconds(10), UNCONDITIONAL);
			pools.occupy("a", Duration.ofSeconds(10), UNCONDITIONAL);
			pools.occupy("b", Duration.ofSeconds(5), UNCONDITIONAL);
			assertThatThrownBy(() -> pools.occupy("c", Duration.ofSeconds(1), UNCONDITIONAL))
				.isInstanceOfSatisfying(ExhaustedException.class, (ex) -> {
					assertThat(ex.problem().members()).containsEntry("limit", 3);
					assertThat(ex.retryAfter(RetryForm.SECONDS).fields()).containsEntry("Retry-After", "5");
				});
			first.abandon();
			pools.occupy("c", Duration.ofSeconds(1), UNCONDITIONAL);
		}
	}

	@Test
	void aRefusedRequestTakesNothingFromTheBound() {
		try (Pools pools = pools(3)) {
			Work first = pools.occupy("a", Duration.ofSeconds(10), UNCONDITIONAL);
			pools.occupy("a", Duration.ofSeconds(10), UNCONDITIONAL);
			for (int i = 0; i < 5; i++) {
				assertThatThrownBy(() -> pools.occupy("a", Duration.ofSeconds(1), UNCONDITIONAL))
					.isInstanceOfSatisfying(ExhaustedException.class,
							(ex) -> assertThat(ex.problem().members()).containsEntry("limit", 2));
			}
			assertThat(pools.busy("a")).isEqualTo(2);
			first.abandon();
			first.abandon();
			assertThat(first.released()).isCompletedExceptionally();
			assertThat(pools.busy("a")).isEqualTo(1);
			pools.occupy("b", Duration.ofSeconds(1), UNCONDITIONAL);
			pools.occupy("b", Duration.ofSeconds(1), UNCONDITIONAL);
			assertThatThrownBy(() -> pools.occupy("c", Duration.ofSeconds(1), UNCONDITIONAL))
				.isInstanceOf(ExhaustedException.class);
		}
	}

	private static Pools pools(int bound) {
		Instant now = Instant.now();
		return new Pools(new CaffeineStores(10, Duration.ofHours(1)), () -> now, bound);
	}

	private Connection occupy(int seconds) {
		Connection connection = this.wire.open();
		String content = "{\"seconds\":" + seconds + "}";
		connection.write("POST " + this.pool + " HTTP/1.1\r\nHost: localhost:" + this.wire.port()
				+ "\r\nContent-Type: application/json\r\nContent-Length: " + content.length() + "\r\n\r\n" + content);
		return connection;
	}

	private void awaitBusy(int workers) {
		Instant deadline = Instant.now().plusSeconds(2);
		while (this.wire.get(this.pool).json().get("busy").asInt() != workers) {
			assertThat(Instant.now()).isBefore(deadline);
		}
	}

}
