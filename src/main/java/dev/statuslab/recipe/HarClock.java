package dev.statuslab.recipe;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.statuslab.recipe.Run.StepRun;
import dev.statuslab.wire.Capture.Event;

/**
 * When the steps of a run began. What is known of a step are times since its connection
 * was opened; that was when the step before was over, and the wait before this one.
 */
final class HarClock {

	private final Map<Integer, Instant> opened = new HashMap<>();

	private Instant now;

	HarClock(Instant started) {
		this.now = started;
	}

	/** Begins a scenario, which has connections of its own. */
	void begin() {
		this.opened.clear();
	}

	/** When the last step was over. */
	Instant now() {
		return this.now;
	}

	/**
	 * Goes on to the next step.
	 * @param run the step
	 * @return when its first octet went over the connection
	 */
	Instant start(StepRun run) {
		Instant open = this.opened.computeIfAbsent(run.connection(),
				(number) -> this.now.plusMillis(run.step().after()));
		List<Event> events = run.events();
		if (events.isEmpty()) {
			return this.now;
		}
		Instant start = open.plus(events.get(0).at());
		Duration last = events.get(events.size() - 1).at();
		this.now = later(this.now, open.plus(last));
		return start;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
