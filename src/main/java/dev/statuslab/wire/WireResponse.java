package dev.statuslab.wire;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What came back for one request, whole or not.
 *
 * @param head the final response's status line and fields, as far as whole lines came;
 * null if not even its status line could be read
 * @param interim the whole interim responses before it
 * @param framing how its end was to be told
 * @param content its content, taken out of the chunks; any other transfer coding is left
 * @param chunks the chunks, the last one included
 * @param trailers the trailer section's field lines
 * @param complete whether it came to the end that its framing tells, and the framing
 * could be trusted
 * @param ending how the connection stands after it
 * @param notes what is not as it should be
 * @param octets all octets of it, those of the interim responses included
 * @param requestSent whether all of the request had been sent by then; a response may
 * come early, and content may be withheld for good
 * @param times when it came
 */
public record WireResponse(@Nullable WireHead head, List<WireHead> interim, Framing framing, Octets content,
		List<Chunk> chunks, List<FieldLine> trailers, boolean complete, Ending ending, List<Note> notes, Octets octets,
		boolean requestSent, Times times) {

	public WireResponse {
		interim = List.copyOf(interim);
		chunks = List.copyOf(chunks);
		trailers = List.copyOf(trailers);
		notes = List.copyOf(notes);
	}

	/**
	 * The status code.
	 * @return three digits, or 0 if no status line could be read
	 */
	public int code() {
		return (this.head != null) ? this.head.code() : 0;
	}

	/**
	 * The values of a field of the final response.
	 * @param name the field's name in any case
	 * @return the value of each of its lines
	 */
	public List<String> values(String name) {
		return (this.head != null) ? this.head.values(name) : List.of();
	}

	/**
	 * Whether something of this kind was noted.
	 * @param kind the kind
	 * @return true if it was
	 */
	public boolean has(Note.Kind kind) {
		return this.notes.stream().anyMatch((note) -> note.kind() == kind);
	}

	/**
	 * When a response came, since the request's first octet was sent. A time is negative
	 * if the server was faster than the request.
	 *
	 * @param firstOctet when its first octet came, or that of the first interim response;
	 * null if none did
	 * @param head when the head of the final response was complete; null if it wasn't
	 * @param end when its last octet came, or reading was given up
	 */
	public record Times(@Nullable Duration firstOctet, @Nullable Duration head, Duration end) {
	}

}
