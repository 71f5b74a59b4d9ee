package dev.statuslab.lab.interim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Field;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.Reply;
import dev.statuslab.lab.Told;

/**
 * The final response comes after interim ones that the client did not ask for.
 *
 * @param name the exercise's name
 * @param before the interim responses, in order
 */
record Interim(String name, List<Reply.Interim> before) implements Exercise {

	private static final String CONTENT = "the final content";

	@Override
	public boolean needsTelling() {
		return true;
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		Reply reply = Reply.ok(CONTENT + "\n");
		for (Reply.Interim one : this.before) {
			reply = reply.interim(one.status(), one.fields().toArray(Field[]::new));
		}
		return reply;
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		Optional<Told> told = attempt.told(1);
		if (told.isEmpty()) {
			return attempt.isOver(now, 1) ? Finding.notSeen("not-told") : Finding.pending();
		}
		if (told.get().error() != null) {
			return Finding.failed("error-told", told.get().error());
		}
		if (told.get().status() == null) {
			return Finding.notSeen("not-told");
		}
		if (!told.get().saw(200)) {
			return Finding.failed("interim-taken", told.get().status());
		}
		String content = told.get().content();
		return (content == null || content.strip().equals(CONTENT)) ? Finding.passed("final-read")
				: Finding.failed("other-content", content.strip());
	}

}
