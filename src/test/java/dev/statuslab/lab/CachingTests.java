package dev.statuslab.lab;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What caching exercises say of clients that show nothing. */
class CachingTests {

	private static final int A_MINUTE = 60_000;

	static Stream<Exercise> exercises() {
		return new Caching().exercises().stream();
	}

	@ParameterizedTest
	@MethodSource("exercises")
	void aClientWithoutACacheIsNotSeen(Exercise exercise) {
		Rehearsal rehearsal = new Rehearsal(exercise);
		List<PlannedRequest> plan = rehearsal.plan();
		for (int i = 0; i < plan.size(); i++) {
			assertThat(rehearsal.judge().key()).isEqualTo("pending");
			rehearsal.tell(i + 1, rehearsal.send(plan.get(i)));
		}
		assertThat(rehearsal.judge().verdict()).isEqualTo(Verdict.NOT_SEEN);
		assertThat(rehearsal.judge().key()).isIn("no-cache", "not-validated");
	}

	/** Reuse can't be told from giving up. */
	@ParameterizedTest
	@MethodSource("exercises")
	void aClientThatStopsAndTellsNothingIsNotSeen(Exercise exercise) {
		Rehearsal rehearsal = new Rehearsal(exercise);
		String first = rehearsal.plan().get(0).url();
		rehearsal.plan().stream().filter((one) -> one.method().equals("POST")).forEach(rehearsal::send);
		rehearsal.plan().stream().filter((one) -> !one.url().equals(first)).findFirst().ifPresent(rehearsal::send);
		rehearsal.send(rehearsal.plan().get(0));
		Finding finding = rehearsal.after(A_MINUTE).judge();
		assertThat(finding.verdict()).isEqualTo(Verdict.NOT_SEEN);
		assertThat(finding.key()).isIn("not-told", "not-validated");
	}

	@ParameterizedTest
	@MethodSource("exercises")
	void aClientThatTellsNonsenseDoesNotFail(Exercise exercise) {
		Rehearsal rehearsal = new Rehearsal(exercise);
		for (int i = 1; i <= rehearsal.plan().size(); i++) {
			rehearsal.send(rehearsal.plan().get(i - 1));
			rehearsal.tell(i, "Answer .");
		}
		assertThat(rehearsal.judge().verdict()).isEqualTo(Verdict.NOT_SEEN);
	}

}
