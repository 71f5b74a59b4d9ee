package dev.statuslab.lab.caching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A cache asks with the validators that it was given: the entity tag above all (RFC 9111
 * §4.3.1).
 *
 * @param name the exercise's name
 * @param modified Last-Modified beside the entity tag; null for none
 */
record CacheValidator(String name, @Nullable String modified) implements Exercise {

	private static final String TAG = "\"lab-1\"";

	@Override
	public List<PlannedRequest> requests(String base) {
		return List.of(PlannedRequest.get(base), PlannedRequest.get(base));
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		Reply reply = CachedAnswers.validates(arrival) ? Reply.of(304) : Reply.ok(CachedAnswers.text(arrival.number()));
		reply = reply.field("ETag", TAG).field("Cache-Control", "no-cache").keepable();
		return (this.modified != null) ? reply.field("Last-Modified", this.modified) : reply;
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return CachedAnswers.shown(finding(attempt, now), attempt);
	}

	private Finding finding(Attempt attempt, Instant now) {
		Optional<Arrival> question = attempt.arrivals().stream().filter(CachedAnswers::validates).findFirst();
		if (question.isEmpty()) {
			return attempt.isOver(now, 2) ? Finding.notSeen("not-validated") : Finding.pending();
		}
		String tag = String.join(", ", question.get().values("If-None-Match"));
		if (tag.isEmpty()) {
			return Finding.failed("date-only");
		}
		return tag.equals(TAG) ? Finding.passed("asked-with-tag", tag) : Finding.failed("other-tag", tag, TAG);
	}

}
