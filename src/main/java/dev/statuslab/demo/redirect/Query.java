package dev.statuslab.demo.redirect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.statuslab.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The parameters in a request's target URI. The servlet's own parameters would read those
 * of a form in the content as well, and use the content up.
 *
 * @param parameters values by name
 */
record Query(Map<String, List<String>> parameters) {

	static Query of(HttpServletRequest request) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		String query = request.getQueryString();
		for (String pair : (query != null) ? query.split("&") : new String[0]) {
			String[] parts = pair.split("=", 2);
			if (!pair.isEmpty()) {
				parameters.computeIfAbsent(decode(parts[0]), (name) -> new ArrayList<>())
					.add((parts.length > 1) ? decode(parts[1]) : "");
			}
		}
		return new Query(parameters);
	}

	/** A typing error must not look like a parameter that was left out. */
	void allow(String... names) {
		List<String> allowed = List.of(names);
		for (String name : this.parameters.keySet()) {
			if (!allowed.contains(name)) {
				throw new ProblemException(400,
						"There is no parameter \"%s\" here, only %s.".formatted(name, String.join(", ", allowed)))
					.with("parameter", name)
					.with("allowed", allowed);
			}
		}
	}

	/** The value of a parameter that allows a few only. */
	String choice(String name, List<?> allowed, String otherwise) {
		List<String> values = this.parameters.getOrDefault(name, List.of(otherwise));
		if (values.size() != 1 || allowed.stream().map(Object::toString).noneMatch(values.get(0)::equals)) {
			throw new ProblemException(400, "The parameter \"%s\" takes one of the allowed values, and not \"%s\"."
				.formatted(name, String.join("\" and \"", values))).with("parameter", name).with("allowed", allowed);
		}
		return values.get(0);
	}

	/** Broken percent-encoding stands for itself: no name or value here looks like it. */
	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
