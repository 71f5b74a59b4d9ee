package dev.statuslab.lab.framing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.Reply;
import dev.statuslab.lab.Told;

/**
 * A client notices that content is incomplete (RFC 9112 §8).
 *
 * @param name the exercise's name
 * @param message the response to HTTP/1.1
 */
record BrokenContent(String name, Function<Arrival, Reply> message) implements Exercise {

	@Override
	public boolean needsTelling() {
		return true;
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return Framing.isWritten(arrival) ? this.message.apply(arrival) : Reply.ok(Framing.CONTENT);
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		Optional<Told> content = attempt.told(1).filter((told) -> !Account.failed(told));
		if (content.isEmpty() && attempt.arrivals().stream().filter(BrokenContent::isBroken).count() > 1) {
			return Finding.passed("fetches-again");
		}
		Optional<Finding> missing = Account.missingGet(attempt, now);
		if (missing.isPresent()) {
			return missing.get();
		}
		Told told = attempt.told(1).orElseThrow();
		return Account.failed(told) ? Finding.passed("noticed", Account.error(told)) : Account.unnoticed(told);
	}

	private static boolean isBroken(Arrival arrival) {
		return Framing.isWritten(arrival) && arrival.method().equals("GET");
	}

}
