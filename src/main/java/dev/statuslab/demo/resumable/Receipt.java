package dev.statuslab.demo.resumable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the target of an upload makes of the whole representation: the same, however many
 * requests have brought it.
 *
 * @param mediaType the media type that its first request told
 * @param length its octets
 * @param sha256 their SHA-256, in hexadecimal
 */
record Receipt(String mediaType, int length, String sha256) {

	static Receipt of(String mediaType, byte[] octets) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
			return new Receipt(mediaType, octets.length, HexFormat.of().formatHex(digest));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
