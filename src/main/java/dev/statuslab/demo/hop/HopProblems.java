package dev.statuslab.demo.hop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.statuslab.http.HttpDates;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.Problem;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.ReasonPhrases;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes what a hop answers by itself: a problem detail (RFC 9457 §3), or a page for
 * those who prefer HTML.
 */
@Component
class HopProblems extends ErrorHandler {

	/** The member that leads to the portal's login; a link on the page. */
	static final String LOGIN = "login";

	private static final String JSON = "application/problem+json";

	private static final String HTML = "text/html";

	private final Origin origin;

	private final JsonMapper json;

	private final ReasonPhrases phrases;

	HopProblems(Origin origin, JsonMapper json, ReasonPhrases phrases) {
		this.origin = origin;
		this.json = json;
		this.phrases = phrases;
	}

	@Override
	public boolean errorPageForMethod(String method) {
		return true;
	}

	@Override
	protected void generateResponse(Request request, Response response, int code, @Nullable String message,
			@Nullable Throwable cause, Callback callback) {
		if (cause instanceof HttpException) {
			response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
		}
		answer(request, response, callback,
				new ProblemException((code >= 400) ? code : 500, "The request does not get past this hop"
						+ ((cause instanceof HttpException && message != null) ? ": " + message + "." : ".")));
	}

	/**
	 * Answers a problem.
	 * @param request the request
	 * @param response the response, of which nothing was sent
	 * @param callback told when the exchange is over
	 * @param problem what was wrong
	 */
	void answer(Request request, Response response, Callback callback, ProblemException problem) {
		HttpFields.Mutable fields = response.getHeaders();
		problem.fieldLines().forEach((name, lines) -> {
			fields.remove(name);
			lines.forEach((line) -> fields.add(name, line));
		});
		int status = problem.problem().status();
		boolean page = HTML
			.equals(Negotiation.mediaType(request.getHeaders().getValuesList(HttpHeader.ACCEPT), List.of(JSON, HTML))
				.orElse(JSON));
		write(request, response, callback, status, page ? HTML + ";charset=utf-8" : JSON,
				page ? page(problem.problem()) : this.json.writeValueAsString(members(request, problem.problem())));
	}

	/**
	 * Answers with content of a hop's own, which is nobody's to keep.
	 * @param request the request
	 * @param response the response, of which nothing was sent
	 * @param callback told when the exchange is over
	 * @param status the status code
	 * @param type the media type
	 * @param content the content
	 */
	static void write(Request request, Response response, Callback callback, int status, String type, String content) {
		byte[] octets = content.getBytes(StandardCharsets.UTF_8);
		HttpFields.Mutable fields = response.getHeaders();
		response.setStatus(status);
		fields.put(HttpHeader.DATE, HttpDates.format(Instant.now()));
		fields.put(HttpHeader.CONTENT_TYPE, type);
		fields.put(HttpHeader.CONTENT_LENGTH, octets.length);
		fields.put(HttpHeader.CACHE_CONTROL, "no-store");
		fields.put("X-Content-Type-Options", "nosniff");
		fields.put("Content-Security-Policy",
				"default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
		fields.put("Statuslab", "earned");
		response.write(true, "HEAD".equals(request.getMethod()) ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(octets),
				callback);
	}

	private Map<String, Object> members(Request request, Problem problem) {
		String path = request.getHttpURI().getPath();
		return problem.written(this.phrases.phrase(problem.status()), "/badMessage".equals(path) ? null : path,
				this.origin.documentation(problem.status()));
	}

	private String page(Problem problem) {
		Object login = problem.members().get(LOGIN);
		String link = (login != null)
				? "<p><a href=\"%1$s\">%1$s</a></p>\n".formatted(HtmlUtils.htmlEscape(login.toString())) : "";
		return page("%d %s".formatted(problem.status(), this.phrases.phrase(problem.status())),
				"<p>" + HtmlUtils.htmlEscape(problem.detail()) + "</p>\n" + link);
	}

	/**
	 * A page.
	 * @param title its title
	 * @param body HTML
	 * @return HTML
	 */
	static String page(String title, String body) {
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title></head>
				<body>
				<h1>%1$s</h1>
				%2$s</body>
				</html>
				"""
			.formatted(title, body);
	}

}
