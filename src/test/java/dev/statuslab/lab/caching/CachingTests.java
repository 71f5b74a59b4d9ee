package dev.statuslab.lab.caching;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Rehearsal;
import dev.statuslab.lab.Reply;
import dev.statuslab.lab.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
			rehearsal.tell(i + 1, send(rehearsal, plan.get(i)));
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
		rehearsal.plan().stream().filter((one) -> one.method().equals("POST")).forEach((one) -> send(rehearsal, one));
		rehearsal.plan()
			.stream()
			.filter((one) -> !one.url().equals(first))
			.findFirst()
			.ifPresent((one) -> send(rehearsal, one));
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
			send(rehearsal, rehearsal.plan().get(i - 1));
			rehearsal.tell(i, "Answer .");
		}
		assertThat(rehearsal.judge().verdict()).isEqualTo(Verdict.NOT_SEEN);
	}

	@ParameterizedTest
	@CsvSource({ "0, no-pause, NOT_SEEN", "1900, no-pause, NOT_SEEN", "2100, kept-too-long, FAILED" })
	void anAnswerBecomesStaleOnlyWithTime(long milliseconds, String key, Verdict verdict) {
		Rehearsal rehearsal = new Rehearsal(new CacheForgets("any", 1, false));
		Reply answer = rehearsal.send(rehearsal.plan().get(0));
		rehearsal.tell(1, answer);
		rehearsal.tell(2, answer);
		rehearsal.after(milliseconds).tell(3, answer);
		assertThat(rehearsal.judge().key()).isEqualTo(key);
		assertThat(rehearsal.judge().verdict()).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource({ "en, reused-wrongly, FAILED", "de, no-language, NOT_SEEN" })
	void aClientThatCannotChooseItsLanguageDoesNotFail(String language, String key, Verdict verdict) {
		Exercise vary = exercises().filter((one) -> one.name().equals("cache-vary")).findFirst().orElseThrow();
		Rehearsal rehearsal = new Rehearsal(vary);
		Reply answer = rehearsal.send(rehearsal.plan().get(2), "Accept-Language: " + language);
		rehearsal.tell(3, answer);
		rehearsal.tell(4, answer);
		assertThat(rehearsal.judge().key()).isEqualTo(key);
		assertThat(rehearsal.judge().verdict()).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none",
			value = { "none, 200, not-told", "'', 200, stored-lost", "'', 304, shown-304", "none, 304, shown-304",
					"Answer 2., 200, stored-lost", "Answer 1., 200, stored-used", "Answer 1., 304, stored-used" })
	void after304TheStoredContentCounts(String content, int status, String key) {
		Rehearsal rehearsal = new Rehearsal(new CacheNotModified("any", false));
		rehearsal.tell(1, rehearsal.send(rehearsal.plan().get(0)));
		assertThat(rehearsal.send(rehearsal.plan().get(1), "If-None-Match: \"lab-1\"").status()).isEqualTo(304);
		rehearsal.tell(2, status, content);
		assertThat(rehearsal.judge().key()).isEqualTo(key);
	}

	private static Reply send(Rehearsal rehearsal, PlannedRequest request) {
		Map<String, String> fields = (request.fields() != null) ? request.fields() : Map.of();
		return rehearsal.send(request,
				fields.entrySet().stream().map((one) -> one.getKey() + ": " + one.getValue()).toArray(String[]::new));
	}

}
