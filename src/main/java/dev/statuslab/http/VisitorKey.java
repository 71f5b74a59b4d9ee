package dev.statuslab.http;

import java.util.regex.Pattern;

/**
 * The names that visitors choose for their own copy of a resource, so that they don't
 * meet by accident.
 */
public final class VisitorKey {

	// the characters that a URI never needs to encode (RFC 3986 §2.3)
	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

	private VisitorKey() {
	}

	/**
	 * Lets a well-formed key pass.
	 * @param key what stands in the address
	 * @return the key
	 * @throws ProblemException 400 if it is none
	 */
	public static String require(String key) {
		if (KEY.matcher(key).matches()) {
			return key;
		}
		throw new ProblemException(400,
				"This is no key: 1 to 64 characters are expected, each an ASCII letter, a digit or one of . _ ~ -")
			.with("parameter", "key");
	}

}
