package dev.statuslab.demo.access;

import org.springframework.security.core.AuthenticationException;

/** Authorization can't be understood: the fault is in its form, not in who sends it. */
final class MalformedCredentialsException extends AuthenticationException {

	MalformedCredentialsException(String detail) {
		super(detail);
	}

}
