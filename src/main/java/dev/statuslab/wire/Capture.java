package dev.statuslab.wire;

import java.time.Duration;
import java.util.List;

/**
 * What went over one connection, both ways, in order.
 *
 * @param events what happened; octets in one direction that follow each other within a
 * millisecond are one event, unless a capture was taken in between
 * @param sent octets that were sent, kept or not
 * @param received octets that were received, kept or not
 */
public record Capture(List<Event> events, long sent, long received) {

	public Capture {
		events = List.copyOf(events);
	}

	/**
	 * Whether every octet was kept.
	 * @return false if some were only counted
	 */
	public boolean whole() {
		return this.events.stream().mapToLong((event) -> event.octets().length()).sum() == this.sent + this.received;
	}

	/**
	 * One direction alone.
	 * @param direction the direction
	 * @return its octets, as far as they were kept
	 */
	public Octets octets(Direction direction) {
		OctetBuffer octets = new OctetBuffer(Integer.MAX_VALUE);
		for (Event event : this.events) {
			if (event.direction() == direction) {
				for (byte octet : event.octets().array()) {
					octets.add(octet);
				}
			}
		}
		Octets kept = octets.toOctets();
		return new Octets(kept.array(), (direction == Direction.SENT) ? this.sent : this.received);
	}

	/** Seen from this client. */
	public enum Direction {

		/** To the server; handed to the socket, whether or not it arrived. */
		SENT,

		/** From the server. */
		RECEIVED

	}

	/** What an event is. */
	public enum Kind {

		/** Octets went. */
		OCTETS,

		/** No more will go this way (TCP FIN). */
		END,

		/**
		 * The connection was reset from the end that this direction comes from (TCP RST).
		 */
		RESET

	}

	/**
	 * Something that happened on the connection.
	 *
	 * @param direction which way
	 * @param kind what it was
	 * @param at when, since the connection was opened
	 * @param octets the octets that went, if it was octets
	 */
	public record Event(Direction direction, Kind kind, Duration at, Octets octets) {
	}

}
