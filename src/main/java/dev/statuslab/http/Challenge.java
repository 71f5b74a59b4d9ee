package dev.statuslab.http;

/**
 * One challenge of WWW-Authenticate or Proxy-Authenticate (RFC 9110 §11.3).
 *
 * @param scheme the authentication scheme, such as {@code Basic}
 * @param parameters its parameters
 */
public record Challenge(String scheme, AuthParameters parameters) {

	/** The field that carries challenges of an origin server (RFC 9110 §11.6.1). */
	public static final String FIELD = "WWW-Authenticate";

	public Challenge {
		if (!AuthParameters.isToken(scheme)) {
			throw new IllegalArgumentException("An authentication scheme is a token: " + scheme);
		}
	}

	/**
	 * A challenge for a protection space. The realm is a quoted-string always (RFC 9110
	 * §11.5).
	 * @param scheme the authentication scheme
	 * @param realm names the protection space to a person
	 * @return the challenge
	 */
	public static Challenge of(String scheme, String realm) {
		return new Challenge(scheme, AuthParameters.NONE.quoted("realm", realm));
	}

	/**
	 * The same challenge with one more parameter, as a quoted-string.
	 * @param name the parameter's name
	 * @param value its value
	 * @return a new challenge
	 * @throws IllegalArgumentException if the parameter can't be written or stands
	 * already
	 */
	public Challenge quoted(String name, String value) {
		return new Challenge(this.scheme, this.parameters.quoted(name, value));
	}

	/**
	 * The same challenge with one more parameter, as a token.
	 * @param name the parameter's name
	 * @param value its value
	 * @return a new challenge
	 * @throws IllegalArgumentException if the parameter can't be written or stands
	 * already
	 */
	public Challenge token(String name, String value) {
		return new Challenge(this.scheme, this.parameters.token(name, value));
	}

	/** The challenge as it stands in a field: {@code Basic realm="x"}. */
	@Override
	public String toString() {
		return this.parameters.isEmpty() ? this.scheme : this.scheme + " " + this.parameters;
	}

}
