package dev.statuslab.recipe;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.statuslab.recipe.Run.StepRun;
import dev.statuslab.wire.Capture.Direction;

/**
 * Tells which step has sent which octets. What goes over a connection is seen when a
 * response has come, and by then more than one request may be on its way, or content that
 * nobody waited for.
 */
final class SentRequests {

	private SentRequests() {
	}

	/**
	 * The requests of a scenario.
	 * @param runs its steps
	 * @return a request for each
	 */
	static List<SentRequest> of(List<StepRun> runs) {
		List<SentRequest> requests = new ArrayList<>();
		byte[] own = sent(runs, 0);
		for (int i = 0; i < runs.size(); i++) {
			byte[] next = sent(runs, i + 1);
			if (goOn(runs, i)) {
				byte[] both = joined(own, next);
				int length = SentRequest.lengthOf(both);
				own = Arrays.copyOf(both, length);
				next = Arrays.copyOfRange(both, length, both.length);
			}
			requests.add(SentRequest.of(own));
			own = next;
		}
		return requests;
	}

	/**
	 * Whether the octets of a step may go on in those of the next, or the other way
	 * round. Content that waits for a 100 may never be sent, and raw octets may tell a
	 * length that they don't have.
	 */
	private static boolean goOn(List<StepRun> runs, int index) {
		if (index + 1 >= runs.size() || runs.get(index).connection() != runs.get(index + 1).connection()) {
			return false;
		}
		Message message = runs.get(index).step().send();
		return runs.get(index + 1).step().pipelined() || (message.raw().isEmpty() && !message.expectContinue());
	}

	private static byte[] sent(List<StepRun> runs, int index) {
		ByteArrayOutputStream sent = new ByteArrayOutputStream();
		if (index < runs.size()) {
			runs.get(index)
				.events()
				.stream()
				.filter((event) -> event.direction() == Direction.SENT)
				.forEach((event) -> sent.writeBytes(event.octets().toByteArray()));
		}
		return sent.toByteArray();
	}

	private static byte[] joined(byte[] one, byte[] other) {
		byte[] joined = Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, joined, one.length, other.length);
		return joined;
	}

}
