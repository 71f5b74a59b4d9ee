package dev.statuslab.server;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeoutException;

import dev.statuslab.http.Problem;
import dev.statuslab.http.ProblemException;
import dev.statuslab.server.ProblemRenderer.Rendered;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what is refused before Spring sees it, by the container or by a gate. */
class ProblemErrorHandler extends ErrorHandler {

	private final ProblemRenderer renderer;

	private final BasePath basePath;

	private final long largestHead;

	ProblemErrorHandler(ProblemRenderer renderer, BasePath basePath, long largestHead) {
		this.renderer = renderer;
		this.basePath = basePath;
		this.largestHead = largestHead;
	}

	@Override
	public boolean errorPageForMethod(String method) {
		return true;
	}

	@Override
	protected void generateResponse(Request request, Response response, int code, @Nullable String message,
			@Nullable Throwable cause, Callback callback) {
		HttpFields.Mutable fields = response.getHeaders();
		ProblemException known = Causes.find(cause, ProblemException.class);
		if (known != null) {
			answer(request, response, callback, known);
			return;
		}
		if (Causes.find(cause, TimeoutException.class) != null) {
			fields.put(HttpFields.CONNECTION_CLOSE);
			write(request, response, callback, problem(HttpStatus.REQUEST_TIMEOUT_408, null), true);
			return;
		}
		boolean broken = cause instanceof HttpException;
		if (broken && RequestGate.isHttp1(request)) {
			fields.put(HttpFields.CONNECTION_CLOSE);
		}
		if (code == HttpStatus.UPGRADE_REQUIRED_426) {
			fields.put(HttpHeader.UPGRADE, "h2c");
			fields.put(HttpHeader.CONNECTION, "Upgrade, close");
		}
		write(request, response, callback, problem(code, message), !broken);
	}

	/**
	 * Answers a problem that a gate has found.
	 * @param request the request, whose head could be read
	 * @param response the response, of which nothing was sent
	 * @param callback told when the exchange is over
	 * @param problem what was wrong
	 */
	void answer(Request request, Response response, Callback callback, ProblemException problem) {
		problem.fields().forEach(response.getHeaders()::put);
		write(request, response, callback, problem.problem(), true);
	}

	private void write(Request request, Response response, Callback callback, Problem problem, boolean readable) {
		HttpFields.Mutable fields = response.getHeaders();
		StandardFields.addTo(fields);
		if (problem.status() == HttpStatus.MISDIRECTED_REQUEST_421 || this.basePath.leadsToDemo(request)) {
			fields.put(StandardFields.EARNED);
		}
		String instance = readable ? request.getHttpURI().getPath() : null;
		List<String> accept = request.getHeaders().getValuesList(HttpHeader.ACCEPT);
		Rendered rendered = this.renderer.render(problem, this.basePath.of(request), instance, accept);
		response.setStatus(problem.status());
		fields.put(HttpHeader.CONTENT_TYPE, rendered.mediaType());
		fields.put(HttpHeader.CONTENT_LENGTH, rendered.octets().length);
		fields.put(HttpHeader.CACHE_CONTROL, "no-store");
		boolean head = "HEAD".equals(request.getMethod());
		response.write(true, head ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(rendered.octets()), callback);
	}

	private Problem problem(int code, @Nullable String message) {
		return switch (code) {
			case 400 -> Problem.of(code, "The request is malformed" + ((message != null) ? ": " + message : "") + ".");
			case 404 -> Problem.of(code, "There is nothing at this address.");
			case 408 -> Problem.of(code, "The rest of the request did not arrive in time.");
			case 414 -> Problem.of(code, "The request line is too long.").with("limit", this.largestHead);
			case 417 -> Problem.of(code, "The only expectation that can be met is 100-continue.")
				.with("allowed", List.of("100-continue"));
			case 421 -> Problem.of(code, "An https resource is not answered over a connection without TLS.");
			case 426 -> Problem.of(code, "HTTP/2 without TLS starts with its own preface, or with an upgrade to h2c.")
				.with("allowed", List.of("h2c"));
			case 431 -> Problem.of(code, "The request line and the fields together are too large.")
				.with("limit", this.largestHead);
			case 501 -> Problem.of(code, "The only transfer coding that is understood is chunked.")
				.with("allowed", List.of("chunked"));
			case 505 -> Problem.of(code, "This version of HTTP is not spoken here.")
				.with("allowed", List.of("HTTP/1.0", "HTTP/1.1", "HTTP/2"));
			case 503 -> Problem.of(code, "The server is stopping or out of capacity.");
			default -> Problem.of((code >= 400) ? code : 500, "The request can't be answered.");
		};
	}

}
