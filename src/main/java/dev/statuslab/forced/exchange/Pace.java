package dev.statuslab.forced.exchange;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How fast content is sent.
 *
 * @param octets how many at a time, at least 1
 * @param interval the time between two such pieces
 */
public record Pace(int octets, Duration interval) {

	/** An octet every ten milliseconds. */
	static final Pace DRIBBLE = new Pace(1, Duration.ofMillis(10));

	public Pace {
		if (octets < 1 || interval.isNegative()) {
			throw new IllegalArgumentException("At least one octet at a time, and no negative interval");
		}
	}

	/**
	 * How long some content takes.
	 * @param pace the pace; without one it goes out at once
	 * @param length octets of the content
	 * @return the time from the first piece to the last
	 */
	static Duration time(@Nullable Pace pace, int length) {
		if (pace == null || length <= pace.octets()) {
			return Duration.ZERO;
		}
		return pace.interval().multipliedBy((length - 1) / pace.octets());
	}

}
