package dev.statuslab.recipe;

import java.util.Map;
import java.util.Objects;

import dev.statuslab.data.InvalidEntryException;
import dev.statuslab.data.Text;
import org.jspecify.annotations.Nullable;

/**
 * One message, what must come back, and what is carried on. What a file leaves out has
 * its usual value.
 *
 * @param does what happens, in one line
 * @param connection {@code kept} (usual): the connection of the step before, if it is
 * still open; {@code new}: another one
 * @param listener which listener the connection leads to, {@code proxy} or
 * {@code portal}; the main one if it is left out
 * @param pipelined whether it is sent before the response to the step before is read (RFC
 * 9112 §9.3.2)
 * @param background whether the steps after it are taken without its response, each over
 * another connection; it is looked at when it comes
 * @param after milliseconds to wait before it
 * @param repeat how often it is done, each time with the same expectations
 * @param send what is sent
 * @param expect what must come back
 * @param capture what later steps can use, by name
 */
public record Step(Text does, String connection, @Nullable String listener, Boolean pipelined, Boolean background,
		Integer after, Integer repeat, Message send, Expectation expect, Map<String, Capture> capture) {

	static final int MOST_REPETITIONS = 20;

	static final int LONGEST_WAIT = 11_000;

	public Step {
		InvalidEntryException.required("does", does);
		InvalidEntryException.required("send", send);
		InvalidEntryException.required("expect", expect);
		connection = Objects.requireNonNullElse(connection, "kept");
		InvalidEntryException.oneOf("connection", connection, "kept", "new");
		if (listener != null) {
			InvalidEntryException.oneOf("listener", listener, Addresses.NAMES.toArray(String[]::new));
		}
		pipelined = Boolean.TRUE.equals(pipelined);
		background = Boolean.TRUE.equals(background);
		after = bounded("after", Objects.requireNonNullElse(after, 0), 0, LONGEST_WAIT);
		repeat = bounded("repeat", Objects.requireNonNullElse(repeat, 1), 1, MOST_REPETITIONS);
		capture = Map.copyOf(Objects.requireNonNullElse(capture, Map.of()));
		for (String name : capture.keySet()) {
			if (!name.matches("[a-z]+")) {
				throw new InvalidEntryException("capture", "has a name that is not of small letters, \"" + name + "\"");
			}
		}
		if (background && (pipelined || repeat > 1 || !capture.isEmpty() || expect.octets() != null)) {
			throw new InvalidEntryException("background", "is for one request alone, of which nothing is captured");
		}
	}

	static void boundedIfThere(String field, @Nullable Integer value, int least, int most) {
		if (value != null) {
			bounded(field, value, least, most);
		}
	}

	static int bounded(String field, int value, int least, int most) {
		if (value < least || value > most) {
			throw new InvalidEntryException(field, "is %d, and not from %d to %d".formatted(value, least, most));
		}
		return value;
	}

}
