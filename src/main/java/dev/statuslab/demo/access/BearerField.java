package dev.statuslab.demo.access;

import java.util.Collections;
import java.util.List;

import dev.statuslab.http.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Takes the bearer token out of Authorization, the one place where it may stand here (RFC
 * 6750 §2.1). Where tokens are issued none is taken: a token must not beget the next.
 */
final class BearerField implements BearerTokenResolver {

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		List<String> lines = Collections.list(request.getHeaders(Credentials.FIELD));
		if (lines.stream().noneMatch((line) -> Credentials.name(Tokens.SCHEME, line)) || Paths.isTokens(request)) {
			return null;
		}
		if (lines.size() > 1) {
			throw malformed("The field stands more than once");
		}
		String token = token68(lines.get(0));
		if (token == null) {
			throw malformed("Expected one token after Bearer, of letters, digits and -._~+/ with = at the end only");
		}
		return token;
	}

	private static @Nullable String token68(String line) {
		try {
			return Credentials.parse(line).token68();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static OAuth2AuthenticationException malformed(String description) {
		return new OAuth2AuthenticationException(BearerTokenErrors.invalidRequest(description));
	}

}
