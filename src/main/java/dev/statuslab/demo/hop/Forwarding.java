package dev.statuslab.demo.hop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Forwards requests to this server, whatever name they have for it, and responses back:
 * Jetty's forward proxy, held to RFC 9110 §7.6.
 */
class Forwarding extends ProxyHandler.Forward {

	/** At one time; twice as many may wait. */
	private static final int MOST_CONNECTIONS = 32;

	private static final int LARGEST_HEAD = 32 * 1024;

	private static final long PATIENCE_MILLISECONDS = 40_000;

	private final Origin origin;

	private final HopProblems problems;

	Forwarding(Origin origin, String pseudonym, HopProblems problems) {
		this.origin = origin;
		this.problems = problems;
		setViaHost(pseudonym);
	}

	@Override
	protected HttpClient newHttpClient() {
		ClientConnector connector = new ClientConnector();
		connector.setSelectors(1);
		connector.setExecutor(getServer().getThreadPool());
		connector.setScheduler(getServer().getScheduler());
		connector.setByteBufferPool(getServer().getByteBufferPool());
		return new HttpClient(new HttpClientTransportOverHTTP(connector));
	}

	@Override
	protected void configureHttpClient(HttpClient client) {
		super.configureHttpClient(client);
		client.setUserAgentField(null);
		client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
		client.setMaxRequestsQueuedPerDestination(2 * MOST_CONNECTIONS);
		client.setMaxRequestHeadersSize(LARGEST_HEAD);
		client.setMaxResponseHeadersSize(LARGEST_HEAD);
		client.setIdleTimeout(PATIENCE_MILLISECONDS);
	}

	@Override
	protected void doStart() throws Exception {
		super.doStart();
		getHttpClient().getProtocolHandlers().put(new OtherInterim());
	}

	@Override
	protected HttpURI rewriteHttpURI(Request request) {
		return HttpURI.build(request.getHttpURI())
			.scheme("http")
			.user(null)
			.host(this.origin.address().getAddress().getHostAddress())
			.port(this.origin.address().getPort())
			.asImmutable();
	}

	@Override
	protected org.eclipse.jetty.client.Request newProxyToServerRequest(Request request, HttpURI inbound) {
		try {
			new URI(inbound.asString());
		}
		catch (URISyntaxException ex) {
			throw new ProblemException(400, "The request target is no URI.");
		}
		org.eclipse.jetty.client.Request forwarded = super.newProxyToServerRequest(request, inbound);
		// RFC 9112 §3.2.4: OPTIONS of a whole server, as the last proxy sends it
		boolean whole = HopConnection.target(request).matches("[^/?]+://[^/?]+");
		return ("OPTIONS".equals(request.getMethod()) && whole) ? forwarded.path("*") : forwarded;
	}

	@Override
	protected void copyRequestHeaders(Request request, org.eclipse.jetty.client.Request forwarded) {
		super.copyRequestHeaders(request, forwarded);
		MaxForwards limit = MaxForwards.of(request);
		forwarded.headers((fields) -> {
			// RFC 9112 §3.2.2: the target's authority, whatever Host was
			fields.put(HttpHeader.HOST, request.getHttpURI().getAuthority());
			// a connection that is used again may be closed at that moment, and to repeat
			// a request may not be allowed (RFC 9110 §9.2.2)
			fields.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
			if (limit.limited()) {
				fields.put(HttpHeader.MAX_FORWARDS, String.valueOf(limit.next().left()));
			}
		});
	}

	/** Via alone: who the client is, a proxy tells nobody unasked (RFC 7239 §8.3). */
	@Override
	protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request forwarded) {
		addViaHeader(request, forwarded);
	}

	@Override
	protected org.eclipse.jetty.client.Response.CompleteListener newServerToProxyResponseListener(Request request,
			org.eclipse.jetty.client.Request forwarded, Response response, Callback callback) {
		forwarded.attribute(OtherInterim.CLIENT, response);
		return new Passage(request, forwarded, response, callback);
	}

	@Override
	protected void onServerToProxyResponseFailure(Request request, org.eclipse.jetty.client.Request forwarded,
			org.eclipse.jetty.client.@Nullable Response received, Response response, Callback callback,
			Throwable failure) {
		if (response.isCommitted()) {
			callback.failed(failure);
			return;
		}
		response.reset();
		this.problems.answer(request, response, callback, problem(failure));
	}

	private static ProblemException problem(Throwable failure) {
		if (failure instanceof TimeoutException) {
			return new ProblemException(504, "The origin server did not answer in time.");
		}
		if (failure instanceof RejectedExecutionException) {
			return new ProblemException(503, "Too many requests are under way here.").field("Retry-After", "1");
		}
		return new ProblemException(502, "The origin server could not be reached, or did not answer with valid HTTP.");
	}

	/** The way of one response. */
	class Passage extends ProxyResponseListener {

		private final Response response;

		Passage(Request request, org.eclipse.jetty.client.Request forwarded, Response response, Callback callback) {
			super(request, forwarded, response, callback);
			this.response = response;
		}

		@Override
		public void onHeaders(org.eclipse.jetty.client.Response received) {
			super.onHeaders(received);
			HttpFields.Mutable fields = this.response.getHeaders();
			// RFC 9110 §7.6.1: what Connection nominates ends here
			List<String> nominated = received.getHeaders().getCSV(HttpHeader.CONNECTION, false);
			nominated.forEach(fields::remove);
			List<String> via = new ArrayList<>(fields.getValuesList(HttpHeader.VIA));
			via.add("1.1 " + getViaHost());
			fields.put(HttpHeader.VIA, String.join(", ", via));
		}

	}

}
