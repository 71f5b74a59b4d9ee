package dev.statuslab.demo.access;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

import dev.statuslab.http.Credentials;
import dev.statuslab.http.Digest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs in who sends Digest credentials with SHA-256 (RFC 7616). It is the first to look
 * at Authorization after the bearer tokens' own filter, and so refuses the field where it
 * stands twice.
 */
final class DigestFilter extends OncePerRequestFilter {

	private final Nonces nonces;

	private final Refusals refusals;

	DigestFilter(Nonces nonces, Refusals refusals) {
		this.nonces = nonces;
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		List<String> lines = Collections.list(request.getHeaders(Credentials.FIELD));
		try {
			if (lines.size() > 1) {
				throw new MalformedCredentialsException("The field stands more than once.");
			}
			if (lines.size() == 1 && Credentials.name(Digest.SCHEME, lines.get(0))) {
				signIn(digest(lines.get(0)), request, response);
			}
		}
		catch (MalformedCredentialsException | WrongDigestException ex) {
			this.refusals.commence(request, response, ex);
			return;
		}
		chain.doFilter(request, response);
	}

	private void signIn(Digest digest, HttpServletRequest request, HttpServletResponse response) {
		if (!digest.uri().equals(target(request))) {
			throw new MalformedCredentialsException("uri must be the request target, " + target(request) + ".");
		}
		Account account = Account.named(digest.username())
			.filter((user) -> offered(digest) && digest.provenBy(user.password(), request.getMethod()))
			.orElseThrow(() -> new WrongDigestException(false));
		if (!this.nonces.use(digest.nonce(), digest.count())) {
			throw new WrongDigestException(true);
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new SignedIn(Digest.SCHEME, account));
		SecurityContextHolder.setContext(context);
		response.setHeader("Authentication-Info", digest.info(account.password()).toString());
	}

	/** Whether the credentials answer a challenge of this server. */
	private static boolean offered(Digest digest) {
		return digest.uses(Challenges.ALGORITHM, Challenges.QOP) && Challenges.REALM.equals(digest.realm())
				&& digest.opaque().map(Challenges.OPAQUE::equals).orElse(true);
	}

	private static Digest digest(String line) {
		try {
			return Digest.of(Credentials.parse(line).parameters());
		}
		catch (IllegalArgumentException ex) {
			throw new MalformedCredentialsException(ex.getMessage() + ".");
		}
	}

	private static String target(HttpServletRequest request) {
		String query = request.getQueryString();
		return request.getRequestURI() + ((query != null) ? "?" + query : "");
	}

}
