package dev.statuslab.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user's name in Digest credentials, in either of its forms (RFC 7616 §3.4). */
final class DigestUsername {

	private static final Pattern EXTENDED = Pattern.compile("(?i)UTF-8'[^']*'(.*)");

	private DigestUsername() {
	}

	/** The name, from {@code username} or, extended (RFC 8187), {@code username*}. */
	static String of(AuthParameters parameters) {
		Optional<String> plain = parameters.get("username");
		Optional<String> extended = parameters.get("username*");
		if (plain.isPresent() == extended.isPresent()) {
			throw new IllegalArgumentException("Expected username or username*, one of the two");
		}
		return plain.map(DigestUsername::utf8).orElseGet(() -> extended(extended.orElseThrow()));
	}

	private static String extended(String value) {
		Matcher matcher = EXTENDED.matcher(value);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("username* is UTF-8'' and a percent-encoded name");
		}
		return URLDecoder.decode(matcher.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	/**
	 * Containers read a field's octets as ISO 8859-1. Where they are UTF-8, which the
	 * challenge asks for, that is what the client meant.
	 */
	private static String utf8(String field) {
		byte[] octets = field.getBytes(StandardCharsets.ISO_8859_1);
		if (!new String(octets, StandardCharsets.ISO_8859_1).equals(field)) {
			return field;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
		}
		catch (CharacterCodingException ex) {
			return field;
		}
	}

}
