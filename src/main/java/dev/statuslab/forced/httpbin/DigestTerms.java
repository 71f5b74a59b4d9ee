package dev.statuslab.forced.httpbin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.http.Digest;
import dev.statuslab.http.DigestAlgorithm;
import dev.statuslab.http.DigestQop;
import dev.statuslab.http.ProblemException;

/**
 * What an address of {@code /digest-auth} asks for.
 *
 * @param user the one user
 * @param password the user's password
 * @param qops the qualities of protection that are offered
 * @param algorithm the algorithm that is offered
 * @param uses how often a nonce can be used
 */
record DigestTerms(String user, String password, List<DigestQop> qops, DigestAlgorithm algorithm, long uses) {

	private static final List<String> QOPS = List.of("auth", "auth-int", "auth,auth-int");

	private static final String NEVER = "never";

	/**
	 * Reads the path.
	 * @param request the request
	 * @return the terms
	 * @throws ProblemException 400 if there can be no such terms
	 */
	static DigestTerms of(ForcedRequest request) {
		return new DigestTerms(request.variable("user"), request.variable("passwd"), qops(request.variable("qop")),
				algorithm(request.variable("algorithm")), uses(request.variable("stale_after")));
	}

	/**
	 * The qualities of protection as a challenge lists them.
	 * @return for example {@code auth, auth-int}
	 */
	String offer() {
		return this.qops.stream().map(DigestQop::token).collect(Collectors.joining(", "));
	}

	/**
	 * Whether credentials are right, but for their nonce.
	 * @param digest the credentials
	 * @param method the request method
	 * @param content the request's content
	 * @return whether they are the user's, and prove the password as it was asked for
	 */
	boolean meets(Digest digest, String method, byte[] content) {
		return digest.username().equals(this.user)
				&& this.qops.stream().anyMatch((qop) -> digest.uses(this.algorithm, qop))
				&& digest.provenBy(this.password, method, content);
	}

	private static List<DigestQop> qops(String text) {
		if (!QOPS.contains(text)) {
			throw refused("qop", "A quality of protection", text, QOPS);
		}
		return Stream.of(text.split(",")).flatMap((token) -> DigestQop.named(token).stream()).toList();
	}

	private static DigestAlgorithm algorithm(String text) {
		if (text.isEmpty()) {
			return DigestAlgorithm.MD5;
		}
		return DigestAlgorithm.named(text)
			.orElseThrow(() -> refused("algorithm", "An algorithm", text,
					Arrays.stream(DigestAlgorithm.values()).map(DigestAlgorithm::token).toList()));
	}

	private static long uses(String text) {
		if (text.isEmpty() || NEVER.equals(text)) {
			return Long.MAX_VALUE;
		}
		if (!text.matches("[0-9]{1,9}")) {
			throw refused("stale_after", "A number of uses", text, List.of(NEVER, "0 to 999999999"));
		}
		return Long.parseLong(text);
	}

	private static ProblemException refused(String parameter, String expected, String text, List<String> allowed) {
		return new ProblemException(400, "%s is expected, and not: %s".formatted(expected, text))
			.with("parameter", parameter)
			.with("allowed", allowed);
	}

	/** Only the user's name: a password must not reach a log. */
	@Override
	public String toString() {
		return Digest.SCHEME + " " + this.user;
	}

}
