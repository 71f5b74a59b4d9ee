package dev.statuslab.forced.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds the route of a path. */
final class Router {

	/** The routes that begin with a variable, not with a name. */
	private static final String VARIABLE = "{";

	private final Map<String, List<Entry>> entries = new HashMap<>();

	Router(List<Route> routes) {
		for (Route route : routes) {
			PathPattern pattern = PathPatternParser.defaultInstance.parse(route.template());
			String first = firstSegment(route.template());
			this.entries.computeIfAbsent(first.startsWith(VARIABLE) ? VARIABLE : first, (name) -> new ArrayList<>())
				.add(new Entry(pattern, route));
		}
		this.entries.values().forEach((list) -> list.sort(Comparator.comparing(Entry::pattern)));
	}

	/**
	 * Finds a route.
	 * @param path a path below the context path, percent-encoded as it came
	 * @return the route and the path's variables, or nothing
	 */
	Optional<Match> match(String path) {
		String first = firstSegment(path);
		List<Entry> candidates = this.entries.get(first);
		if (candidates == null && !first.isEmpty() && Character.isDigit(first.charAt(0))) {
			candidates = this.entries.get(VARIABLE);
		}
		return (candidates != null) ? Optional.ofNullable(find(PathContainer.parsePath(path), candidates))
				: Optional.empty();
	}

	private static @Nullable Match find(PathContainer path, List<Entry> candidates) {
		for (Entry candidate : candidates) {
			PathPattern.PathMatchInfo info = candidate.pattern().matchAndExtract(path);
			if (info != null) {
				return new Match(candidate.route(), info.getUriVariables());
			}
		}
		return null;
	}

	private static String firstSegment(String path) {
		int end = path.indexOf('/', 1);
		return (end < 0) ? path.substring(1) : path.substring(1, end);
	}

	/**
	 * A route that was found.
	 *
	 * @param route the route
	 * @param variables the variable parts of the path, percent-decoded
	 */
	record Match(Route route, Map<String, String> variables) {
	}

	private record Entry(PathPattern pattern, Route route) {
	}

}
