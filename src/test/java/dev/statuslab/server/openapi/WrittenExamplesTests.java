package dev.statuslab.server.openapi;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** No example is written by hand where recipes have recorded some. */
class WrittenExamplesTests {

	@Test
	void nothingIsWrittenThatIsRecorded() throws IOException {
		assertThat(superfluous(read("*.yaml"), read("recorded.json"))).isEmpty();
	}

	@Test
	void whatIsWrittenAlthoughItIsRecordedIsFound() {
		Map<String, Object> written = operation(Map.of("example", "by hand"));
		Map<String, Object> recorded = operation(Map.of("examples", Map.of("402-a", Map.of("value", "real"))));
		assertThat(superfluous(written, recorded)).containsExactly("/op/responses/402/headers/Link");
		assertThat(superfluous(written, Map.of())).isEmpty();
	}

	@Test
	void whatTwoShareIsNeededAsLongAsOneIsNotRecorded() {
		Map<String, Object> shared = operation(Map.of("example", "by hand"));
		Map<String, Object> written = Map.of("one", shared, "two", shared);
		Map<String, Object> recorded = operation(Map.of("examples", Map.of("402-a", Map.of("value", "real"))));
		assertThat(superfluous(written, Map.of("one", recorded))).isEmpty();
		assertThat(superfluous(written, Map.of("one", recorded, "two", recorded))).isNotEmpty();
	}

	private static Map<String, Object> operation(Map<String, Object> field) {
		return Map.of("op", Map.of("responses", Map.of("402", Map.of("headers", Map.of("Link", field)))));
	}

	private static Map<String, Object> read(String pattern) throws IOException {
		Descriptions descriptions = Descriptions
			.read(new PathMatchingResourcePatternResolver().getResources("classpath:openapi/" + pattern));
		return Map.of("operations", descriptions.operations(), "common", descriptions.common());
	}

	private static Set<String> superfluous(Map<String, Object> written, Map<String, Object> recorded) {
		Map<Object, Boolean> needed = new IdentityHashMap<>();
		visit("", written, recorded, (place, node, found) -> needed.merge(node, !found, Boolean::logicalOr));
		Set<String> superfluous = new TreeSet<>();
		visit("", written, recorded, (place, node, found) -> {
			if (!needed.get(node)) {
				superfluous.add(place);
			}
		});
		return superfluous;
	}

	/** Visits every node with an example of its own. */
	private static void visit(String place, Object written, Object recorded, Visitor visitor) {
		if (written instanceof Map<?, ?> members) {
			Map<String, Object> beside = Descriptions.map(recorded);
			if (members.containsKey("example")) {
				visitor.visit(place, members, beside.containsKey("examples"));
			}
			members.forEach((name, node) -> {
				if (!"example".equals(name)) {
					visit(place + "/" + name, node, beside.get(String.valueOf(name)), visitor);
				}
			});
		}
	}

	private interface Visitor {

		void visit(String place, Object node, boolean found);

	}

}
