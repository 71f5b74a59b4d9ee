package dev.statuslab.demo.hop;

import java.net.InetSocketAddress;

import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ConnectHandler;
import org.eclipse.jetty.util.Callback;

/** CONNECT (RFC 9110 §9.3.6): a tunnel to this server, and to nobody else. */
class Tunnel extends ConnectHandler {

	private static final long IDLE_MILLISECONDS = 15_000;

	private final Origin origin;

	private final HopProblems problems;

	Tunnel(Origin origin, HopProblems problems, Handler next) {
		super(next);
		this.origin = origin;
		this.problems = problems;
		setIdleTimeout(IDLE_MILLISECONDS);
	}

	@Override
	public boolean validateDestination(String host, int port) {
		return this.origin.isAt(host, port);
	}

	/** Whatever its name: nothing is looked up. */
	@Override
	protected InetSocketAddress newConnectAddress(String host, int port) {
		return this.origin.address();
	}

	@Override
	protected void onConnectFailure(Request request, Response response, Callback callback, Throwable failure) {
		this.problems.answer(request, response, callback,
				new ProblemException(502, "The tunnel's other end could not be reached.").field("Connection", "close"));
	}

}
