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
import dev.statuslab.lab.Told;

/**
 * A 304 stands for the stored response: its content is what the client gets (RFC 9111
 * §4.3.3), and its fields are brought up to date (RFC 9111 §4.3.4).
 *
 * @param name the exercise's name
 * @param freshens whether the 304 says that the response is fresh from now on, and it is
 * asked for once more
 */
record CacheNotModified(String name, boolean freshens) implements Exercise {

	private static final String TAG = "\"lab-1\"";

	@Override
	public boolean needsTelling() {
		return true;
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		PlannedRequest get = PlannedRequest.get(base);
		return this.freshens ? List.of(get, get, get) : List.of(get, get);
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		boolean stored = CachedAnswers.validates(arrival);
		Reply reply = stored ? Reply.of(304) : Reply.ok(CachedAnswers.text(arrival.number()));
		return reply.field("ETag", TAG)
			.field("Cache-Control", (stored && this.freshens) ? "max-age=600" : "no-cache")
			.keepable();
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return CachedAnswers.shown(finding(attempt, now), attempt);
	}

	private Finding finding(Attempt attempt, Instant now) {
		if (!attempt.isOver(now, this.freshens ? 3 : 2)) {
			return Finding.pending();
		}
		long questions = attempt.arrivals().stream().filter(CachedAnswers::validates).count();
		if (questions == 0) {
			return Finding.notSeen("not-validated");
		}
		if (this.freshens && questions > 1) {
			return Finding.noted("asked-needlessly");
		}
		Optional<Told> told = attempt.told(this.freshens ? 3 : 2).filter(CacheNotModified::saysWhatCame);
		if (told.isEmpty() || CachedAnswers.told(attempt, 1).isEmpty()) {
			return Finding.notSeen("not-told");
		}
		if (CachedAnswers.same(attempt, 1, told.get().request())) {
			return this.freshens ? Finding.passed("freshened") : Finding.passed("stored-used");
		}
		if (this.freshens) {
			return Finding.notSeen("stored-lost");
		}
		return told.get().saw(304) ? Finding.failed("shown-304") : Finding.failed("stored-lost");
	}

	private static boolean saysWhatCame(Told told) {
		return told.content() != null || told.error() != null || told.saw(304);
	}

}
