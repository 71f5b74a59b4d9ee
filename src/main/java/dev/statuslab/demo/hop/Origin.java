package dev.statuslab.demo.hop;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The only server that the hops lead to: this one's main listener. */
@Component
class Origin {

	private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

	private final List<String> targets;

	private final String contextPath;

	private volatile int port;

	Origin(HopProperties properties, ServerProperties server) {
		this.targets = properties.proxy().targets();
		String path = server.getServlet().getContextPath();
		this.contextPath = (path != null) ? path : "";
	}

	@EventListener
	void listening(WebServerInitializedEvent event) {
		// the management server, if there is one apart, has a namespace
		if (event.getApplicationContext().getServerNamespace() == null) {
			this.port = event.getWebServer().getPort();
		}
	}

	/** Where it is, whatever name the client has for it. */
	InetSocketAddress address() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port);
	}

	/** What a code means, there. */
	String documentation(int status) {
		return "http://%s:%d%s/codes/%d".formatted(address().getAddress().getHostAddress(), this.port, this.contextPath,
				status);
	}

	/** The authorities by which it is known. */
	List<String> authorities() {
		return Stream.concat(LOOPBACK.stream().map((host) -> host + ":" + this.port), this.targets.stream()).toList();
	}

	/**
	 * Whether an authority means this server.
	 * @param host the host, an IPv6 address in brackets
	 * @param targetPort the port
	 * @return whether it does
	 */
	boolean isAt(String host, int targetPort) {
		String authority = host.toLowerCase(Locale.ROOT) + ":" + targetPort;
		return authorities().stream()
			.map((known) -> known.matches(".*:\\d+") ? known : known + ":80")
			.anyMatch(authority::equalsIgnoreCase);
	}

}
