package dev.statuslab.lab;

import java.time.Instant;
import java.util.List;

/**
 * An exercise: what a client is asked to do, what it is answered, and what that tells of
 * it. It remembers nothing: everything follows from the attempt. Its texts are data, in
 * {@code resources/lab}.
 */
public interface Exercise {

	/**
	 * Its name, unique among all.
	 * @return lower case letters, digits and hyphens
	 */
	String name();

	/**
	 * What the client is asked to do, in order: one GET, if it says nothing else.
	 * @param base the absolute URL of the exercise; everything below it belongs to it,
	 * but for {@code /told}
	 * @return at least one request
	 */
	default List<PlannedRequest> requests(String base) {
		return List.of(PlannedRequest.get(base));
	}

	/**
	 * Answers a request.
	 * @param attempt the attempt as it is now, with this arrival
	 * @param arrival the arrival
	 * @param origins where the exercise is
	 * @return the reply
	 */
	Reply reply(Attempt attempt, Arrival arrival, Origins origins);

	/**
	 * Judges an attempt that has begun.
	 * @param attempt the attempt
	 * @param now the time
	 * @return the finding
	 */
	Finding judge(Attempt attempt, Instant now);

	/**
	 * Whether arrivals alone are not enough to judge: the client has to tell what it made
	 * of the answer.
	 * @return whether adapters must tell
	 */
	default boolean needsTelling() {
		return false;
	}

	/**
	 * Whether the content of a request is read before it is answered, which sends a 100
	 * to a client that waits for one. An exercise that wants to see what a client does
	 * without one says no, and its replies say what happens: {@link Reply#hearing}.
	 * @return whether the arrival has its content when it is answered
	 */
	default boolean readsContentFirst() {
		return true;
	}

}
