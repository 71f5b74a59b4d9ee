package dev.statuslab.demo.hop;

import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;

/**
 * A captive portal: it takes every request for one that it has intercepted, and lets it
 * through to this server once the client has logged in (RFC 6585 §6).
 */
class PortalGate extends Handler.Wrapper {

	private static final String LOGIN = "/login";

	private static final String FORM = """
			<p>This is the captive portal of a demo. Accept its terms, and you are let through for a minute.</p>
			<form method="post"><button>Accept</button></form>
			""";

	private static final String WELCOME = """
			<p>You are let through for a minute.</p>
			""";

	private final Guests guests;

	private final Door door;

	private final HopProblems problems;

	PortalGate(Guests guests, Door door, HopProblems problems, Handler next) {
		super(next);
		this.guests = guests;
		this.door = door;
		this.problems = problems;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		try {
			if ("CONNECT".equals(request.getMethod())) {
				throw new ProblemException(501, "A portal opens no tunnels.").field("Connection", "close");
			}
			String own = authority(request);
			if (isLogin(request, own)) {
				return answersLogin(request, response, callback);
			}
			Via.refuseLoop(Via.PORTAL, request.getHeaders().getValuesList(HttpHeader.VIA));
			if (!this.guests.admitted(request)) {
				throw refused("http://" + own + LOGIN);
			}
			return super.handle(request, response, callback);
		}
		catch (ProblemException ex) {
			this.problems.answer(request, response, callback, ex);
			return true;
		}
	}

	private String authority(Request request) {
		return this.door.authority(new HostPort(Request.getLocalAddr(request), 0).getHost()).orElse("");
	}

	/** The portal's own resource, and not one of a server that was asked for. */
	private static boolean isLogin(Request request, String own) {
		boolean ours = own.equalsIgnoreCase(request.getHttpURI().getAuthority())
				|| request.getHttpURI().getPort() == Request.getLocalPort(request);
		return ours && LOGIN.equals(request.getHttpURI().getCanonicalPath());
	}

	/** No challenge, and no form: it would seem to be the origin's (RFC 6585 §6). */
	private static ProblemException refused(String login) {
		return new ProblemException(511,
				"This network wants to know its guests before it lets them through. Log in, and ask again.")
			.with(HopProblems.LOGIN, login);
	}

	private boolean answersLogin(Request request, Response response, Callback callback) {
		switch (request.getMethod()) {
			case "POST" -> {
				this.guests.admit(request);
				response.getHeaders().put(HttpHeader.LOCATION, LOGIN);
				HopProblems.write(request, response, callback, HttpStatus.SEE_OTHER_303, "text/html;charset=utf-8",
						HopProblems.page("Welcome", "<p><a href=\"%s\">Go on</a></p>\n".formatted(LOGIN)));
			}
			case "GET", "HEAD" ->
				HopProblems.write(request, response, callback, HttpStatus.OK_200, "text/html;charset=utf-8",
						HopProblems.page("Log in to this network", this.guests.admitted(request) ? WELCOME : FORM));
			default -> throw new ProblemException(405, "Log in with POST.").field("Allow", "GET, HEAD, POST");
		}
		return true;
	}

}
