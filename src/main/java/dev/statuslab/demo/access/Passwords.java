package dev.statuslab.demo.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Signs a user in who sent name and password as they are (Basic, RFC 7617). */
final class Passwords implements AuthenticationProvider {

	static final String SCHEME = "Basic";

	@Override
	public Authentication authenticate(Authentication sent) {
		return Account.named(sent.getName())
			.filter((account) -> account.hasPassword(String.valueOf(sent.getCredentials())))
			.map((account) -> new SignedIn(SCHEME, account))
			.orElseThrow(() -> new BadCredentialsException("Nobody has this name and this password."));
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
