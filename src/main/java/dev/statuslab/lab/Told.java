package dev.statuslab.lab;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a client made of one request of the plan, by its own account.
 *
 * @param request which request of the plan, from 1
 * @param status the status that it saw; null if it saw none
 * @param content the beginning of the content that it got
 * @param url the URL that it ended up at, with the fragment
 * @param success whether it calls the outcome a success
 * @param error how it failed; null if it did not
 * @param at when it said so
 */
public record Told(int request, @Nullable Integer status, @Nullable String content, @Nullable String url,
		@Nullable Boolean success, @Nullable String error, Instant at) {

	/** What it takes in memory beside its texts, in octets. */
	private static final int OVERHEAD = 100;

	/**
	 * Whether the client saw this status.
	 * @param code a status code
	 * @return whether it told of it
	 */
	public boolean saw(int code) {
		return this.status != null && this.status == code;
	}

	int octets() {
		return OVERHEAD + size(this.content) + size(this.url) + size(this.error);
	}

	private static int size(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

}
