package dev.statuslab.demo.hop;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import dev.statuslab.http.Challenge;
import dev.statuslab.http.Credentials;
import dev.statuslab.http.Digest;
import dev.statuslab.http.DigestAlgorithm;
import dev.statuslab.http.DigestQop;
import dev.statuslab.http.NonceMint;
import dev.statuslab.http.NonceUse;
import dev.statuslab.http.ProblemException;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

import org.springframework.stereotype.Component;

/**
 * Asks for credentials, and reads them (RFC 9110 §11.7): Digest with SHA-256 (RFC 7616
 * §3.8), or Basic in UTF-8 (RFC 7617).
 */
@Component
class ProxyAuthentication {

	static final String REALM = "Statuslab proxy";

	private static final String BASIC = "Basic";

	private static final Duration LIFETIME = Duration.ofSeconds(60);

	private final NonceMint mint = NonceMint.ofChance(InstantSource.system());

	private final Store<NonceUse> uses;

	ProxyAuthentication(Stores stores) {
		this.uses = stores.open("proxy-nonces", NonceUse.class, LIFETIME);
	}

	/**
	 * Finds out who asks.
	 * @param request the request
	 * @param target its target as it was sent, which Digest protects
	 * @param response gets Proxy-Authentication-Info after Digest
	 * @return the account
	 * @throws ProblemException 407 without good credentials, 400 if they are malformed
	 */
	Account require(Request request, String target, Response response) {
		List<String> lines = request.getHeaders().getValuesList(HttpHeader.PROXY_AUTHORIZATION);
		if (lines.isEmpty()) {
			throw refused("This proxy serves whom it knows.", false);
		}
		if (lines.size() > 1) {
			throw malformed("the field stands more than once");
		}
		try {
			Credentials credentials = Credentials.parse(lines.get(0));
			if (BASIC.equalsIgnoreCase(credentials.scheme())) {
				return basic(credentials).orElseThrow(() -> refused("Name or password is wrong.", false));
			}
			if (Digest.SCHEME.equalsIgnoreCase(credentials.scheme())) {
				return digest(Digest.of(credentials.parameters()), request.getMethod(), target, response);
			}
		}
		catch (IllegalArgumentException ex) {
			throw malformed(ex.getMessage());
		}
		throw refused("This scheme is not known here.", false);
	}

	private static Optional<Account> basic(Credentials credentials) {
		String pair = text(Base64.getDecoder().decode(String.valueOf(credentials.token68())));
		int colon = pair.indexOf(':');
		if (colon < 0) {
			throw new IllegalArgumentException("a name and a password have a colon between them");
		}
		return Account.named(pair.substring(0, colon))
			.filter((account) -> account.hasPassword(pair.substring(colon + 1)));
	}

	private static String text(byte[] octets) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("name and password are in UTF-8", ex);
		}
	}

	private Account digest(Digest digest, String method, String target, Response response) {
		// RFC 7616 §3.4.6: the same resource, in whatever form; curl leaves the authority
		// out
		if (!digest.uri().equals(target) && !digest.uri().equals(target.replaceFirst("^[^:/]+://[^/]*", ""))) {
			throw malformed("uri must be the request target");
		}
		Account account = Account.named(digest.username())
			.filter((user) -> digest.uses(DigestAlgorithm.SHA_256, DigestQop.AUTH) && REALM.equals(digest.realm())
					&& digest.provenBy(user.password(), method))
			.orElseThrow(() -> refused("Name or password is wrong.", false));
		if (!isFirst(digest)) {
			throw refused("The nonce is too old, or was used before.", true);
		}
		response.getHeaders().put("Proxy-Authentication-Info", digest.info(account.password()).toString());
		return account;
	}

	private boolean isFirst(Digest digest) {
		long count = digest.count();
		return this.mint.isFresh(digest.nonce(), LIFETIME) && count > 0 && (this.uses.create(digest.nonce(),
				NonceUse.first(count))
				|| this.uses.update(digest.nonce(), (last) -> last.next(count)).map(NonceUse::advanced).orElse(false));
	}

	private ProblemException refused(String why, boolean stale) {
		Challenge digest = Challenge.of(Digest.SCHEME, REALM)
			.quoted("qop", DigestQop.AUTH.token())
			.token("algorithm", DigestAlgorithm.SHA_256.token())
			.quoted("nonce", this.mint.create())
			.token("charset", "UTF-8");
		if (stale) {
			digest = digest.token("stale", "true");
		}
		Challenge basic = Challenge.of(BASIC, REALM).quoted("charset", "UTF-8");
		return new ProblemException(407,
				why + " Send Proxy-Authorization, with guest and guest-secret, or saver and saver-secret.")
			.field("Proxy-Authenticate", List.of(digest.toString(), basic.toString()));
	}

	private static ProblemException malformed(String why) {
		return new ProblemException(400, "Proxy-Authorization can't be read: " + why + ".").with("field",
				"Proxy-Authorization");
	}

}
