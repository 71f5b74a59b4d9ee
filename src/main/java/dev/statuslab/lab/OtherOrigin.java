package dev.statuslab.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;

import dev.statuslab.http.Links;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The same server at another port: another origin, which is not to see what is meant for
 * the first.
 */
class OtherOrigin {

	/** The name of its connector. */
	static final String NAME = "lab";

	private static final Logger logger = LoggerFactory.getLogger(OtherOrigin.class);

	/** The two names of this machine that nearly every client can resolve. */
	private static final Map<String, String> LOOPBACK = Map.of("localhost", "127.0.0.1", "127.0.0.1", "localhost");

	private final LabProperties properties;

	private volatile @Nullable ServerConnector connector;

	OtherOrigin(LabProperties properties) {
		this.properties = properties;
	}

	/**
	 * Opens it, if it is enabled: at another port where its own is taken, because the lab
	 * must not keep the whole server from starting.
	 * @param server the server
	 * @param address the address that the server listens on; null for all
	 */
	void open(Server server, @Nullable InetAddress address) {
		if (!this.properties.enabled()) {
			return;
		}
		HttpConfiguration configuration = new HttpConfiguration();
		configuration.setSendServerVersion(false);
		ServerConnector opened = new ServerConnector(server, new HttpConnectionFactory(configuration));
		opened.setName(NAME);
		opened.setHost((address != null) ? address.getHostAddress() : null);
		opened.setPort(this.properties.port());
		try {
			open(opened);
			server.addConnector(opened);
			this.connector = opened;
			logger.info("The lab's other origin listens on port {}", opened.getLocalPort());
		}
		catch (IOException ex) {
			logger.warn("The lab's other origin does not listen: {}. Set statuslab.lab.port", ex.getMessage());
		}
	}

	private void open(ServerConnector opened) throws IOException {
		try {
			opened.open();
		}
		catch (IOException ex) {
			if (this.properties.port() == 0) {
				throw ex;
			}
			opened.setPort(0);
			opened.open();
			logger.warn("Port {} can't be had for the lab ({}): it takes another. Set statuslab.lab.port",
					this.properties.port(), ex.getMessage());
		}
	}

	/**
	 * Where an exercise is.
	 * @param links this server, as the client sees it
	 * @param place the exercise
	 * @return its URLs
	 */
	Origins origins(Links links, Place place) {
		String path = links.path(place.path());
		int end = links.origin().indexOf("://") + 3;
		String scheme = links.origin().substring(0, end);
		String host = host(links.origin().substring(end));
		Optional<String> authority = authority(host);
		Optional<String> otherHost = authority.filter((other) -> !host(other).equalsIgnoreCase(host))
			.or(() -> Optional.ofNullable(LOOPBACK.get(host)).flatMap(this::authority));
		return new Origins(links.absolute(place.path()), path, authority.map((other) -> scheme + other + path),
				otherHost.map((other) -> scheme + other + path));
	}

	private Optional<String> authority(String host) {
		ServerConnector current = this.connector;
		if (current == null || current.getLocalPort() <= 0) {
			return Optional.empty();
		}
		String set = this.properties.authority();
		return Optional.of((set != null) ? set : host + ":" + current.getLocalPort());
	}

	private static String host(String authority) {
		return authority.replaceFirst(":[0-9]*$", "");
	}

}
