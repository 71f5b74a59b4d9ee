package dev.statuslab.demo.access;

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

import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

/**
 * The nonces of Digest (RFC 7616 §3.3). A nonce proves by itself that it was made here
 * and when, so that handing one out costs no memory; only one that was used with the
 * right password is remembered, with how often.
 */
final class Nonces {

	static final Duration LIFETIME = Duration.ofSeconds(60);

	private static final String MAC = "HmacSHA256";

	private static final int RANDOM_OCTETS = 8;

	private static final int SIGNED_OCTETS = Long.BYTES + RANDOM_OCTETS;

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec key;

	private final Store<Use> uses;

	private final InstantSource clock;

	Nonces(Stores stores, InstantSource clock) {
		byte[] secret = new byte[32];
		this.random.nextBytes(secret);
		this.key = new SecretKeySpec(secret, MAC);
		this.uses = stores.open("access-nonces", Use.class, LIFETIME);
		this.clock = clock;
	}

	/**
	 * Makes a nonce that no other request gets.
	 * @return the nonce, of letters, digits, hyphens and underscores
	 */
	String create() {
		byte[] unique = new byte[RANDOM_OCTETS];
		this.random.nextBytes(unique);
		ByteBuffer signed = ByteBuffer.allocate(SIGNED_OCTETS).putLong(this.clock.millis()).put(unique);
		byte[] mac = mac(signed.array());
		byte[] nonce = ByteBuffer.allocate(SIGNED_OCTETS + mac.length).put(signed.array()).put(mac).array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
	}

	/**
	 * Uses a nonce once. To be called only for who has shown the right password.
	 * @param nonce what the client took for a nonce
	 * @param count how often the client has used it, this time included
	 * @return whether it is ours, not older than {@link #LIFETIME}, and the count higher
	 * than ever before
	 */
	boolean use(String nonce, long count) {
		if (!fresh(nonce) || count < 1) {
			return false;
		}
		return this.uses.create(nonce, new Use(count, true))
				|| this.uses.update(nonce, (last) -> last.next(count)).map(Use::advanced).orElse(false);
	}

	private boolean fresh(String nonce) {
		ByteBuffer octets = ByteBuffer.wrap(decode(nonce));
		if (octets.remaining() <= SIGNED_OCTETS) {
			return false;
		}
		byte[] signed = new byte[SIGNED_OCTETS];
		byte[] mac = new byte[octets.remaining() - SIGNED_OCTETS];
		octets.get(signed).get(mac);
		Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(signed).getLong());
		return MessageDigest.isEqual(mac(signed), mac) && this.clock.instant().isBefore(made.plus(LIFETIME));
	}

	private static byte[] decode(String nonce) {
		try {
			return Base64.getUrlDecoder().decode(nonce);
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

	/**
	 * The use of a nonce so far.
	 *
	 * @param highest the highest count seen
	 * @param advanced whether the last attempt had a higher count than those before
	 */
	record Use(long highest, boolean advanced) {

		Use next(long count) {
			return new Use(Math.max(this.highest, count), count > this.highest);
		}

	}

}
