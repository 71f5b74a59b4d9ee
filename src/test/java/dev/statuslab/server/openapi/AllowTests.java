package dev.statuslab.server.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every demo tells the same methods by OPTIONS, by 405 and in the OpenAPI document (RFC
 * 9110 §9.3.7, §15.5.6).
 */
@LiveServer
class AllowTests {

	/** DELETE comes last: what is gone may allow something else. */
	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "BREW", "PROPFIND",
			"TRACE", "DELETE");

	/**
	 * Access control and redirects come before the method, and OPTIONS is no exception.
	 */
	private static final Pattern EARLIER = Pattern.compile("^/demo/(?:access|redirects)(?:/|$)");

	private final Wire wire;

	private final JsonNode document;

	AllowTests(@Autowired Wire wire) {
		this.wire = wire;
		this.document = wire.get("/v3/api-docs").json();
	}

	@Test
	@Verifies({ "rfc9110-9.3.7a", "rfc9110-15.5.6", "rfc9110-10.2.1a" })
	void allowIsTheSameByOptionsAndBy405() {
		Map<String, String> faults = new TreeMap<>();
		demos().forEach((address, documented) -> {
			Set<String> allowed = methods(this.wire.send("OPTIONS", address));
			if (!allowed.containsAll(documented) || !allowed.contains("OPTIONS")) {
				faults.put("OPTIONS " + address, allowed + " but documented " + documented);
			}
			for (String method : METHODS) {
				Answer answer = this.wire.send(method, address);
				boolean refused = answer.status() == 405 || answer.status() == 501;
				if (refused == allowed.contains(method) || refused && !methods(answer).equals(allowed)) {
					faults.put(method + " " + address,
							answer.status() + " " + methods(answer) + " but OPTIONS " + allowed);
				}
			}
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void onlyWhatDecidesBeforeTheMethodTellsNoMethods() {
		assertThat(this.wire.send("OPTIONS", "/demo/access").status()).isEqualTo(401);
		assertThat(this.wire.send("OPTIONS", "/demo/redirects/307").status()).isEqualTo(307);
	}

	@Test
	void everyFamilyIsInTheTable() {
		assertThat(demos().keySet()).hasSizeGreaterThan(25)
			.contains("/demo/orders", "/demo/teapot", "/demo/documents/1", "/demo/echo");
	}

	/** The demos' addresses, with the examples of their parameters, and their methods. */
	private Map<String, Set<String>> demos() {
		Map<String, Set<String>> demos = new TreeMap<>();
		this.document.get("paths")
			.propertyStream()
			.filter((path) -> path.getKey().startsWith("/demo"))
			.forEach((path) -> {
				String address = path.getKey();
				Set<String> methods = new TreeSet<>();
				for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
					methods.add(operation.getKey().toUpperCase(Locale.ROOT));
					for (JsonNode parameter : operation.getValue().path("parameters")) {
						String name = parameter.path("name").asString("");
						address = address.replace("{" + name + "}", parameter.path("example").asString(""));
					}
				}
				if (!EARLIER.matcher(address).find()) {
					demos.put(address, methods);
				}
			});
		return demos;
	}

	private static Set<String> methods(Answer answer) {
		String allow = answer.field("Allow");
		return (allow != null) ? new TreeSet<>(Arrays.asList(allow.split(", *"))) : Set.of();
	}

}
