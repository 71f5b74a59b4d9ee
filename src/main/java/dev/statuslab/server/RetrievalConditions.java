package dev.statuslab.server;

import java.util.List;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Preconditions.Verdict;
import dev.statuslab.http.Validators;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Turns a 2xx to GET or HEAD into what a false precondition makes of it, 412 or 304 (RFC
 * 9110 §13.2.2), whoever made it: against the validators that the answer itself has. An
 * answer without an entity tag fulfils no If-Match but {@code *}, and every If-None-Match
 * but {@code *}. What is not safe is for its controller to refuse, before it acts.
 */
@RestControllerAdvice
class RetrievalConditions implements ResponseBodyAdvice<Object> {

	private static final List<HttpMethod> RETRIEVALS = List.of(HttpMethod.GET, HttpMethod.HEAD);

	/** What a 304 has no need to tell (RFC 9110 §15.4.5). */
	private static final List<String> OF_CONTENT = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH,
			HttpHeaders.CONTENT_ENCODING, HttpHeaders.CONTENT_LANGUAGE);

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType,
			MediaType selectedContentType, Class<? extends HttpMessageConverter<?>> selectedConverterType,
			ServerHttpRequest request, ServerHttpResponse response) {
		HttpHeaders fields = response.getHeaders();
		if (RETRIEVALS.contains(request.getMethod()) && isSuccessful(response) && !isForwarded(fields)) {
			Validators validators = Validators.told((name) -> lines(fields, name));
			Preconditions preconditions = Preconditions.of((name) -> lines(request.getHeaders(), name));
			Verdict verdict = preconditions.evaluate(request.getMethod().name(), validators);
			if (verdict == Verdict.FAILED) {
				throw Preconditions.failed(validators);
			}
			if (verdict == Verdict.NOT_MODIFIED) {
				response.setStatusCode(HttpStatus.NOT_MODIFIED);
				OF_CONTENT.forEach(fields::remove);
				return null;
			}
		}
		return body;
	}

	private static boolean isSuccessful(ServerHttpResponse response) {
		return response instanceof ServletServerHttpResponse servlet
				&& HttpStatusCode.valueOf(servlet.getServletResponse().getStatus()).is2xxSuccessful();
	}

	/** Who is not the origin server forwards If-Match instead (RFC 9110 §13.1.1). */
	private static boolean isForwarded(HttpHeaders fields) {
		return fields.containsHeader("Via");
	}

	private static List<String> lines(HttpHeaders fields, String name) {
		return fields.getOrDefault(name, List.of());
	}

}
