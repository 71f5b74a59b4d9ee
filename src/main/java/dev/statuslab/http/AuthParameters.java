package dev.statuslab.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters of a challenge, of credentials or of Authentication-Info (RFC 9110
 * §11.2). Their names ignore case, and each stands at most once.
 */
public final class AuthParameters {

	/** No parameter at all. */
	public static final AuthParameters NONE = new AuthParameters(List.of());

	private static final Pattern QUOTABLE = Pattern.compile("[\\t\\x20-\\x7E]*");

	private final List<AuthParameter> parameters;

	private AuthParameters(List<AuthParameter> parameters) {
		this.parameters = List.copyOf(parameters);
	}

	/**
	 * These and one more, written as a quoted-string (RFC 9110 §5.6.4).
	 * @param name the parameter's name
	 * @param value the value; quotes and backslashes are escaped
	 * @return the longer list
	 * @throws IllegalArgumentException if the name is no token or stands already, or the
	 * value holds anything but printable ASCII, space and tab
	 */
	public AuthParameters quoted(String name, String value) {
		if (!QUOTABLE.matcher(value).matches()) {
			throw new IllegalArgumentException("The value of " + name + " can't stand in a field");
		}
		return and(new AuthParameter(name, value, true));
	}

	/**
	 * These and one more, written as a token.
	 * @param name the parameter's name
	 * @param value the value
	 * @return the longer list
	 * @throws IllegalArgumentException if the name or the value is no token, or the name
	 * stands already
	 */
	public AuthParameters token(String name, String value) {
		if (!isToken(value)) {
			throw new IllegalArgumentException("The value of " + name + " is not a token");
		}
		return and(new AuthParameter(name, value, false));
	}

	private AuthParameters and(AuthParameter parameter) {
		if (!isToken(parameter.name())) {
			throw new IllegalArgumentException("Not the name of a parameter");
		}
		if (get(parameter.name()).isPresent()) {
			throw new IllegalArgumentException(parameter.name() + " stands twice");
		}
		List<AuthParameter> more = new ArrayList<>(this.parameters);
		more.add(parameter);
		return new AuthParameters(more);
	}

	/**
	 * The value of a parameter, without quotes and escapes.
	 * @param name the parameter's name, in any case
	 * @return the value, or nothing where there is no such parameter
	 */
	public Optional<String> get(String name) {
		return this.parameters.stream()
			.filter((parameter) -> parameter.name().equalsIgnoreCase(name))
			.map(AuthParameter::value)
			.findFirst();
	}

	/**
	 * Whether there is no parameter.
	 * @return true for an empty list
	 */
	public boolean isEmpty() {
		return this.parameters.isEmpty();
	}

	/**
	 * Reads a comma-separated list. Empty members are passed over (RFC 9110 §5.6.1.2).
	 * @param text the list, such as {@code realm="x", algorithm=SHA-256}
	 * @return the parameters
	 * @throws IllegalArgumentException if the list breaks the grammar or a name stands
	 * twice
	 */
	public static AuthParameters parse(String text) {
		return new AuthParameters(new AuthParameterReader(text).list());
	}

	static boolean isToken(String text) {
		return !text.isEmpty() && text.chars().allMatch(AuthParameters::isToken);
	}

	static boolean isToken(int character) {
		return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z')
				|| (character >= 'a' && character <= 'z') || "!#$%&'*+-.^_`|~".indexOf(character) >= 0;
	}

	/** The list as it stands in a field. */
	@Override
	public String toString() {
		return this.parameters.stream().map(AuthParameter::toString).collect(Collectors.joining(", "));
	}

}
