package dev.statuslab.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hash algorithms of Digest (RFC 7616 §6.1). Their {@code -sess} variants are not
 * among them: credentials made with these are not verified, and so prove nothing.
 */
public enum DigestAlgorithm {

	/**
	 * What is meant where no algorithm is named; for old clients only (RFC 7616 §5.1).
	 */
	MD5("MD5", "MD5"),

	/** SHA-256, which every implementation has. */
	SHA_256("SHA-256", "SHA-256"),

	/** SHA-512/256, a function of its own: no SHA-512 that was cut off. */
	SHA_512_256("SHA-512-256", "SHA-512/256"),

	/**
	 * SHA-512, which is not registered for Digest and which httpbin offers all the same.
	 */
	SHA_512("SHA-512", "SHA-512");

	private final String token;

	private final String function;

	DigestAlgorithm(String token, String function) {
		this.token = token;
		this.function = function;
	}

	/**
	 * The algorithm with this name.
	 * @param token the name, in any case
	 * @return the algorithm, or nothing where it is none of these
	 */
	public static Optional<DigestAlgorithm> named(String token) {
		return Stream.of(values()).filter((algorithm) -> algorithm.token.equalsIgnoreCase(token)).findFirst();
	}

	/**
	 * The algorithm's name in challenges and credentials.
	 * @return for example {@code SHA-256}
	 */
	public String token() {
		return this.token;
	}

	/** The hash of the text's UTF-8 octets, in lower-case hexadecimal digits. */
	String hash(String text) {
		return hash(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The hash of the octets, in lower-case hexadecimal digits. */
	String hash(byte[] octets) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance(this.function).digest(octets));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
