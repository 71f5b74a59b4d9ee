package dev.statuslab.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param number which one of its attempt it is, from 1
 * @param at when its head had arrived
 * @param connection the connection that it came by; each has a number of its own
 * @param turn which request on that connection it was, from 1
 * @param version the HTTP version, such as {@code HTTP/1.1}
 * @param method the method
 * @param target the request target as it stood on the wire
 * @param below the part of the target's path below the exercise's own URL, as it stood on
 * the wire: empty, or with a leading slash
 * @param authority the host, and the port if it is named, that the request was sent to
 * @param door which of the two origins it came to
 * @param lines the field lines, each ended by a line feed: equal ones share one text
 * @param content the content; null until all of it has been read
 */
public record Arrival(int number, Instant at, long connection, long turn, String version, String method, String target,
		String below, String authority, Door door, String lines, @Nullable Content content) {

	/** What an arrival takes in memory beside its texts, in octets. */
	private static final int OVERHEAD = 200;

	/**
	 * The field lines, in order.
	 * @return the lines
	 */
	public List<Field> fields() {
		return this.lines.lines().map(Arrival::field).toList();
	}

	/**
	 * The values of a field.
	 * @param name its name, in any case
	 * @return the value of each line
	 */
	public List<String> values(String name) {
		return found(name).map(Field::value).toList();
	}

	/**
	 * The first value of a field.
	 * @param name its name, in any case
	 * @return the value, or nothing if there is no such field
	 */
	public Optional<String> value(String name) {
		return found(name).map(Field::value).findFirst();
	}

	/**
	 * Whether a field is there.
	 * @param name its name, in any case
	 * @return whether there is a line of this name
	 */
	public boolean has(String name) {
		return found(name).findAny().isPresent();
	}

	/**
	 * The beginning of the content.
	 * @return the octets, each as one character; empty if there are none
	 */
	public String text() {
		return (this.content != null) ? this.content.beginning() : "";
	}

	/**
	 * The size of the content.
	 * @return octets; 0 if there are none, or not yet
	 */
	public long length() {
		return (this.content != null) ? this.content.length() : 0;
	}

	/**
	 * The time since another arrival.
	 * @param earlier the other one
	 * @return how much later this one came
	 */
	public Duration since(Arrival earlier) {
		return Duration.between(earlier.at, this.at);
	}

	Arrival numbered(int place) {
		return new Arrival(place, this.at, this.connection, this.turn, this.version, this.method, this.target,
				this.below, this.authority, this.door, this.lines, this.content);
	}

	Arrival with(Content read) {
		return new Arrival(this.number, this.at, this.connection, this.turn, this.version, this.method, this.target,
				this.below, this.authority, this.door, this.lines, read);
	}

	Arrival sharing(String equal) {
		return new Arrival(this.number, this.at, this.connection, this.turn, this.version, this.method, this.target,
				this.below, this.authority, this.door, equal, this.content);
	}

	/** What it takes in memory, about, without the field lines. */
	int octets() {
		return OVERHEAD + this.target.length() + this.below.length() + text().length();
	}

	private Stream<Field> found(String name) {
		return this.lines.lines()
			.filter((line) -> line.length() > name.length() && line.charAt(name.length()) == ':'
					&& line.regionMatches(true, 0, name, 0, name.length()))
			.map(Arrival::field);
	}

	private static Field field(String line) {
		int colon = line.indexOf(':');
		return new Field(line.substring(0, colon), line.substring(colon + 1).strip());
	}

	/** The two origins. */
	public enum Door {

		/** The main one. */
		MAIN,

		/** The other one, whose port differs. */
		OTHER

	}

	/**
	 * The content of a request.
	 *
	 * @param beginning its first octets, each as one character (ISO 8859-1)
	 * @param length how many octets it has
	 * @param whole whether it came to its end
	 * @param early whether some of it came before a 100 was sent; null where nobody
	 * waited for one
	 */
	public record Content(String beginning, long length, boolean whole, @Nullable Boolean early) {

		/** No content. */
		public static final Content NONE = new Content("", 0, true, null);

	}

}
