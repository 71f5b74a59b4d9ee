package dev.statuslab.lab.framing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Field;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Rehearsal;
import dev.statuslab.lab.Reply;
import dev.statuslab.lab.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What framing exercises say of clients that show something else. */
class FramingTests {

	private static final int A_MINUTE = 60_000;

	static Stream<Exercise> exercises() {
		return new Framing().exercises().stream();
	}

	@ParameterizedTest
	@MethodSource("exercises")
	void aClientThatTellsNothingIsNotJudged(Exercise exercise) {
		Rehearsal rehearsal = new Rehearsal(exercise);
		send(rehearsal, rehearsal.plan().get(0));
		assertThat(rehearsal.judge().key()).isEqualTo("pending");
		Finding finding = rehearsal.after(A_MINUTE).judge();
		assertThat(finding.verdict()).isEqualTo(Verdict.NOT_SEEN);
		assertThat(finding.key()).isIn("not-told", "no-second");
	}

	@ParameterizedTest
	@MethodSource("exercises")
	void aClientThatTellsNoContentDoesNotFail(Exercise exercise) {
		Rehearsal rehearsal = new Rehearsal(exercise);
		for (int i = 1; i <= rehearsal.plan().size(); i++) {
			send(rehearsal, rehearsal.plan().get(i - 1));
			rehearsal.tell(i, (String) null);
		}
		assertThat(rehearsal.judge().verdict()).isNotEqualTo(Verdict.FAILED);
	}

	@ParameterizedTest
	@MethodSource("exercises")
	void whatIsNotHttp1IsNotWrittenAsSuch(Exercise exercise) {
		Rehearsal rehearsal = new Rehearsal(exercise).over("HTTP/2.0");
		for (int i = 1; i <= rehearsal.plan().size(); i++) {
			Reply reply = send(rehearsal, rehearsal.plan().get(i - 1));
			assertThat(reply.sending().written()).isNull();
			assertThat(reply.fields()).extracting(Field::name).doesNotContain("Connection");
			rehearsal.tell(i, "nonsense");
		}
		boolean versionless = exercise instanceof Resumption || exercise instanceof UnmergedTrailers
				|| exercise.name().equals("framing-keep-alive");
		assertThat(rehearsal.judge().key().equals("other-version")).isNotEqualTo(versionless);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "framing-chunked", "framing-length-and-chunked", "framing-truncated-length", "framing-reset" })
	void headGetsNothingThatIsWritten(String name) {
		Rehearsal rehearsal = new Rehearsal(exercise(name));
		Reply reply = rehearsal.send(PlannedRequest.of("HEAD", rehearsal.plan().get(0).url()));
		assertThat(reply.sending()).isEqualTo(Reply.ok("").sending());
		rehearsal.tell(1, "");
		assertThat(rehearsal.judge().key()).isEqualTo("other-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "framing-304", "framing-head" })
	void anotherRequestThanThePlansIsNotJudged(String name) {
		Rehearsal rehearsal = new Rehearsal(exercise(name));
		PlannedRequest first = PlannedRequest.get(rehearsal.plan().get(0).url());
		assertThat(rehearsal.send(first).status()).isEqualTo(200);
		rehearsal.tell(1, "x");
		rehearsal.tell(2, "x");
		assertThat(rehearsal.judge().key()).isEqualTo("other-request");
	}

	@ParameterizedTest
	@CsvSource({ "framing-chunked, FAILED", "framing-length-and-chunked, NOTED", "framing-truncated-chunked, PASSED" })
	void whatAnErrorMeansDependsOnTheMessage(String name, Verdict verdict) {
		Rehearsal rehearsal = new Rehearsal(exercise(name));
		send(rehearsal, rehearsal.plan().get(0));
		rehearsal.fail(1, "broken");
		assertThat(rehearsal.judge().verdict()).isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			framing-resume         | Range: bytes=76-                                | 206 | no-condition
			framing-resume         | Range: bytes=76-151; If-Range: "edition-1"      | 206 | resumed
			framing-resume         | Range: bytes=76-; If-Range: "other"             | 200 | resumed
			framing-resume         | Range: bytes=999-                               | 200 | no-condition
			framing-resume         |                                                 | 200 | fetched-again
			framing-resume-changed | Range: bytes=76-; If-Range: "edition-1"         | 200 | resumed
			framing-resume-changed | Range: bytes=76-                                | 206 | misread
			framing-resume-changed | Range: bytes=76-; If-Match: "edition-1"         | 412 | misread
			framing-resume-weak    | Range: bytes=76-; If-Range: W/"edition-1"       | 200 | weak-condition
			framing-resume-weak    |                                                 | 200 | fetched-again
			""")
	void goingOnIsJudgedByWhatItLeadsTo(String name, String lines, int status, String key) {
		Rehearsal rehearsal = new Rehearsal(exercise(name));
		PlannedRequest get = rehearsal.plan().get(0);
		Reply first = send(rehearsal, get);
		assertThat(first.sending().breakOff()).isNotNull();
		Reply second = rehearsal.send(get, (lines != null) ? lines.split("; ") : new String[0]);
		assertThat(second.status()).isEqualTo(status);
		String half = new String(first.content()).substring(0, first.content().length / 2);
		rehearsal.tell(1,
				(second.status() == 206) ? half + new String(second.content()) : new String(second.content()));
		assertThat(rehearsal.judge().key()).isEqualTo(key);
	}

	@Test
	void whoGivesUpGoingOnIsNoted() {
		Rehearsal rehearsal = new Rehearsal(exercise("framing-resume-changed"));
		send(rehearsal, rehearsal.plan().get(0));
		rehearsal.fail(1, "incomplete");
		assertThat(rehearsal.judge().key()).isEqualTo("not-resumed");
		rehearsal.send(rehearsal.plan().get(0), "Range: bytes=76-", "If-Match: \"edition-1\"");
		rehearsal.fail(1, "412");
		assertThat(rehearsal.judge()).extracting(Finding::verdict, Finding::key)
			.containsExactly(Verdict.NOTED, "gave-up");
	}

	private static Exercise exercise(String name) {
		return exercises().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();
	}

	private static Reply send(Rehearsal rehearsal, PlannedRequest request) {
		List<String> lines = (request.fields() == null) ? List.of()
				: request.fields().entrySet().stream().map(FramingTests::line).toList();
		return rehearsal.send(request, lines.toArray(String[]::new));
	}

	private static String line(Map.Entry<String, String> field) {
		return field.getKey() + ": " + field.getValue();
	}

}
