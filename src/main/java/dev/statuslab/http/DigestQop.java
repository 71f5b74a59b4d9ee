package dev.statuslab.http;

import java.util.Optional;
import java.util.stream.Stream;

/** The qualities of protection of Digest: what its proof covers (RFC 7616 §3.4.3). */
public enum DigestQop {

	/** Method and target. */
	AUTH("auth"),

	/** Method, target and content. */
	AUTH_INT("auth-int");

	private final String token;

	DigestQop(String token) {
		this.token = token;
	}

	/**
	 * The quality of protection with this name.
	 * @param token the name, in any case
	 * @return the quality of protection, or nothing where it is none of these
	 */
	public static Optional<DigestQop> named(String token) {
		return Stream.of(values()).filter((qop) -> qop.token.equalsIgnoreCase(token)).findFirst();
	}

	/**
	 * Its name in challenges and credentials.
	 * @return {@code auth} or {@code auth-int}
	 */
	public String token() {
		return this.token;
	}

}
