package dev.statuslab.server;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

import dev.statuslab.http.ExtensionDeclaration;
import dev.statuslab.http.Problem;
import dev.statuslab.http.ProblemException;
import dev.statuslab.server.ProblemRenderer.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns every exception that leaves a controller into a problem detail. */
@RestControllerAdvice
class ProblemAdvice {

	private static final Logger logger = LoggerFactory.getLogger(ProblemAdvice.class);

	private final ProblemRenderer renderer;

	ProblemAdvice(ProblemRenderer renderer) {
		this.renderer = renderer;
	}

	@ExceptionHandler
	void ignore(AsyncRequestNotUsableException clientIsGone) {
		// nobody is left to answer
	}

	@ExceptionHandler
	ResponseEntity<byte[]> answer(Exception exception, HttpServletRequest request) {
		HttpHeaders fields = new HttpHeaders();
		Problem problem = problem(exception, request, fields);
		return write(problem, fields, request, request.getRequestURI());
	}

	ResponseEntity<byte[]> write(Problem problem, HttpHeaders fields, HttpServletRequest request, String instance) {
		List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
		Rendered rendered = this.renderer.render(problem, request.getContextPath(), instance, accept);
		if (problem.status() == 408 || problem.status() == 413) {
			fields.set(HttpHeaders.CONNECTION, "close");
		}
		fields.setCacheControl("no-store");
		return ResponseEntity.status(problem.status())
			.headers(fields)
			.header(HttpHeaders.CONTENT_TYPE, rendered.mediaType())
			.contentLength(rendered.octets().length)
			.body(rendered.octets());
	}

	private Problem problem(Exception exception, HttpServletRequest request, HttpHeaders fields) {
		ProblemException known = Causes.find(exception, ProblemException.class);
		if (known != null) {
			known.fieldLines().forEach(fields::put);
			return known.problem();
		}
		if (Causes.find(exception, TimeoutException.class) != null) {
			return Problem.of(408, "The rest of the request did not arrive in time.");
		}
		HttpException container = Causes.find(exception, HttpException.class);
		if (container != null) {
			return Problem.of(container.getCode(), "The request can't be read: " + container.getReason());
		}
		if (exception instanceof HttpMessageNotReadableException unreadable) {
			return unreadable(unreadable);
		}
		if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
			return mismatch(mismatch);
		}
		if (exception instanceof ErrorResponse response) {
			if (ExtensionDeclaration.isMandatory(request.getMethod())) {
				return ExtensionDeclaration.noneSupported().problem();
			}
			return springs(response, request, fields);
		}
		logger.error("Unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), exception);
		return Problem.of(500, "The server met an unexpected condition. The fault is on its side and has been logged.");
	}

	private static Problem unreadable(HttpMessageNotReadableException exception) {
		JacksonException json = Causes.find(exception, JacksonException.class);
		if (json == null) {
			return Problem.of(400, "The request needs content, and has none that can be read.");
		}
		TokenStreamLocation location = json.getLocation();
		Problem problem = Problem.of(400, "The content is not the JSON that is expected here: " + firstSentence(json));
		return (location != null) ? problem.with("line", location.getLineNr()).with("column", location.getColumnNr())
				: problem;
	}

	/**
	 * Jackson's own words name Java classes after the first sentence, or in backticks.
	 */
	private static String firstSentence(JacksonException json) {
		if (json instanceof tools.jackson.databind.DatabindException) {
			String path = json.getPathReference().replaceAll("^.*?\\[\"|\\[\"|\"]", ".").replaceAll("^\\.|\\.$", "");
			return path.isEmpty() ? "a value has the wrong type." : "the value of " + path + " has the wrong type.";
		}
		return "it breaks JSON's syntax.";
	}

	private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
		Class<?> type = mismatch.getRequiredType();
		Problem problem = Problem
			.of(400, "The value of " + mismatch.getName() + " can't be read: " + mismatch.getValue())
			.with("parameter", mismatch.getName());
		return (type != null && type.isEnum())
				? problem.with("allowed", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList())
				: problem;
	}

	private static Problem springs(ErrorResponse response, HttpServletRequest request, HttpHeaders fields) {
		int status = response.getStatusCode().value();
		if (response instanceof HttpRequestMethodNotSupportedException method) {
			Collection<String> allowed = allowed(method);
			fields.set(HttpHeaders.ALLOW, String.join(", ", allowed));
			// RFC 9110 §8.6: HEAD has the length of what GET would get
			String refused = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
			return Problem.of(status, refused + " is not possible here.").with("allowed", allowed);
		}
		if (response instanceof HttpMediaTypeNotSupportedException type) {
			List<String> supported = type.getSupportedMediaTypes().stream().map(MediaType::toString).toList();
			fields.set(acceptField(request.getMethod()), String.join(", ", supported));
			return Problem.of(status, "Content of this type is not taken here: " + request.getContentType())
				.with("allowed", supported);
		}
		if (response instanceof HttpMediaTypeNotAcceptableException type) {
			return Problem.of(status, "None of the types that Accept names can be served.")
				.with("allowed", type.getSupportedMediaTypes().stream().map(MediaType::toString).toList());
		}
		if (status == 404) {
			return Problem.of(404, "There is nothing at this address.");
		}
		fields.putAll(response.getHeaders());
		String detail = response.getBody().getDetail();
		return Problem.of(status, (detail != null) ? detail : "The request can't be answered.");
	}

	/**
	 * The field that tells which content a method takes (RFC 9110 §12.5.1, RFC 5789 §3.1,
	 * Linked Data Platform 1.0 §7.1).
	 */
	private static String acceptField(String method) {
		return switch (method) {
			case "PATCH" -> "Accept-Patch";
			case "POST" -> "Accept-Post";
			default -> "Accept";
		};
	}

	private static Collection<String> allowed(HttpRequestMethodNotSupportedException exception) {
		Collection<String> methods = new TreeSet<>(List.of("OPTIONS"));
		String[] supported = exception.getSupportedMethods();
		if (supported != null) {
			methods.addAll(List.of(supported));
		}
		if (methods.contains("GET")) {
			methods.add("HEAD");
		}
		return methods;
	}

}
