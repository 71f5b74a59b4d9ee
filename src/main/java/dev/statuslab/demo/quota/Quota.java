package dev.statuslab.demo.quota;

import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;
import io.github.bucket4j.TimeMeter;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A bucket of tokens a key. It is filled at once when a window ends (Bucket4j's interval
 * refill), not drop by drop: so nothing more can be had before the moment that t and
 * Retry-After tell, and everything from it on. The first window begins with the first
 * request, and they follow each other without a gap; a key that nobody asked for a whole
 * window and a little more is forgotten, so that its next request is a first one again.
 * Around the end of a window twice the quota can pass, as with every fixed window.
 */
@Component
class Quota {

	private final Store<Allowance> allowances;

	private final TimeMeter clock;

	// a clock that nobody sets: with another one a window could last longer than it may
	@Autowired
	Quota(Stores stores) {
		this(stores, TimeMeter.SYSTEM_NANOTIME);
	}

	Quota(Stores stores, TimeMeter clock) {
		// one that has not been written for a whole window is full: nothing is lost
		this.allowances = stores.open("quota", Allowance.class, Allowance.POLICY.window().plusSeconds(2));
		this.clock = clock;
	}

	/**
	 * Takes a token, if there is one.
	 * @param key whose
	 * @return what the request may do
	 */
	Allowance take(String key) {
		// the clock is read where the key is held, so that no request is told an older
		// moment than the one before it
		return this.allowances.put(key, () -> Allowance.first(now()), (last) -> last.next(now()));
	}

	private long now() {
		return this.clock.currentTimeNanos();
	}

}
