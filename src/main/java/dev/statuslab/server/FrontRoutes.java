package dev.statuslab.server;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.statuslab.http.ProblemException;
import dev.statuslab.http.QueryParameters;

/** The addresses that the front cache serves, and the types that each offers. */
final class FrontRoutes {

	private static final String JSON = "application/json";

	private static final String HTML = "text/html";

	private static final String TEXT = "text/plain";

	private static final String WORDS = "/words";

	private static final Map<String, String> FORMATS = new TreeMap<>(Map.of("json", JSON, "html", HTML, "text", TEXT));

	private static final Pattern CATALOGUE = Pattern.compile("/(?:(?:codes|classes)(?:/[^/]+)?|conformance)");

	private static final Set<String> SCHEMAS = Set.of("/schemas/status-code.json", "/schemas/recipe.json");

	/** What pages are made with, and their words for searching. */
	private static final Map<String, String> PARTS = Map.of("/statuslab.css", "text/css", "/home.js", "text/javascript",
			"/compose.js", "text/javascript", "/shared.js", "text/javascript", "/lab.js", "text/javascript", "/run.js",
			"text/javascript", WORDS, JSON);

	private FrontRoutes() {
	}

	/**
	 * The types that an address offers.
	 * @param path the path below the context path
	 * @return the types, the preferred one first; none if the address is not the front
	 * cache's
	 */
	static List<String> offered(String path) {
		if ("/".equals(path)) {
			return List.of(TEXT, HTML, JSON);
		}
		if (SCHEMAS.contains(path)) {
			return List.of("application/schema+json", JSON);
		}
		if ("/compose".equals(path)) {
			return List.of(HTML);
		}
		String part = PARTS.get(path);
		if (part != null) {
			return List.of(part);
		}
		// most requests go elsewhere, and need no pattern to tell
		boolean catalogue = path.startsWith("/c") && CATALOGUE.matcher(path).matches();
		return catalogue ? List.of(JSON, HTML, TEXT) : List.of();
	}

	/**
	 * The language of what is the same for all.
	 * @param path the path below the context path
	 * @return the value of Content-Language; nothing where it is negotiated
	 */
	static Optional<String> language(String path) {
		return Optional.ofNullable(PARTS.get(path)).map((type) -> WORDS.equals(path) ? "en, ko" : "en");
	}

	/**
	 * The type that {@code ?format=} asks for.
	 * @param format a name of one of the formats
	 * @param offered the types that the address offers
	 * @return the type
	 * @throws ProblemException 400 if there is no such format here
	 */
	static String type(String format, List<String> offered) {
		String type = FORMATS.get(format);
		if (type == null || !offered.contains(type)) {
			throw QueryParameters.notAllowed("format", format,
					FORMATS.keySet().stream().filter((name) -> offered.contains(typeOf(name))).toList());
		}
		return type;
	}

	private static String typeOf(String format) {
		return Objects.requireNonNull(FORMATS.get(format));
	}

}
