package dev.statuslab.lab.unknown;

import java.time.Instant;
import java.util.Optional;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.Reply;
import dev.statuslab.lab.Told;

/**
 * A code that nobody has registered is to be treated as x00 of its class (RFC 9110 §15).
 *
 * @param code the status code
 */
record UnknownCode(int code) implements Exercise {

	private static final String NEXT = "/next";

	@Override
	public String name() {
		return "unknown-" + this.code;
	}

	@Override
	public boolean needsTelling() {
		return true;
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		if (!arrival.below().isEmpty()) {
			return Reply.ok("followed\n");
		}
		Reply reply = Reply.of(this.code).text("The content of a " + this.code + ".\n");
		return (this.code / 100 == 3) ? reply.field("Location", origins.path() + NEXT) : reply;
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		if (attempt.first(NEXT).isPresent()) {
			return Finding.noted("followed");
		}
		Optional<Told> told = attempt.told(1);
		if (told.isEmpty()) {
			return attempt.isOver(now, 1) ? Finding.notSeen("not-told") : Finding.pending();
		}
		return switch (this.code / 100) {
			case 2 -> success(told.get());
			case 3 -> (told.get().error() != null) ? Finding.failed("error-told", this.code, told.get().error())
					: Finding.passed("taken", this.code);
			default -> Boolean.TRUE.equals(told.get().success()) ? Finding.failed("success-told", this.code)
					: Finding.passed("failure-told", this.code);
		};
	}

	private Finding success(Told told) {
		if (told.error() != null || Boolean.FALSE.equals(told.success())) {
			return Finding.failed("error-told", this.code, (told.error() != null) ? told.error() : "success=false");
		}
		return Finding.passed("taken", this.code);
	}

}
