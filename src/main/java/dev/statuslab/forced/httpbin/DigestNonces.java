package dev.statuslab.forced.httpbin;

import java.time.Duration;
import java.time.InstantSource;

import dev.statuslab.http.NonceMint;
import dev.statuslab.http.NonceUse;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The nonces of {@code /digest-auth}, and how often each was used. */
@Component
final class DigestNonces {

	static final Duration LIFETIME = Duration.ofMinutes(5);

	private final NonceMint mint;

	private final Store<NonceUse> uses;

	@Autowired
	DigestNonces(Stores stores, ObjectProvider<InstantSource> clock) {
		this(stores, clock.getIfUnique(InstantSource::system));
	}

	DigestNonces(Stores stores, InstantSource clock) {
		this.mint = NonceMint.ofChance(clock);
		this.uses = stores.open("httpbin-nonces", NonceUse.class, LIFETIME);
	}

	/**
	 * Makes a nonce that no other request gets.
	 * @return the nonce
	 */
	String create() {
		return this.mint.create();
	}

	/**
	 * Uses a nonce once. To be called only for who has shown the right password.
	 * @param nonce what the client took for a nonce
	 * @param count how often the client has used it, this time included
	 * @param most how often it can be used
	 * @return whether it is ours, fresh, not used up, and the count higher than before
	 */
	boolean use(String nonce, long count, long most) {
		if (!this.mint.isFresh(nonce, LIFETIME) || count < 1 || most < 1) {
			return false;
		}
		return this.uses.create(nonce, NonceUse.first(count)) || this.uses.update(nonce, (last) -> last.next(count))
			.filter((use) -> use.advanced() && use.times() <= most)
			.isPresent();
	}

}
