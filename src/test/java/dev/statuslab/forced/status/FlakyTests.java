package dev.statuslab.forced.status;

import java.util.List;
import java.util.stream.IntStream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
class FlakyTests {

	private final Wire wire;

	FlakyTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void itFailsTwiceAndSucceedsAndBeginsAnew() {
		assertThat(statuses("/flaky/default", 6)).isEqualTo(List.of(503, 503, 200, 503, 503, 200));
	}

	@Test
	void numberAndCodeAreTheCallers() {
		assertThat(statuses("/flaky/chosen?failures=3&status=429", 4)).isEqualTo(List.of(429, 429, 429, 200));
		assertThat(statuses("/flaky/never?failures=0", 2)).isEqualTo(List.of(200, 200));
	}

	@Test
	void aFailureIsTheCodeInFull() {
		Answer answer = this.wire.get("/flaky/in-full?header=X-A:b&retry-after=2");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.field("Retry-After")).isEqualTo("2");
		assertThat(answer.field("X-A")).isEqualTo("b");
		assertThat(answer.field("Flaky-Attempt")).isEqualTo("1");
		assertThat(answer.field("Statuslab")).isEqualTo("forced");
	}

	@Test
	void anotherKeyIsAnothersAffair() {
		assertThat(statuses("/flaky/mine?failures=1", 1)).isEqualTo(List.of(503));
		assertThat(statuses("/flaky/yours?failures=1", 2)).isEqualTo(List.of(503, 200));
		assertThat(statuses("/flaky/mine?failures=1", 1)).isEqualTo(List.of(200));
	}

	@Test
	void attemptsAtOnceAreCountedEach() {
		List<Integer> statuses = IntStream.range(0, 40)
			.parallel()
			.mapToObj((index) -> this.wire.get("/flaky/crowd?failures=39").status())
			.toList();
		assertThat(statuses).filteredOn((status) -> status == 200).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/flaky/a%20b", "/flaky/x?failures=-1", "/flaky/x?failures=101", "/flaky/x?failures=two",
			"/flaky/x?status=99", "/flaky/x?status=101", "/flaky/x?header=Set-Cookie:a" })
	void aMistakeIsAProblemAndNoAttempt(String target) {
		Answer answer = this.wire.get(target);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(this.wire.get("/flaky/x?failures=1").field("Flaky-Attempt")).isEqualTo("1");
		assertThat(this.wire.get("/flaky/x?failures=1").status()).isEqualTo(200);
	}

	private List<Integer> statuses(String target, int times) {
		return IntStream.range(0, times).mapToObj((index) -> this.wire.get(target).status()).toList();
	}

}
