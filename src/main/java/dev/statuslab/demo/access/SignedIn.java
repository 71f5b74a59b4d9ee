package dev.statuslab.demo.access;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A user whose credentials were right, and the scheme that they came by. */
final class SignedIn extends AbstractAuthenticationToken {

	private final String user;

	private final String scheme;

	private final List<Role> roles;

	SignedIn(String scheme, Account account) {
		super(account.roles().stream().map((role) -> new SimpleGrantedAuthority(role.name())).toList());
		this.user = account.name();
		this.scheme = scheme;
		this.roles = account.roles();
		setAuthenticated(true);
	}

	String scheme() {
		return this.scheme;
	}

	List<Role> roles() {
		return this.roles;
	}

	@Override
	public Object getPrincipal() {
		return this.user;
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public boolean equals(Object other) {
		return super.equals(other) && other instanceof SignedIn that && this.scheme.equals(that.scheme);
	}

	@Override
	public int hashCode() {
		return 31 * super.hashCode() + this.scheme.hashCode();
	}

}
