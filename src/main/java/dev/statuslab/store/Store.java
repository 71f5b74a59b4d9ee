package dev.statuslab.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Values under their callers' keys. Each lives until it is removed, has not been written
 * for the store's age, or must make room for newer ones: a reader is ready for a value to
 * be gone. All operations are atomic and safe for use by many threads.
 *
 * @param <V> the type of the values, which are immutable
 */
public interface Store<V> {

	/**
	 * Keeps a value under a key that is free.
	 * @param key the key
	 * @param value the value
	 * @return whether the key was free; otherwise nothing has changed
	 */
	boolean create(String key, V value);

	/**
	 * Reads a value.
	 * @param key the key
	 * @return the value, or nothing if there is none (any more)
	 */
	Optional<V> read(String key);

	/**
	 * Replaces a value by one made from it. Nothing else happens to the key meanwhile; if
	 * the change throws, the value stays and the exception reaches the caller.
	 * @param key the key
	 * @param change makes the new value; it must be quick and must not use the store
	 * @return the new value, or nothing if there was none to change
	 */
	Optional<V> update(String key, UnaryOperator<V> change);

	/**
	 * Replaces a value by one made from it, or keeps a first one where there is none.
	 * @param key the key
	 * @param first makes the first value; what it makes is dropped where another comes
	 * first
	 * @param change makes the new value, as for {@link #update}
	 * @return the value that is kept now
	 */
	default V put(String key, Supplier<V> first, UnaryOperator<V> change) {
		while (true) {
			Optional<V> changed = update(key, change);
			if (changed.isPresent()) {
				return changed.get();
			}
			V value = first.get();
			if (create(key, value)) {
				return value;
			}
			// another has just been the first: change that one
		}
	}

	/**
	 * Removes a value.
	 * @param key the key
	 * @return what was removed, or nothing if there was none
	 */
	Optional<V> remove(String key);

	/**
	 * All values at this moment, in no order.
	 * @return a copy
	 */
	List<V> list();

}
