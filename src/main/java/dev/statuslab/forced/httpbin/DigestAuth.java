package dev.statuslab.forced.httpbin;

import java.util.List;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.http.Challenge;
import dev.statuslab.http.Credentials;
import dev.statuslab.http.Digest;
import dev.statuslab.http.ProblemException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Digest authentication on the terms that the address names (RFC 7616). */
@Component
final class DigestAuth {

	/** Comes back unchanged (RFC 7616 §3.4); there is nothing to tell apart by it. */
	private static final String OPAQUE = "c3RhdHVzbGFi";

	private static final byte[] NO_CONTENT = {};

	private final DigestNonces nonces;

	private final JsonMapper json;

	DigestAuth(DigestNonces nonces, JsonMapper json) {
		this.nonces = nonces;
		this.json = json;
	}

	/**
	 * Lets in who proves to know the address's password.
	 * @param request the request: {@code qop}, {@code user}, {@code passwd},
	 * {@code algorithm} (MD5), {@code stale_after} (never)
	 * @return 200, by which the server proves the same
	 * @throws ProblemException 401 without the right credentials, 400 if these or the
	 * terms are not in order
	 */
	ForcedResponse answer(ForcedRequest request) {
		DigestTerms terms = DigestTerms.of(request);
		DigestTarget target = DigestTarget.of(request);
		List<String> lines = request.lines(Credentials.FIELD);
		if (lines.size() > 1) {
			throw malformed("The field stands more than once.");
		}
		if (lines.isEmpty() || !Credentials.name(Digest.SCHEME, lines.get(0))) {
			throw refused("Send Authorization with the user and the password of this address, by Digest.",
					challenge(terms, target));
		}
		Digest digest = read(lines.get(0));
		if (!target.is(digest.uri())) {
			throw malformed("uri must be the request target, " + target.seen() + ".");
		}
		if (!isOfThisRealm(digest) || !terms.meets(digest, request.method(), request.content())) {
			throw refused("The response is not the one of this user, method, target and content with the algorithm "
					+ "and a qop of the challenge.", challenge(terms, target));
		}
		if (!this.nonces.use(digest.nonce(), digest.count(), terms.uses())) {
			throw refused("The nonce is used up, or its count nc was used before. Repeat with the nonce of this "
					+ "response.", challenge(terms, target).token("stale", "true"));
		}
		return welcome(terms, digest, request);
	}

	private ForcedResponse welcome(DigestTerms terms, Digest digest, ForcedRequest request) {
		byte[] content = this.json.writeValueAsBytes(new Authenticated(true, terms.user()));
		byte[] sent = "HEAD".equals(request.method()) ? NO_CONTENT : content;
		return ForcedResponse.of(200)
			.content(ForcedResponse.JSON, content)
			.with("Cache-Control", "no-store")
			.with("Authentication-Info", digest.info(terms.password(), sent).toString());
	}

	private Challenge challenge(DigestTerms terms, DigestTarget target) {
		return Challenge.of(Digest.SCHEME, Unauthorized.REALM)
			.quoted("domain", target.domain())
			.quoted("qop", terms.offer())
			.token("algorithm", terms.algorithm().token())
			.quoted("nonce", this.nonces.create())
			.quoted("opaque", OPAQUE)
			.token("charset", "UTF-8");
	}

	private static boolean isOfThisRealm(Digest digest) {
		return Unauthorized.REALM.equals(digest.realm()) && digest.opaque().map(OPAQUE::equals).orElse(true);
	}

	private static Digest read(String line) {
		try {
			return Digest.of(Credentials.parse(line).parameters());
		}
		catch (IllegalArgumentException ex) {
			throw malformed(ex.getMessage() + ".");
		}
	}

	private static ProblemException refused(String detail, Challenge challenge) {
		return new Unauthorized(detail, challenge);
	}

	private static ProblemException malformed(String detail) {
		return new ProblemException(400, "Authorization can't be read: " + detail);
	}

}
