package dev.statuslab.wire;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to send, part by part. It need not be a well-formed message, nor a whole one.
 *
 * @param method the method that the response answers; HEAD and CONNECT change how it is
 * delimited (RFC 9112 §6.3)
 * @param parts what is done, in this order
 */
public record WireRequest(String method, List<Part> parts) {

	public WireRequest {
		parts = List.copyOf(parts);
	}

	/**
	 * Begins a well-formed request.
	 * @param method the method
	 * @param target the request target, as it is to stand in the request line
	 * @param host the value of Host
	 * @return a builder
	 */
	public static WireRequestBuilder builder(String method, String target, String host) {
		return new WireRequestBuilder(method, target, host);
	}

	/**
	 * Octets exactly as given.
	 * @param method the method that the response answers
	 * @param octets the first octets
	 * @return a request that sends them
	 */
	public static WireRequest raw(String method, String octets) {
		return new WireRequest(method, List.of()).octets(Octets.of(octets));
	}

	/**
	 * Sends these next.
	 * @param octets octets
	 * @return this request and then that
	 */
	public WireRequest octets(Octets octets) {
		return then(new Part.Send(octets));
	}

	/**
	 * Sends nothing for a time.
	 * @param time how long
	 * @return this request and then that
	 */
	public WireRequest pause(Duration time) {
		return then(new Part.Pause(time));
	}

	/**
	 * Waits for a 100 (RFC 9110 §10.1.1). What follows goes out when it has come or the
	 * time has passed, and not at all once there is a final response.
	 * @param atMost how long to wait
	 * @return this request and then that
	 */
	public WireRequest awaitContinue(Duration atMost) {
		return then(new Part.AwaitContinue(atMost));
	}

	/**
	 * Ends the output; the connection stays open for what comes back (TCP half-close).
	 * @return this request and then that
	 */
	public WireRequest endOfOutput() {
		return then(new Part.EndOfOutput());
	}

	/**
	 * Resets the connection (TCP RST).
	 * @return this request and then that
	 */
	public WireRequest reset() {
		return then(new Part.Reset());
	}

	private WireRequest then(Part part) {
		return new WireRequest(this.method, Stream.concat(this.parts.stream(), Stream.of(part)).toList());
	}

	/** One thing that is done to send a request. */
	public sealed interface Part {

		/**
		 * Sends octets.
		 *
		 * @param octets the octets
		 */
		record Send(Octets octets) implements Part {
		}

		/**
		 * Sends nothing.
		 *
		 * @param time for how long
		 */
		record Pause(Duration time) implements Part {
		}

		/**
		 * Waits for a 100.
		 *
		 * @param atMost for how long
		 */
		record AwaitContinue(Duration atMost) implements Part {
		}

		/** Ends the output. */
		record EndOfOutput() implements Part {
		}

		/** Resets the connection. */
		record Reset() implements Part {
		}

	}

}
