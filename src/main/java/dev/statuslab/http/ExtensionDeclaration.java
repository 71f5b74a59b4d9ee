package dev.statuslab.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The declaration of an extension in a request: a member of Man or C-Man (RFC 2774 §3).
 *
 * @param identifier an absolute URI or the name of a field
 * @param prefix what the names of the extension's fields begin with: two digits or more;
 * null for an extension without fields
 */
public record ExtensionDeclaration(String identifier, @Nullable String prefix) {

	/** Declares what the origin server must support (RFC 2774 §4.1). */
	public static final String END_TO_END = "Man";

	/** Declares what the next server must support (RFC 2774 §4.2). */
	public static final String HOP_BY_HOP = "C-Man";

	private static final String METHOD_PREFIX = "M-";

	private static final Pattern IDENTIFIER = Pattern.compile("\"([^\"\\\\]+)\"");

	private static final Pattern NAMESPACE = Pattern.compile("ns *= *\"?([0-9]{2,8})\"?", Pattern.CASE_INSENSITIVE);

	/**
	 * Whether a method says that the request is only to be fulfilled together with its
	 * extensions (RFC 2774 §5).
	 * @param method the request method
	 * @return whether it is another method with {@code M-} before it
	 */
	public static boolean isMandatory(String method) {
		return method.startsWith(METHOD_PREFIX) && method.length() > METHOD_PREFIX.length();
	}

	/**
	 * The method that is extended.
	 * @param method the method of a mandatory request
	 * @return the method without its prefix
	 */
	public static String extended(String method) {
		return method.substring(METHOD_PREFIX.length());
	}

	/**
	 * Reads Man or C-Man. None of its members may be passed over: one that can't be read
	 * is, as it stands there, the identifier of an extension that nobody supports.
	 * @param lines the field's lines
	 * @return the declarations, in order
	 */
	public static List<ExtensionDeclaration> list(List<String> lines) {
		List<ExtensionDeclaration> declarations = new ArrayList<>();
		for (String line : lines) {
			for (String member : FieldSyntax.split(line, ',')) {
				if (!member.isBlank()) {
					declarations.add(read(member.strip()));
				}
			}
		}
		return declarations;
	}

	/**
	 * The problem that answers a mandatory request where no extension is supported,
	 * whatever else there would be to say (RFC 2774 §5).
	 * @return a 510
	 */
	public static ProblemException noneSupported() {
		return new ProblemException(510,
				"No extension is supported at this address. Send the request without M- before its method, "
						+ "and without Man and C-Man.")
			.with("extensions", List.of());
	}

	private static ExtensionDeclaration read(String member) {
		List<String> parts = FieldSyntax.split(member, ';');
		Matcher uri = IDENTIFIER.matcher(parts.get(0).strip());
		if (!uri.matches()) {
			return new ExtensionDeclaration(member, null);
		}
		return new ExtensionDeclaration(uri.group(1),
				parts.stream()
					.skip(1)
					.map((part) -> NAMESPACE.matcher(part.strip()))
					.filter(Matcher::matches)
					.map((namespace) -> namespace.group(1))
					.findFirst()
					.orElse(null));
	}

	/**
	 * A field of this extension (RFC 2774 §3.1).
	 * @param name the field's name within the extension
	 * @return its name in this message, such as {@code 16-Unit}
	 * @throws ProblemException 400 if the declaration reserves no prefix
	 */
	public String field(String name) {
		if (this.prefix == null) {
			throw new ProblemException(400,
					"The extension has fields, and its declaration reserves no prefix for them: add ; ns= and "
							+ "two digits, as in \"%s\"; ns=16".formatted(this.identifier));
		}
		return this.prefix + "-" + name;
	}

}
