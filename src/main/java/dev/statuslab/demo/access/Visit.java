package dev.statuslab.demo.access;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Who is signed in, and how.
 *
 * @param authenticated true: nobody else sees this
 * @param user the user's name
 * @param scheme the authentication scheme of the credentials
 * @param roles what the user may do
 */
@JsonPropertyOrder({ "authenticated", "user", "scheme", "roles" })
record Visit(boolean authenticated, String user, String scheme, List<Role> roles) {

	static Visit of(SignedIn user) {
		return new Visit(true, user.getName(), user.scheme(), user.roles());
	}

}
