package dev.statuslab.server;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;

import dev.statuslab.http.ExtensionDeclaration;
import dev.statuslab.http.Methods;
import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The first to see a request: answers what concerns the server as a whole, and refuses
 * what no resource of it could answer.
 */
class RequestGate extends Handler.Wrapper {

	private static final String ALLOW = String.join(", ", Methods.IMPLEMENTED);

	/** Pages that may run our scripts, where the front does not see to it. */
	private static final Pattern PAGES = Pattern.compile("/recipes(?:/.*)?|/labs(?:/[^/]*)?");

	/** The names under this one are nobody's (RFC 6761 §6.4). */
	private static final String INVALID = "invalid";

	private final BasePath basePath;

	private final int longestTarget;

	private final ProblemErrorHandler problems;

	RequestGate(BasePath basePath, int longestTarget, ProblemErrorHandler problems) {
		this.basePath = basePath;
		this.longestTarget = longestTarget;
		this.problems = problems;
	}

	@Override
	public boolean handle(Request received, Response response, Callback callback) throws Exception {
		Request request = this.basePath.cleaned(received);
		HttpFields.Mutable fields = response.getHeaders();
		StandardFields.addTo(fields);
		String path = this.basePath.pathIn(request);
		if (this.basePath.leadsToDemo(request)) {
			fields.put(StandardFields.EARNED);
		}
		else if (path != null && PAGES.matcher(path).matches()) {
			fields.put(StandardFields.PAGE_POLICY);
		}
		else if (path != null && path.startsWith("/swagger-ui")) {
			StandardFields.admitSwagger(fields);
		}
		try {
			refuse(request);
			if (!"OPTIONS".equals(request.getMethod())) {
				return super.handle(request, response, callback);
			}
			return answersOptions(request, response, callback)
					|| super.handle(request, new Options(request, response), callback);
		}
		catch (ProblemException ex) {
			this.problems.answer(request, response, callback, ex);
			return true;
		}
	}

	private void refuse(Request request) {
		HttpURI uri = request.getHttpURI();
		String method = request.getMethod();
		if ("CONNECT".equals(method)) {
			throw connect(uri);
		}
		boolean known = Methods.IMPLEMENTED.contains(method) || "TRACE".equals(method);
		if (!known && !ExtensionDeclaration.isMandatory(method)) {
			throw new ProblemException(501, "No resource here implements this method.").with("allowed",
					Methods.IMPLEMENTED);
		}
		int length = String.valueOf(uri.getPathQuery()).length();
		if (length > this.longestTarget) {
			throw new ProblemException(414, "The request target is too long.").with("limit", this.longestTarget)
				.with("length", length);
		}
		if ("*".equals(uri.getPath()) && !"OPTIONS".equals(method)) {
			throw new ProblemException(400, "The target * goes with OPTIONS only.");
		}
		// RFC 9110 §7.4: a target URI whose authority is not ours is misdirected
		String host = uri.getHost();
		if (host != null && isInvalid(host)) {
			throw new ProblemException(421, "This server does not answer for names under .invalid.");
		}
	}

	private static boolean isInvalid(String host) {
		int end = host.endsWith(".") ? host.length() - 1 : host.length();
		int start = end - INVALID.length();
		return start >= 0 && host.regionMatches(true, start, INVALID, 0, INVALID.length())
				&& (start == 0 || host.charAt(start - 1) == '.');
	}

	/** RFC 9110 §9.3.6: a bad port is 400; a good one, and we are no proxy. */
	private static ProblemException connect(HttpURI uri) {
		ProblemException problem = (uri.getPort() >= 1 && uri.getPort() <= 65535)
				? new ProblemException(501, "This is an origin server: it opens no tunnels.").with("allowed",
						Methods.IMPLEMENTED)
				: new ProblemException(400, "CONNECT takes a host and a port from 1 to 65535.");
		return problem.field("Connection", "close");
	}

	private static boolean answersOptions(Request request, Response response, Callback callback) {
		HttpFields asked = request.getHeaders();
		boolean preflight = asked.contains(HttpHeader.ORIGIN)
				&& asked.contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
		boolean whole = "*".equals(request.getHttpURI().getPath());
		if (!preflight && !whole) {
			return false;
		}
		HttpFields.Mutable fields = response.getHeaders();
		fields.put(HttpHeader.ALLOW, ALLOW);
		if (preflight) {
			fields.put("Access-Control-Allow-Methods", ALLOW);
			fields.put("Access-Control-Allow-Headers", "*, Authorization");
			fields.put("Access-Control-Max-Age", "7200");
			response.setStatus(HttpStatus.NO_CONTENT_204);
		}
		else {
			response.setStatus(HttpStatus.OK_200);
			fields.put(HttpHeader.CONTENT_LENGTH, 0);
		}
		response.write(true, BufferUtil.EMPTY_BUFFER, callback);
		return true;
	}

	static boolean isHttp1(Request request) {
		return request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2;
	}

	/**
	 * RFC 9110 §5.6.1: no list-valued field that is empty, as Spring's Accept-Patch is.
	 */
	private static final class Options extends Response.Wrapper {

		private Options(Request request, Response response) {
			super(request, response);
		}

		@Override
		public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
			if (!isCommitted() && String.valueOf(getHeaders().get("Accept-Patch")).isBlank()) {
				getHeaders().remove("Accept-Patch");
			}
			super.write(last, content, callback);
		}

	}

}
