package dev.statuslab.demo.hop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

import dev.statuslab.http.Listener;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of the two listeners, open or not. */
final class Door implements Listener {

	/** The forward proxy's. */
	static final String PROXY = "proxy";

	/** The captive portal's. */
	static final String PORTAL = "portal";

	private static final Logger logger = LoggerFactory.getLogger(Door.class);

	private static final long IDLE_MILLISECONDS = 15_000;

	private final String name;

	private final boolean enabled;

	private final InetAddress bound;

	private final int port;

	private final @Nullable String authority;

	private volatile @Nullable ServerConnector connector;

	Door(String name, boolean enabled, InetAddress bound, int port, @Nullable String authority) {
		this.name = name;
		this.enabled = enabled;
		this.bound = bound;
		this.port = port;
		this.authority = authority;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Optional<InetSocketAddress> address() {
		ServerConnector current = this.connector;
		if (current == null || current.getLocalPort() <= 0) {
			return Optional.empty();
		}
		InetAddress reached = this.bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : this.bound;
		return Optional.of(new InetSocketAddress(reached, current.getLocalPort()));
	}

	/**
	 * How clients reach it.
	 * @param host the name by which the client knows this machine
	 * @return an authority, or nothing if it is not open
	 */
	Optional<String> authority(String host) {
		return address().map((address) -> (this.authority != null) ? this.authority : host + ":" + address.getPort());
	}

	/**
	 * Opens it, if it is enabled: at another port where its own is taken, because a demo
	 * must not keep the whole server from starting.
	 * @param server the server that it leads to
	 * @param protocol what is spoken at it
	 */
	void open(Server server, ConnectionFactory protocol) {
		if (!this.enabled) {
			return;
		}
		// no thread of its own that accepts, one that selects
		ServerConnector opened = new ServerConnector(server, null, null, null, 0, 1, protocol);
		opened.setName(this.name);
		opened.setHost(this.bound.getHostAddress());
		opened.setIdleTimeout(IDLE_MILLISECONDS);
		opened.setPort(this.port);
		try {
			open(opened);
			server.addConnector(opened);
			this.connector = opened;
			logger.info("The {} listens on {} port {}", this.name, opened.getHost(), opened.getLocalPort());
		}
		catch (IOException ex) {
			logger.warn("The {} does not listen: {} ({}). Set statuslab.{}.address", this.name, ex.getMessage(),
					opened.getHost(), this.name);
		}
	}

	private void open(ServerConnector opened) throws IOException {
		try {
			opened.open();
		}
		catch (IOException ex) {
			if (this.port == 0) {
				throw ex;
			}
			opened.setPort(0);
			opened.open();
			logger.warn("Port {} can't be had for the {} ({}): it takes another. Set statuslab.{}.port", this.port,
					this.name, ex.getMessage(), this.name);
		}
	}

	void close() {
		this.connector = null;
	}

}
