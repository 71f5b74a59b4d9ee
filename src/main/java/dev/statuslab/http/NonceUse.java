package dev.statuslab.http;

/**
 * The use of one nonce so far (RFC 7616 §3.4): a count that does not go up is a replay.
 *
 * @param highest the highest count that a client has sent
 * @param times how often the count went up, the first time included
 * @param advanced whether it did so the last time
 */
public record NonceUse(long highest, long times, boolean advanced) {

	/**
	 * The first use of a nonce.
	 * @param count the count that the client sent
	 * @return the use
	 */
	public static NonceUse first(long count) {
		return new NonceUse(count, 1, true);
	}

	/**
	 * The use after one more request.
	 * @param count the count that the client sent
	 * @return the new use; not advanced where the count is no higher than before
	 */
	public NonceUse next(long count) {
		boolean higher = count > this.highest;
		return new NonceUse(higher ? count : this.highest, higher ? this.times + 1 : this.times, higher);
	}

}
