package dev.statuslab.http;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the nonces of Digest (RFC 7616 §3.3). A nonce proves by itself that it was made
 * here and when, so that handing one out costs no memory; how often it was used is for
 * others to remember ({@link NonceUse}).
 */
public final class NonceMint {

	private static final String MAC = "HmacSHA256";

	private static final int RANDOM_OCTETS = 8;

	private static final int SIGNED_OCTETS = Long.BYTES + RANDOM_OCTETS;

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec key;

	private final InstantSource clock;

	/**
	 * A mint with a key that several may share.
	 * @param key the secret, 32 octets or more
	 * @param clock tells the time
	 */
	public NonceMint(byte[] key, InstantSource clock) {
		this.key = new SecretKeySpec(key, MAC);
		this.clock = clock;
	}

	/**
	 * A mint whose nonces no other takes for its own.
	 * @param clock tells the time
	 * @return the mint, with a key of chance
	 */
	public static NonceMint ofChance(InstantSource clock) {
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		return new NonceMint(secret, clock);
	}

	/**
	 * Makes a nonce that no other request gets.
	 * @return the nonce, of letters, digits, hyphens and underscores
	 */
	public String create() {
		byte[] unique = new byte[RANDOM_OCTETS];
		this.random.nextBytes(unique);
		ByteBuffer signed = ByteBuffer.allocate(SIGNED_OCTETS).putLong(this.clock.millis()).put(unique);
		byte[] mac = mac(signed.array());
		byte[] nonce = ByteBuffer.allocate(SIGNED_OCTETS + mac.length).put(signed.array()).put(mac).array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
	}

	/**
	 * Whether a nonce was made here, and not too long ago.
	 * @param nonce what a client took for a nonce
	 * @param lifetime how long a nonce is good
	 * @return false for anything else, however malformed
	 */
	public boolean isFresh(String nonce, Duration lifetime) {
		ByteBuffer octets = ByteBuffer.wrap(decode(nonce));
		if (octets.remaining() <= SIGNED_OCTETS) {
			return false;
		}
		byte[] signed = new byte[SIGNED_OCTETS];
		byte[] mac = new byte[octets.remaining() - SIGNED_OCTETS];
		octets.get(signed).get(mac);
		if (!MessageDigest.isEqual(mac(signed), mac)) {
			return false;
		}
		Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(signed).getLong());
		return this.clock.instant().isBefore(made.plus(lifetime));
	}

	/** One text for each nonce: its uses are counted by the text. */
	private static byte[] decode(String nonce) {
		try {
			byte[] octets = Base64.getUrlDecoder().decode(nonce);
			boolean canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(octets).equals(nonce);
			return canonical ? octets : new byte[0];
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	private byte[] mac(byte[] signed) {
		try {
			Mac mac = Mac.getInstance(MAC);
			mac.init(this.key);
			return mac.doFinal(signed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
