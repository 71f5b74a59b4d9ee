package dev.statuslab.recipe;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where this server listens while a recipe is played.
 *
 * @param main its main listener
 * @param beside the listeners beside it, by name; without those that are not open
 */
record Addresses(InetSocketAddress main, Map<String, InetSocketAddress> beside) {

	/** The names that a step may call. */
	static final List<String> NAMES = List.of("proxy", "portal");

	Addresses {
		beside = Map.copyOf(beside);
	}

	/**
	 * The address of a listener.
	 * @param listener its name; the main one has none
	 * @return the address, or nothing if it is not open
	 */
	@Nullable InetSocketAddress of(@Nullable String listener) {
		return (listener != null) ? this.beside.get(listener) : this.main;
	}

	/** An address as the authority of a URI. */
	static String authority(InetSocketAddress address) {
		String host = address.getAddress().getHostAddress();
		if (host.contains(":")) {
			host = "[" + host + "]";
		}
		return host + ":" + address.getPort();
	}

}
