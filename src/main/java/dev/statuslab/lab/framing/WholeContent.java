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
 * A client reads all of the content, and nothing beside it (RFC 9112 §6.3, §7.1).
 *
 * @param name the exercise's name
 * @param message the response to HTTP/1.1
 * @param refusable whether a client may refuse it, as one of two lengths (RFC 9112 §6.3)
 */
record WholeContent(String name, Function<Arrival, Reply> message, boolean refusable) implements Exercise {

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
		Optional<Finding> missing = Account.missingGet(attempt, now);
		if (missing.isPresent()) {
			return missing.get();
		}
		Told told = attempt.told(1).orElseThrow();
		if (this.refusable && Account.failed(told)) {
			return Finding.noted("refused", Account.error(told));
		}
		return Account.misread(told, Framing.CONTENT).orElseGet(() -> Finding.passed("read"));
	}

}
