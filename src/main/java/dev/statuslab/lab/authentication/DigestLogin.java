package dev.statuslab.lab.authentication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import dev.statuslab.http.Challenge;
import dev.statuslab.http.Credentials;
import dev.statuslab.http.Digest;
import dev.statuslab.http.DigestAlgorithm;
import dev.statuslab.http.DigestQop;
import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Finding;

/**
 * What the exercises with the Digest scheme share (RFC 7616). A nonce follows from the
 * request that it answers, so that nothing has to be remembered.
 */
final class DigestLogin {

	private static final int OCTETS = 18;

	private static final String OPAQUE = "laboratory";

	private DigestLogin() {
	}

	/** A challenge that answers a request. */
	static Challenge challenge(Arrival arrival) {
		return Challenge.of(Digest.SCHEME, Login.REALM)
			.quoted("qop", DigestQop.AUTH.token())
			.token("algorithm", DigestAlgorithm.SHA_256.token())
			.quoted("nonce", nonce(arrival))
			.quoted("opaque", OPAQUE);
	}

	/** Whether a request has credentials of Digest, right or wrong. */
	static boolean isIn(Arrival arrival) {
		return Login.has(arrival, Digest.SCHEME);
	}

	/** The requests that have. */
	static List<Arrival> in(Attempt attempt) {
		return attempt.arrivals().stream().filter(DigestLogin::isIn).toList();
	}

	/** Whether a request has credentials of Digest that are right. */
	static boolean isProven(Attempt attempt, Arrival arrival) {
		return isIn(arrival) && fault(attempt, arrival).isEmpty();
	}

	/** The requests that have. */
	static List<Arrival> proven(Attempt attempt) {
		return attempt.arrivals().stream().filter((arrival) -> isProven(attempt, arrival)).toList();
	}

	/** The credentials of a request that has some. */
	static Digest of(Arrival arrival) {
		return Digest.of(Credentials.parse(arrival.value(Credentials.FIELD).orElse("")).parameters());
	}

	/** The request whose challenge the credentials answer. */
	static Optional<Arrival> asked(Attempt attempt, Digest digest) {
		return attempt.arrivals().stream().filter((arrival) -> nonce(arrival).equals(digest.nonce())).findFirst();
	}

	/**
	 * What is wrong with the credentials of a request (RFC 7616 §3.4).
	 * @return the failure, or nothing if they are right
	 */
	static Optional<Finding> fault(Attempt attempt, Arrival arrival) {
		Digest digest;
		try {
			digest = of(arrival);
		}
		catch (IllegalArgumentException ex) {
			return Optional.of(Finding.failed("digest-malformed"));
		}
		if (!digest.realm().equals(Login.REALM) || asked(attempt, digest).isEmpty()
				|| !digest.opaque().filter(OPAQUE::equals).isPresent()) {
			return Optional.of(Finding.failed("digest-other-challenge"));
		}
		if (!digest.uses(DigestAlgorithm.SHA_256, DigestQop.AUTH)) {
			return Optional.of(Finding.failed("digest-other-algorithm"));
		}
		if (!digest.uri().equals(arrival.target())) {
			return Optional.of(Finding.failed("digest-other-target"));
		}
		boolean proven = digest.username().equals(Login.PLAIN.user())
				&& digest.provenBy(Login.PLAIN.password(), arrival.method());
		return proven ? Optional.empty() : Optional.of(Finding.failed("digest-unproven"));
	}

	private static String nonce(Arrival asked) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((asked.at() + " " + asked.number() + " " + asked.target()).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, OCTETS));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
