package dev.statuslab.demo.access;

import dev.statuslab.http.Challenge;
import dev.statuslab.http.Digest;
import dev.statuslab.http.DigestAlgorithm;
import dev.statuslab.http.DigestQop;

import org.springframework.security.oauth2.core.OAuth2Error;

/** The challenges of this family's one protection space (RFC 9110 §11.5). */
final class Challenges {

	static final String REALM = "Statuslab demo";

	/** Comes back unchanged (RFC 7616 §3.4); there is nothing to tell apart by it. */
	static final String OPAQUE = "ZGVtby5hY2Nlc3M";

	/** The one algorithm that is offered, and so accepted. */
	static final DigestAlgorithm ALGORITHM = DigestAlgorithm.SHA_256;

	/** The one quality of protection that is offered, and so accepted. */
	static final DigestQop QOP = DigestQop.AUTH;

	private final Nonces nonces;

	Challenges(Nonces nonces) {
		this.nonces = nonces;
	}

	/**
	 * Asks for Digest credentials, with a nonce of its own (RFC 7616 §3.3).
	 * @param domain the path under which the credentials count
	 * @param stale whether only the nonce was at fault, so that the client need not ask
	 * its user again
	 * @return the challenge
	 */
	Challenge digest(String domain, boolean stale) {
		Challenge challenge = Challenge.of(Digest.SCHEME, REALM)
			.quoted("domain", domain)
			.quoted("qop", QOP.token())
			.token("algorithm", ALGORITHM.token())
			.quoted("nonce", this.nonces.create())
			.quoted("opaque", OPAQUE)
			.token("charset", "UTF-8");
		return stale ? challenge.token("stale", "true") : challenge;
	}

	/**
	 * Asks for a bearer token (RFC 6750 §3).
	 * @return the challenge, without an error: none was sent
	 */
	Challenge bearer() {
		return Challenge.of(Tokens.SCHEME, REALM);
	}

	/**
	 * Says what is wrong with a bearer token (RFC 6750 §3.1).
	 * @param error the error's code and description
	 * @return the challenge
	 */
	Challenge bearer(OAuth2Error error) {
		return bearer().quoted("error", error.getErrorCode()).quoted("error_description", error.getDescription());
	}

	/**
	 * Asks for name and password in UTF-8 (RFC 7617 §2.1).
	 * @return the challenge
	 */
	Challenge basic() {
		return Challenge.of(Passwords.SCHEME, REALM).quoted("charset", "UTF-8");
	}

}
