package dev.statuslab.demo.access;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The addresses of this family. */
final class Paths {

	static final String ROOT = "/demo/access";

	static final String ADMIN = ROOT + "/admin";

	static final String SECRET = ROOT + "/secret";

	static final String TOKENS = ROOT + "/tokens";

	private static final RequestMatcher IS_SECRET = PathPatternRequestMatcher.pathPattern(SECRET);

	private static final RequestMatcher IS_TOKENS = PathPatternRequestMatcher.pathPattern(TOKENS);

	private Paths() {
	}

	/** Whether the target is the one that only an admin may know of. */
	static boolean isSecret(HttpServletRequest request) {
		return IS_SECRET.matches(request);
	}

	/** Whether the target issues tokens, and so takes none. */
	static boolean isTokens(HttpServletRequest request) {
		return IS_TOKENS.matches(request);
	}

}
