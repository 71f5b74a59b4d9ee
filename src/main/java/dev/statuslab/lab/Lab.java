package dev.statuslab.lab;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.statuslab.http.ProblemException;

/**
 * A lab, and all that has happened in it. Immutable.
 *
 * @param id its unguessable name
 * @param created when it was opened
 * @param touched when something last happened in it
 * @param participants the clients by name, in the order in which they came
 * @param octets what all this takes in memory, about
 */
public record Lab(String id, Instant created, Instant touched, Map<String, Participant> participants, long octets) {

	/** How many clients share a lab at most. */
	static final int MOST = 32;

	/** What a lab, a client or an attempt takes by itself, in octets. */
	private static final int OVERHEAD = 200;

	static Lab opened(String id, Instant now) {
		return new Lab(id, now, now, Map.of(), OVERHEAD);
	}

	/**
	 * A client's attempt at an exercise.
	 * @param client the client's name
	 * @param exercise the exercise's name
	 * @return the attempt, or nothing if it has not begun
	 */
	public Optional<Attempt> attempt(String client, String exercise) {
		return Optional.ofNullable(this.participants.get(client))
			.flatMap((participant) -> participant.attempt(exercise));
	}

	/** A request has come; it gets its number. */
	Lab with(String client, String exercise, Arrival arrival) {
		Participant participant = participant(client);
		Attempt attempt = participant.attempt(exercise).orElseGet(() -> Attempt.begun(arrival.at()));
		boolean same = participant.lines().equals(arrival.lines());
		Arrival numbered = arrival.numbered(attempt.count() + 1).sharing(same ? participant.lines() : arrival.lines());
		int added = (attempt.arrivals().size() < Attempt.MOST)
				? numbered.octets() + (same ? 0 : numbered.lines().length()) : 0;
		return with(participant.with(exercise, attempt.with(numbered), numbered.lines()), added, arrival.at());
	}

	/** The content of an earlier request has come. */
	Lab with(String client, String exercise, int number, Arrival.Content content, Instant now) {
		Participant participant = participant(client);
		Attempt attempt = participant.attempt(exercise).orElseGet(() -> Attempt.begun(now));
		return with(participant.with(exercise, attempt.with(number, content, now), null), content.beginning().length(),
				now);
	}

	/** The client has said something. */
	Lab with(String client, String exercise, Told told) {
		Participant participant = participant(client);
		Attempt attempt = participant.attempt(exercise).orElseGet(() -> Attempt.begun(told.at()));
		return with(participant.with(exercise, attempt.with(told), null), told.octets(), told.at());
	}

	private Participant participant(String client) {
		Participant known = this.participants.get(client);
		if (known == null && this.participants.size() >= MOST) {
			throw new ProblemException(409, "This lab has all the clients that one takes. Open another lab.")
				.with("limit", MOST);
		}
		return (known != null) ? known : new Participant(client, Map.of(), "");
	}

	private Lab with(Participant participant, int added, Instant now) {
		Map<String, Participant> changed = new LinkedHashMap<>(this.participants);
		Participant before = changed.put(participant.name(), participant);
		int begun = participant.attempts().size() - ((before != null) ? before.attempts().size() : -1);
		return new Lab(this.id, this.created, now.isAfter(this.touched) ? now : this.touched, changed,
				this.octets + added + (long) begun * OVERHEAD);
	}

}
