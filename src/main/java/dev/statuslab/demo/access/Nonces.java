package dev.statuslab.demo.access;

import java.time.Duration;
import java.time.InstantSource;

import dev.statuslab.http.NonceMint;
import dev.statuslab.http.NonceUse;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

/**
 * The nonces of Digest (RFC 7616 §3.3). Only one that was used with the right password is
 * remembered, with how often.
 */
final class Nonces {

	static final Duration LIFETIME = Duration.ofSeconds(60);

	private final NonceMint mint;

	private final Store<NonceUse> uses;

	Nonces(Stores stores, InstantSource clock) {
		this.mint = NonceMint.ofChance(clock);
		this.uses = stores.open("access-nonces", NonceUse.class, LIFETIME);
	}

	/**
	 * Makes a nonce that no other request gets.
	 * @return the nonce, of letters, digits, hyphens and underscores
	 */
	String create() {
		return this.mint.create();
	}

	/**
	 * Uses a nonce once. To be called only for who has shown the right password.
	 * @param nonce what the client took for a nonce
	 * @param count how often the client has used it, this time included
	 * @return whether it is ours, not older than {@link #LIFETIME}, and the count higher
	 * than ever before
	 */
	boolean use(String nonce, long count) {
		if (!this.mint.isFresh(nonce, LIFETIME) || count < 1) {
			return false;
		}
		return this.uses.create(nonce, NonceUse.first(count))
				|| this.uses.update(nonce, (last) -> last.next(count)).map(NonceUse::advanced).orElse(false);
	}

}
