package dev.statuslab.lab.authentication;

import java.util.List;

import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.ExerciseSet;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How a client logs in (RFC 9110 §11, RFC 7616, RFC 7617). */
@Component("lab.authentication")
@Order(4)
class Authentication implements ExerciseSet {

	@Override
	public String group() {
		return "authentication";
	}

	@Override
	public List<Exercise> exercises() {
		return List.of(new AuthBasic("auth-basic", Login.PLAIN, false),
				new AuthBasic("auth-basic-utf8", new Login("jürgen", "größe: 5 m²"), true), new AuthPreemptive(),
				new AuthStrongest("auth-strongest", true), new AuthStrongest("auth-strongest-last", false),
				new AuthUnknownScheme(), new AuthDigest(), new AuthDigestCount(), new AuthDigestStale(),
				new AuthNoLoop(), new AuthOtherOrigin());
	}

}
