package dev.statuslab.forced.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.statuslab.http.ProblemException;

/**
 * How a response goes wrong on the wire. Over HTTP/2, where streams share a connection,
 * each of them ends the stream with RST_STREAM (RFC 9113 §5.4.2) at the same place.
 */
public enum Fault {

	/** Nothing goes wrong. */
	NONE("none"),

	/** The connection is closed without an octet, as nginx does for 444. */
	EMPTY("empty"),

	/** The connection is reset (TCP RST) without an octet. */
	RESET("reset"),

	/** The connection is reset after the header section. */
	ABORT_AFTER_HEADERS("abort-after-headers"),

	/** The connection is reset after the first octet of the content. */
	ABORT_IN_BODY("abort-in-body"),

	/** The connection is closed after half of the content (RFC 9112 §8). */
	TRUNCATE("truncate"),

	/** Nothing is lost, but the content comes an octet at a time. */
	DRIBBLE("dribble");

	/** Another name for {@link #RESET}, after its place. */
	private static final String ABORT_BEFORE_HEADERS = "abort-before-headers";

	private final String text;

	Fault(String text) {
		this.text = text;
	}

	/**
	 * Reads the name of a fault.
	 * @param text a value of the query parameter {@code fault}
	 * @return the fault
	 * @throws ProblemException 400 if there is none of this name
	 */
	static Fault of(String text) {
		if (ABORT_BEFORE_HEADERS.equals(text)) {
			return RESET;
		}
		return Arrays.stream(values())
			.filter((fault) -> fault.text.equals(text))
			.findFirst()
			.orElseThrow(() -> new ProblemException(400, "There is no fault of this name: " + text)
				.with("parameter", "fault")
				.with("allowed", names()));
	}

	private static List<String> names() {
		return Stream.concat(Stream.of(ABORT_BEFORE_HEADERS), Arrays.stream(values()).map((fault) -> fault.text))
			.sorted()
			.toList();
	}

	/** Whether the client gets no complete response. */
	boolean endsTheConnection() {
		return this != NONE && this != DRIBBLE;
	}

	/** Whether the connection is reset, rather than closed. */
	boolean resets() {
		return this == RESET || this == ABORT_AFTER_HEADERS || this == ABORT_IN_BODY;
	}

	/** Whether not even a status line is sent. */
	boolean beforeHeaders() {
		return this == EMPTY || this == RESET;
	}

	/**
	 * How much of the content is sent.
	 * @param length octets of the whole content
	 * @return octets of it that are sent
	 */
	int sent(int length) {
		return switch (this) {
			case NONE, DRIBBLE -> length;
			case EMPTY, RESET, ABORT_AFTER_HEADERS -> 0;
			case ABORT_IN_BODY -> Math.min(1, length);
			case TRUNCATE -> length / 2;
		};
	}

}
