package dev.statuslab.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client has done at one exercise so far. Immutable.
 *
 * @param arrivals the requests that came, in order: the first {@value #MOST} of them
 * @param count how many came in all
 * @param told what the client said of them
 * @param last when the last of all this happened
 */
public record Attempt(List<Arrival> arrivals, int count, List<Told> told, Instant last) {

	/** How many arrivals are kept. */
	public static final int MOST = 40;

	/** After that long without a request an attempt is over. */
	public static final Duration QUIET = Duration.ofSeconds(2);

	public Attempt {
		arrivals = List.copyOf(arrivals);
		told = List.copyOf(told);
	}

	static Attempt begun(Instant now) {
		return new Attempt(List.of(), 0, List.of(), now);
	}

	/**
	 * The arrivals at one URL of the exercise.
	 * @param below the path below the exercise's own URL, as it stood on the wire; empty
	 * for that URL itself
	 * @return those arrivals, in order
	 */
	public List<Arrival> at(String below) {
		return this.arrivals.stream().filter((arrival) -> arrival.below().equals(below)).toList();
	}

	/**
	 * The first arrival at one URL of the exercise.
	 * @param below the path below the exercise's own URL
	 * @return the arrival, or nothing
	 */
	public Optional<Arrival> first(String below) {
		return at(below).stream().findFirst();
	}

	/**
	 * What the client said of a request.
	 * @param request which request of the plan, from 1
	 * @return what it said last, or nothing
	 */
	public Optional<Told> told(int request) {
		return this.told.stream().filter((one) -> one.request() == request).reduce((first, second) -> second);
	}

	/**
	 * Whether nothing more is to be expected: the client has told of the last request, or
	 * it has been quiet for {@link #QUIET}.
	 * @param now the time
	 * @param requests how many requests the plan has
	 * @return whether the attempt is over
	 */
	public boolean isOver(Instant now, int requests) {
		return isOver(now, requests, QUIET);
	}

	/**
	 * The same for an exercise that makes the client wait.
	 * @param now the time
	 * @param requests how many requests the plan has
	 * @param quiet how long a client may be quiet before it has given up
	 * @return whether the attempt is over
	 */
	public boolean isOver(Instant now, int requests, Duration quiet) {
		return told(requests).isPresent() || !now.isBefore(this.last.plus(quiet));
	}

	Attempt with(Arrival arrival) {
		List<Arrival> kept = this.arrivals;
		if (kept.size() < MOST) {
			kept = new ArrayList<>(kept);
			kept.add(arrival);
		}
		return new Attempt(kept, this.count + 1, this.told, later(arrival.at()));
	}

	/** The content of an arrival has come. */
	Attempt with(int number, Arrival.Content content, Instant now) {
		return new Attempt(this.arrivals.stream()
			.map((arrival) -> (arrival.number() == number) ? arrival.with(content) : arrival)
			.toList(), this.count, this.told, later(now));
	}

	Attempt with(Told one) {
		List<Told> kept = new ArrayList<>(this.told);
		kept.removeIf((other) -> other.request() == one.request());
		kept.add(one);
		return new Attempt(this.arrivals, this.count, kept, later(one.at()));
	}

	private Instant later(Instant time) {
		return time.isAfter(this.last) ? time : this.last;
	}

}
