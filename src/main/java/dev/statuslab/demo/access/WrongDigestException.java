package dev.statuslab.demo.access;

import org.springframework.security.core.AuthenticationException;

/** Digest credentials of good form that prove nothing. */
final class WrongDigestException extends AuthenticationException {

	private final boolean stale;

	/**
	 * Refuses the credentials.
	 * @param stale whether user and password are right and only the nonce is used up
	 */
	WrongDigestException(boolean stale) {
		super(stale ? "The nonce has expired, or its count nc was used before. Repeat with the nonce of this response."
				: "The response is not the one of this user, method and target with SHA-256 and qop=auth.");
		this.stale = stale;
	}

	boolean stale() {
		return this.stale;
	}

}
