package dev.statuslab.demo.capacity;

import java.util.regex.Pattern;

import dev.statuslab.http.ProblemException;

/** The names that visitors choose, so that they don't meet by accident. */
final class Keys {

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

	private Keys() {
	}

	/**
	 * Lets a well-formed key pass.
	 * @param key what stands in the address
	 * @return the key
	 * @throws ProblemException 400 if it is none
	 */
	static String require(String key) {
		if (KEY.matcher(key).matches()) {
			return key;
		}
		throw new ProblemException(400,
				"This is no key: 1 to 64 characters are expected, each an ASCII letter, a digit or one of . _ ~ -")
			.with("parameter", "key");
	}

}
