package dev.statuslab.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The value of Authorization or Proxy-Authorization (RFC 9110 §11.4): a scheme, and
 * either one opaque word or parameters.
 *
 * @param scheme the authentication scheme as it was sent; its case means nothing
 * @param token68 the opaque word, if that is the form used
 * @param parameters the parameters; none beside an opaque word
 */
public record Credentials(String scheme, @Nullable String token68, AuthParameters parameters) {

	/** The field that carries credentials for an origin server (RFC 9110 §11.6.2). */
	public static final String FIELD = "Authorization";

	private static final Pattern TOKEN68 = Pattern.compile("[A-Za-z0-9._~+/-]++=*+");

	private static final Pattern SCHEME = Pattern.compile("([^ ]++)(?: ++(.*))?", Pattern.DOTALL);

	/**
	 * Reads a field value.
	 * @param value the value
	 * @return the credentials
	 * @throws IllegalArgumentException if the value breaks the grammar
	 */
	public static Credentials parse(String value) {
		Matcher matcher = SCHEME.matcher(value.strip());
		if (!matcher.matches() || !AuthParameters.isToken(matcher.group(1))) {
			throw new IllegalArgumentException("Expected the name of an authentication scheme");
		}
		String scheme = matcher.group(1);
		String rest = matcher.group(2);
		if (rest == null) {
			return new Credentials(scheme, null, AuthParameters.NONE);
		}
		if (TOKEN68.matcher(rest).matches()) {
			return new Credentials(scheme, rest, AuthParameters.NONE);
		}
		return new Credentials(scheme, null, AuthParameters.parse(rest));
	}

	/**
	 * Whether a field value names this scheme, whatever follows it.
	 * @param scheme the authentication scheme, such as {@code Bearer}
	 * @param value the field value, which may be malformed
	 * @return whether the first word is the scheme, in any case
	 */
	public static boolean name(String scheme, String value) {
		return value.strip().split("[ \t]", 2)[0].equalsIgnoreCase(scheme);
	}

	/** Only the scheme: the rest must not reach a log. */
	@Override
	public String toString() {
		return this.scheme + " …";
	}

}
