package dev.statuslab.server;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.statuslab.http.Negotiation;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.QueryParameters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lets {@code ?format=} and {@code ?lang=} say what Accept and Accept-Language say
 * otherwise, where only an address can be given, and names the one language of the
 * answer. It looks at the query alone: to ask the request for a parameter would read its
 * content.
 */
public final class FormatFilter extends OncePerRequestFilter {

	private static final List<String> LANGUAGES = List.of("en", "ko");

	private static final String ACCEPT = "accept";

	private static final String ACCEPT_LANGUAGE = "accept-language";

	private final HandlerExceptionResolver problems;

	private final Map<String, String> types;

	/**
	 * A filter.
	 * @param problems answers what is asked for and can't be
	 * @param types media types by the name that {@code ?format=} gives them
	 */
	public FormatFilter(HandlerExceptionResolver problems, Map<String, String> types) {
		this.problems = problems;
		this.types = new TreeMap<>(types);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		MultiValueMap<String, String> parameters = parameters(request.getQueryString());
		Map<String, String> fields = new HashMap<>();
		try {
			String format = parameters.getFirst("format");
			if (format != null) {
				fields.put(ACCEPT, type(format));
			}
			fields.put(ACCEPT_LANGUAGE, language(parameters.getFirst("lang"), request));
		}
		catch (ProblemException ex) {
			this.problems.resolveException(request, response, null, ex);
			return;
		}
		chain.doFilter(new Asking(request, fields), response);
	}

	private static MultiValueMap<String, String> parameters(@Nullable String query) {
		return (query != null) ? UriComponentsBuilder.newInstance().query(query).build().getQueryParams()
				: new LinkedMultiValueMap<>();
	}

	private String type(String format) {
		String type = this.types.get(format);
		if (type == null) {
			throw QueryParameters.notAllowed("format", format, List.copyOf(this.types.keySet()));
		}
		return type;
	}

	private static String language(@Nullable String asked, HttpServletRequest request) {
		if (asked != null && !LANGUAGES.contains(asked)) {
			throw QueryParameters.notAllowed("lang", asked, LANGUAGES);
		}
		return (asked != null) ? asked
				: Negotiation.language(Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE)), LANGUAGES);
	}

	/** A request whose fields say what its query says. */
	private static final class Asking extends HttpServletRequestWrapper {

		private final Map<String, String> fields;

		Asking(HttpServletRequest request, Map<String, String> fields) {
			super(request);
			this.fields = fields;
		}

		@Override
		public @Nullable String getHeader(String name) {
			String value = this.fields.get(name.toLowerCase(Locale.ROOT));
			return (value != null) ? value : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			String value = this.fields.get(name.toLowerCase(Locale.ROOT));
			return (value != null) ? Collections.enumeration(List.of(value)) : super.getHeaders(name);
		}

		@Override
		public Locale getLocale() {
			return Locale.forLanguageTag(String.valueOf(getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
		}

		@Override
		public Enumeration<Locale> getLocales() {
			return Collections.enumeration(List.of(getLocale()));
		}

	}

}
