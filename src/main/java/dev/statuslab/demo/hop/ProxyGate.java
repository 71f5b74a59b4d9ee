package dev.statuslab.demo.hop;

import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the forward proxy asks of a request before it does anything for it. */
class ProxyGate extends Handler.Wrapper {

	private static final String ALLOW = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE, CONNECT";

	private final Origin origin;

	private final ProxyAuthentication authentication;

	private final HopProblems problems;

	ProxyGate(Origin origin, ProxyAuthentication authentication, HopProblems problems, Handler next) {
		super(next);
		this.origin = origin;
		this.authentication = authentication;
		this.problems = problems;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		try {
			String sent = HopConnection.target(request);
			ProxyTarget target = ProxyTarget.of(request.getMethod(), sent);
			request.setAttribute(DataSaver.ACCOUNT, this.authentication.require(request, sent, response));
			Via.refuseLoop(Via.PROXY, request.getHeaders().getValuesList(HttpHeader.VIA));
			if (MaxForwards.of(request).reached()) {
				return answersItself(request, sent, response, callback);
			}
			require(target);
			return super.handle(request, response, callback);
		}
		catch (ProblemException ex) {
			this.problems.answer(request, response, callback, ex);
			return true;
		}
	}

	/** RFC 9110 §7.6.2: the last hop that is allowed is the final recipient. */
	private static boolean answersItself(Request request, String sent, Response response, Callback callback) {
		boolean trace = "TRACE".equals(request.getMethod());
		response.getHeaders().put(HttpHeader.ALLOW, ALLOW);
		HopProblems.write(request, response, callback, HttpStatus.OK_200, trace ? "message/http" : "text/plain",
				trace ? MaxForwards.reflected(request, sent) : "");
		return true;
	}

	private void require(ProxyTarget target) {
		if (!(target.tunnel() || target.http()) || !this.origin.isAt(target.host(), target.port())) {
			ProblemException problem = new ProblemException(403,
					"This proxy leads to this server alone, by http or by a tunnel.")
				.with("allowed", this.origin.authorities());
			throw target.tunnel() ? problem.field("Connection", "close") : problem;
		}
	}

}
