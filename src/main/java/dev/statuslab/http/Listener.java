package dev.statuslab.http;

import java.net.InetSocketAddress;
import java.util.Optional;

/** A listener that the server has beside its main one. */
public interface Listener {

	/**
	 * The name by which recipes know it.
	 * @return a word, such as {@code proxy}
	 */
	String name();

	/**
	 * Where it listens at this moment.
	 * @return the address for clients on this machine, or nothing if it is not open
	 */
	Optional<InetSocketAddress> address();

}
