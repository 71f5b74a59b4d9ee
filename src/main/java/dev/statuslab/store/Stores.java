package dev.statuslab.store;

import java.time.Duration;

/**
 * Opens stores. Every store is bounded: by default as the operator configured it, or more
 * tightly where a room asks for it.
 */
public interface Stores {

	/**
	 * Opens a store with the configured size and age.
	 * @param name names the store in metrics and in a shared engine
	 * @param type the type of its values
	 * @param <V> the type of its values
	 * @return the store
	 */
	<V> Store<V> open(String name, Class<V> type);

	/**
	 * Opens a store whose values live for a time of their own.
	 * @param name names the store in metrics and in a shared engine
	 * @param type the type of its values
	 * @param age how long a value lives after it was last written; never longer than the
	 * configured age
	 * @param <V> the type of its values
	 * @return the store
	 */
	<V> Store<V> open(String name, Class<V> type, Duration age);

}
