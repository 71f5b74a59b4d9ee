package dev.statuslab.demo.access;

import java.util.ArrayList;
import java.util.List;

import dev.statuslab.http.Challenge;
import dev.statuslab.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers what the guards refuse, by the writer of every other problem: 401 to who has
 * not shown who it is, 403 to who has and may not, 404 where the address is a secret.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

	private static final String ISSUING = "Tokens are issued for name and password; a token does not count here. ";

	private final HandlerExceptionResolver writer;

	private final Challenges challenges;

	Refusals(HandlerExceptionResolver writer, Challenges challenges) {
		this.writer = writer;
		this.challenges = challenges;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
		if (reason instanceof InsufficientAuthenticationException && Paths.isSecret(request)) {
			write(request, response, unknown(request));
		}
		else if (reason instanceof MalformedCredentialsException malformed) {
			write(request, response, malformed(malformed.getMessage()));
		}
		else if (reason instanceof OAuth2AuthenticationException bearer
				&& "invalid_request".equals(bearer.getError().getErrorCode())) {
			write(request, response, malformed(bearer.getError().getDescription() + ".").field(Challenge.FIELD,
					this.challenges.bearer(bearer.getError()).toString()));
		}
		else {
			write(request, response, unauthorized(request, reason));
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) {
		write(request, response, Paths.isSecret(request) ? unknown(request) : forbidden());
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason) {
		write(request, response, new ProblemException(400,
				"The address is not written plainly: no semicolons, dot segments, empty segments or encoded slashes."));
	}

	/** What any address gets that has nothing behind it. */
	private static Exception unknown(HttpServletRequest request) {
		String path = request.getRequestURI();
		return new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), path, path);
	}

	private static ProblemException malformed(String detail) {
		return new ProblemException(400, "Authorization can't be read: " + detail);
	}

	private ProblemException unauthorized(HttpServletRequest request, AuthenticationException reason) {
		List<Challenge> offered = new ArrayList<>();
		String domain = request.getContextPath() + Paths.ROOT;
		offered.add(this.challenges.digest(domain, reason instanceof WrongDigestException wrong && wrong.stale()));
		if (!Paths.isTokens(request)) {
			offered.add((reason instanceof OAuth2AuthenticationException bearer)
					? this.challenges.bearer(bearer.getError()) : this.challenges.bearer());
		}
		offered.add(this.challenges.basic());
		return new ProblemException(401, Paths.isTokens(request) ? ISSUING + detail(reason) : detail(reason))
			.with("schemes", offered.stream().map(Challenge::scheme).toList())
			.field(Challenge.FIELD, offered.stream().map(Challenge::toString).toList());
	}

	private static String detail(AuthenticationException reason) {
		if (reason instanceof InsufficientAuthenticationException) {
			return "This resource is for those who say who they are. "
					+ "Send Authorization with credentials for one of the schemes in WWW-Authenticate.";
		}
		if (reason instanceof OAuth2AuthenticationException bearer) {
			return bearer.getError().getDescription() + ". POST " + Paths.TOKENS + " issues one that is good for "
					+ Tokens.LIFETIME.toSeconds() + " seconds.";
		}
		if (reason instanceof WrongDigestException) {
			return reason.getMessage();
		}
		return "The credentials are wrong; nobody has this name with this password.";
	}

	private ProblemException forbidden() {
		ProblemException problem = new ProblemException(403,
				"Your credentials are right, but only an admin may do this. Repeating them does not help.")
			.with("required", List.of(Role.ADMIN.text()));
		if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn user
				&& Tokens.SCHEME.equals(user.scheme())) {
			String scope = Role.ADMIN.text();
			BearerTokenError error = BearerTokenErrors.insufficientScope("The token stands for a user who is no admin",
					scope);
			problem.field(Challenge.FIELD, this.challenges.bearer(error).quoted("scope", scope).toString());
		}
		return problem;
	}

	private void write(HttpServletRequest request, HttpServletResponse response, Exception problem) {
		if (this.writer.resolveException(request, response, null, problem) == null) {
			throw new IllegalStateException("Nobody writes this problem", problem);
		}
	}

}
