package dev.statuslab.demo.hop;

import dev.statuslab.http.ReasonPhrases;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The server of the two hops: one for both, with few threads and small buffers. It begins
 * after the main server that it leads to, and ends before it.
 */
@Component
class HopServer implements SmartLifecycle {

	/** After Boot's web server, and before its graceful end. */
	private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

	private static final int MOST_THREADS = 16;

	private static final int THREAD_IDLE_MILLISECONDS = 10_000;

	private static final long STOP_MILLISECONDS = 2_000;

	private static final int LARGEST_HEAD = 32 * 1024;

	private static final int LARGEST_BUFFER = 64 * 1024;

	private static final int BUFFERS = 64;

	private static final long POOLED = 4L * 1024 * 1024;

	/** RFC 9112 §3.2.2: the authority of an absolute-form target wins over Host. */
	private static final HttpCompliance COMPLIANCE = HttpCompliance.RFC9110.with("statuslab-hop",
			HttpCompliance.Violation.MISMATCHED_AUTHORITY);

	private final Origin origin;

	private final Door proxy;

	private final Door portal;

	private final ProxyAuthentication authentication;

	private final Guests guests;

	private final HopProblems problems;

	private final ReasonPhrases phrases;

	private @Nullable Server server;

	HopServer(Origin origin, Door proxy, Door portal, ProxyAuthentication authentication, Guests guests,
			HopProblems problems, ReasonPhrases phrases) {
		this.origin = origin;
		this.proxy = proxy;
		this.portal = portal;
		this.authentication = authentication;
		this.guests = guests;
		this.problems = problems;
		this.phrases = phrases;
	}

	@Override
	public synchronized void start() {
		QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 1, THREAD_IDLE_MILLISECONDS);
		threads.setName("hop");
		Server next = new Server(threads, null, new ArrayByteBufferPool(0, 0, LARGEST_BUFFER, BUFFERS, POOLED, POOLED));
		next.setErrorHandler(this.problems);
		next.setStopTimeout(STOP_MILLISECONDS);
		HopConnection.Factory protocol = new HopConnection.Factory(configuration(), this.phrases);
		this.proxy.open(next, protocol);
		this.portal.open(next, protocol);
		if (next.getConnectors().length == 0) {
			return;
		}
		next.setHandler(
				new GracefulHandler(new Handler.Sequence(new At(this.proxy, proxy()), new At(this.portal, portal()))));
		try {
			next.start();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The proxy and the portal do not start", ex);
		}
		this.server = next;
	}

	private Handler proxy() {
		return new ProxyGate(this.origin, this.authentication, this.problems,
				new Tunnel(this.origin, this.problems, new DataSaver(this.origin, Via.PROXY, this.problems)));
	}

	private Handler portal() {
		return new PortalGate(this.guests, this.portal, this.problems,
				new Forwarding(this.origin, Via.PORTAL, this.problems));
	}

	private static HttpConfiguration configuration() {
		HttpConfiguration configuration = new HttpConfiguration();
		configuration.setHttpCompliance(COMPLIANCE);
		configuration.setRequestHeaderSize(LARGEST_HEAD);
		configuration.setResponseHeaderSize(LARGEST_HEAD);
		configuration.setHeaderCacheSize(0);
		configuration.setSendServerVersion(false);
		// the origin server's date goes on (RFC 9110 §6.6.1)
		configuration.setSendDateHeader(false);
		return configuration;
	}

	@Override
	public synchronized void stop() {
		Server current = this.server;
		this.server = null;
		this.proxy.close();
		this.portal.close();
		if (current != null) {
			try {
				current.stop();
			}
			catch (Exception ex) {
				throw new IllegalStateException("The proxy and the portal do not stop", ex);
			}
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.server != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	/** Leaves alone what came through another door. */
	private static final class At extends Handler.Wrapper {

		private final String door;

		private At(Door door, Handler handler) {
			super(handler);
			this.door = door.name();
		}

		@Override
		public boolean handle(Request request, Response response, Callback callback) throws Exception {
			return this.door.equals(request.getConnectionMetaData().getConnector().getName())
					&& super.handle(request, response, callback);
		}

	}

}
