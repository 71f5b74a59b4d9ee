package dev.statuslab.wire;

import java.time.Duration;

/**
 * What one exchange may take, so that nothing hangs and nothing grows without end. The
 * times are positive.
 *
 * @param connect how long connecting may take
 * @param exchange how long one response may take, from the moment it is waited for
 * @param silence how long nothing may move either way; the pauses of the request itself
 * don't count
 * @param received octets of one response, the interim ones included; reading stops there
 * @param kept octets that are kept of a response, of its content, and of the whole
 * {@linkplain Capture capture} of a connection; those beyond are counted
 */
public record Limits(Duration connect, Duration exchange, Duration silence, int received, int kept) {

	/** Two seconds, thirty, ten; a mebibyte each. */
	public static final Limits DEFAULT = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(30),
			Duration.ofSeconds(10), 1 << 20, 1 << 20);

	public Limits {
		positive(connect);
		positive(exchange);
		positive(silence);
		if (received < 1 || kept < 0) {
			throw new IllegalArgumentException("Octets received and kept can't be negative: " + received + ", " + kept);
		}
	}

	private static void positive(Duration time) {
		if (time.isZero() || time.isNegative()) {
			throw new IllegalArgumentException("A time limit is positive: " + time);
		}
	}

	public Limits withExchange(Duration time) {
		return new Limits(this.connect, time, this.silence, this.received, this.kept);
	}

	public Limits withSilence(Duration time) {
		return new Limits(this.connect, this.exchange, time, this.received, this.kept);
	}

	public Limits withReceived(int octets) {
		return new Limits(this.connect, this.exchange, this.silence, octets, this.kept);
	}

	public Limits withKept(int octets) {
		return new Limits(this.connect, this.exchange, this.silence, this.received, octets);
	}

}
