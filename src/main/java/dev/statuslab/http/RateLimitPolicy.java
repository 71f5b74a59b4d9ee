package dev.statuslab.http;

import java.time.Duration;

/**
 * The value of RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-11 §3): how much
 * may be used in how much time. Its unit is the request.
 *
 * @param name the policy's name, printable ASCII without quotation mark and backslash
 * @param quota how many requests
 * @param window in which time, in whole seconds
 */
public record RateLimitPolicy(String name, long quota, Duration window) {

	/** The field's name. */
	public static final String FIELD = "RateLimit-Policy";

	/**
	 * Takes a policy.
	 * @throws IllegalArgumentException if the field can't tell it
	 */
	public RateLimitPolicy {
		if (!name.matches("[ -~&&[^\"\\\\]]+")) {
			throw new IllegalArgumentException("Not a name that needs no escapes: " + name);
		}
		if (quota < 0 || window.getSeconds() < 1 || window.getNano() > 0) {
			throw new IllegalArgumentException("Not a quota in whole seconds: " + quota + " in " + window);
		}
	}

	/**
	 * The field value, a List of one Item (RFC 9651 §3.1).
	 * @return for example {@code "default";q=10;w=10}
	 */
	public String value() {
		return item() + ";q=" + this.quota + ";w=" + this.window.getSeconds();
	}

	String item() {
		return '"' + this.name + '"';
	}

}
