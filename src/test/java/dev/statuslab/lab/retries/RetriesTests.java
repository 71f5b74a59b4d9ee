package dev.statuslab.lab.retries;

import dev.statuslab.lab.Field;
import dev.statuslab.lab.Rehearsal;
import dev.statuslab.lab.Reply;
import dev.statuslab.lab.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the exercises about retries draw their lines. */
class RetriesTests {

	/** A date is of whole seconds: 2.5 s here, and a client may round. */
	@ParameterizedTest
	@CsvSource({ "false, 0, FAILED", "false, 1900, FAILED", "false, 1960, PASSED", "false, 2000, PASSED",
			"false, 60000, PASSED", "true, 0, FAILED", "true, 1400, FAILED", "true, 1600, PASSED",
			"true, 2500, PASSED" })
	void retryAfterIsWaitedFor(boolean date, long milliseconds, Verdict verdict) {
		Rehearsal rehearsal = new Rehearsal(new RetryAfter(503, date));
		Reply first = rehearsal.send(rehearsal.plan().get(0));
		assertThat(first.fields()).contains(new Field("Retry-After", date ? "Mon, 23 Nov 2026 08:00:03 GMT" : "2"));
		assertThat(rehearsal.judge().key()).isEqualTo("pending");
		assertThat(rehearsal.after(milliseconds).send(rehearsal.plan().get(0)).status()).isEqualTo(200);
		assertThat(rehearsal.judge().verdict()).isEqualTo(verdict);
	}

	@Test
	void whoDoesNotRepeatIsNotSeen() {
		Rehearsal rehearsal = new Rehearsal(new RetryAfter(429, false));
		rehearsal.send(rehearsal.plan().get(0));
		assertThat(rehearsal.after(5000).judge().key()).isEqualTo("pending");
		assertThat(rehearsal.after(2000).judge().key()).isEqualTo("not-repeated");
	}

	@ParameterizedTest
	@CsvSource({ "'', NOT_SEEN, not-repeated", "'10', NOTED, once-more", "'10 10 10', NOTED, steady",
			"'10 12 14', NOTED, steady", "'10 20 40', PASSED, backs-off", "'100 150 151', PASSED, backs-off" })
	void pausesAreToGrow(String pauses, Verdict verdict, String key) {
		Rehearsal rehearsal = new Rehearsal(new RetryBackOff());
		rehearsal.send(rehearsal.plan().get(0));
		for (String pause : pauses.isEmpty() ? new String[0] : pauses.split(" ")) {
			rehearsal.after(Long.parseLong(pause)).send(rehearsal.plan().get(0));
		}
		assertThat(rehearsal.judge().key()).isEqualTo("pending");
		rehearsal.tell(1, "Not now.");
		assertThat(rehearsal.judge().verdict()).isEqualTo(verdict);
		assertThat(rehearsal.judge().key()).isEqualTo(key);
	}

	@Test
	void twentyRequestsAreNotTooMany() {
		Rehearsal rehearsal = new Rehearsal(new RetryBackOff());
		for (int i = 0; i < 20; i++) {
			rehearsal.after(i).send(rehearsal.plan().get(0));
		}
		assertThat(rehearsal.judge().key()).isEqualTo("pending");
		rehearsal.send(rehearsal.plan().get(0));
		assertThat(rehearsal.judge().key()).isEqualTo("endless");
	}

}
