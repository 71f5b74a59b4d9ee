package dev.statuslab.recipe;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

import dev.statuslab.http.AuthParameters;
import dev.statuslab.http.Challenge;
import dev.statuslab.http.Credentials;
import dev.statuslab.http.Digest;
import dev.statuslab.http.DigestQop;
import dev.statuslab.recipe.Message.DigestUser;
import dev.statuslab.wire.WireResponse;

/** The client's side of Digest in one scenario: answers the last challenge (RFC 7616). */
final class DigestAnswers {

	private final SecureRandom random = new SecureRandom();

	private AuthParameters challenge = AuthParameters.NONE;

	private int count;

	/** Takes note of a challenge, if the response has one. */
	void note(WireResponse response) {
		if (response.code() == 401) {
			response.values(Challenge.FIELD)
				.stream()
				.filter((line) -> Credentials.name(Digest.SCHEME, line))
				.findFirst()
				.ifPresent(this::note);
		}
	}

	private void note(String line) {
		try {
			this.challenge = Credentials.parse(line).parameters();
			this.count = 0;
		}
		catch (IllegalArgumentException ex) {
			// an expectation of the field says what is wrong with it
		}
	}

	/**
	 * The value of Authorization.
	 * @param user who answers
	 * @param method the request method
	 * @param target the request target
	 * @return the credentials; nothing where no challenge was heard that can be answered
	 */
	Optional<String> answer(DigestUser user, String method, String target) {
		Optional<String> realm = this.challenge.get("realm");
		Optional<String> nonce = this.challenge.get("nonce");
		if (realm.isEmpty() || nonce.isEmpty()) {
			return Optional.empty();
		}
		this.count = Objects.requireNonNullElse(user.count(), this.count + 1);
		byte[] chance = new byte[8];
		this.random.nextBytes(chance);
		return new Digest(user.user(), realm.get(), nonce.get(), target, this.challenge.get("algorithm").orElse("MD5"),
				DigestQop.AUTH.token(), "%08x".formatted(this.count), HexFormat.of().formatHex(chance),
				this.challenge.get("opaque"), "")
			.proven(user.password(), method)
			.map(Digest::authorization);
	}

}
