package dev.statuslab.server.openapi;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.statuslab.forced.exchange.Route;
import dev.statuslab.forced.exchange.RouteTable;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that have no controller are in the OpenAPI document, and no others. */
@LiveServer
class OpenApiRouteTests {

	private final Map<String, Set<String>> routes = new TreeMap<>();

	OpenApiRouteTests(@Autowired List<RouteTable> tables) {
		tables.stream()
			.flatMap((table) -> table.routes().stream())
			.forEach((route) -> this.routes.computeIfAbsent(path(route), (path) -> new TreeSet<>())
				.addAll(withoutHead(route.methods())));
	}

	@Test
	void everyRouteIsInTheDocumentWithAllItsMethods(@Autowired Wire wire) {
		JsonNode paths = wire.get("/v3/api-docs").json().get("paths");
		Map<String, Set<String>> documented = new TreeMap<>();
		this.routes.keySet().forEach((path) -> documented.put(path, withoutHead(paths.path(path).propertyNames())));
		assertThat(this.routes).isNotEmpty();
		assertThat(documented).isEqualTo(this.routes);
	}

	@Test
	void noDescribedPathIsWithoutARoute() throws IOException {
		Descriptions descriptions = Descriptions
			.read(new PathMatchingResourcePatternResolver().getResources("classpath:openapi/*.yaml"));
		Set<String> described = descriptions.operations()
			.values()
			.stream()
			.map((node) -> Descriptions.map(node).get("path"))
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(described).isEqualTo(this.routes.keySet());
	}

	/**
	 * A template of OpenAPI has names only: no patterns, nothing for several segments.
	 */
	private static String path(Route route) {
		return route.template().replaceAll("\\{\\*?([^}:]+)(?::[^}]*)?}", "{$1}");
	}

	/** HEAD goes with GET without being mentioned. */
	private static Set<String> withoutHead(Iterable<String> methods) {
		Set<String> all = new TreeSet<>();
		methods.forEach((method) -> all.add(method.toUpperCase(Locale.ROOT)));
		all.remove("HEAD");
		return all;
	}

}
