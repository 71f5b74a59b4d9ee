package dev.statuslab.recipe;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.statuslab.http.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lets {@code ?format=} say what Accept says otherwise, where only an address can be
 * given. It looks at the query alone: to ask the request for a parameter would read its
 * content.
 */
final class RecipeFormatFilter extends OncePerRequestFilter {

	private static final Map<String, String> TYPES = new TreeMap<>(
			Map.of("json", MediaType.APPLICATION_JSON_VALUE, "text", MediaType.TEXT_PLAIN_VALUE, "har", Har.TYPE, "sh",
					RecipeExportController.SCRIPT, "http", RecipeExportController.REQUESTS));

	private final HandlerExceptionResolver problems;

	RecipeFormatFilter(HandlerExceptionResolver problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<String> format = format(request.getQueryString());
		if (format.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		String type = TYPES.get(format.get());
		if (type != null) {
			chain.doFilter(new Accepting(request, type), response);
		}
		else {
			this.problems.resolveException(request, response, null, unknown(format.get()));
		}
	}

	private static Optional<String> format(@Nullable String query) {
		return Optional.ofNullable(query)
			.map((text) -> UriComponentsBuilder.newInstance().query(text).build().getQueryParams().getFirst("format"));
	}

	private static ProblemException unknown(String format) {
		return new ProblemException(400, "The value of format is not among those allowed: " + format)
			.with("parameter", "format")
			.with("allowed", List.copyOf(TYPES.keySet()));
	}

	/** A request that accepts one type. */
	private static final class Accepting extends HttpServletRequestWrapper {

		private final String type;

		Accepting(HttpServletRequest request, String type) {
			super(request);
			this.type = type;
		}

		@Override
		public @Nullable String getHeader(String name) {
			return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? this.type : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? Collections.enumeration(List.of(this.type))
					: super.getHeaders(name);
		}

	}

}
