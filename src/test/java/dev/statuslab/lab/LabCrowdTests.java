package dev.statuslab.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many labs at once, over sockets: each report tells of its own clients alone, and all of
 * them.
 */
@LiveServer
@TestPropertySource(properties = "statuslab.limits.idle=30s")
class LabCrowdTests {

	private static final int LABS = 200;

	private static final int CLIENTS = 10;

	private static final int THREADS = 48;

	/**
	 * What a client may do wrong, and at which exercises that is found out; the first
	 * does nothing wrong.
	 */
	private static final List<Map.Entry<String, List<String>>> KINDS = List.of(Map.entry("", List.of()),
			Map.entry("REDIRECT_DROPS_CONTENT", List.of("redirect-307-post")),
			Map.entry("REDIRECT_SWAPS_METHOD", List.of("redirect-301-get", "redirect-307-post")));

	private static final List<String> EXERCISES = List.of("redirect-301-get", "redirect-307-post");

	private final Wire wire;

	private final Labs labs;

	private final LabProperties properties;

	LabCrowdTests(@Autowired Wire wire, @Autowired Labs labs, @Autowired LabProperties properties) {
		this.wire = wire;
		this.labs = labs;
		this.properties = properties;
	}

	@Test
	void twoHundredLabsWithTenClientsEachNeverMix() throws Exception {
		String some = this.labs.open().id();
		String plan = plan(some, "some");
		List<String> ids = new ArrayList<>();
		List<Callable<Void>> clients = new ArrayList<>();
		for (int i = 0; i < LABS; i++) {
			String id = this.labs.open().id();
			ids.add(id);
			for (int client = 0; client < CLIENTS; client++) {
				String name = "client-" + client;
				String flaw = kind(i, client).getKey();
				String own = plan.replace("/labs/" + some + "/some/", "/labs/" + id + "/" + name + "/");
				clients.add(() -> perform(own, flaw.isEmpty() ? null : Flaw.valueOf(flaw)));
			}
		}
		Collections.shuffle(clients, new Random(7));
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			for (Future<Void> one : threads.invokeAll(clients)) {
				one.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		for (int i = 0; i < LABS; i++) {
			assertReport(i, this.wire.get("/labs/" + ids.get(i)).json());
		}
		long octets = ids.stream().mapToLong((id) -> this.labs.get(id).octets()).sum();
		assertThat(octets).isPositive().isLessThan(this.properties.memory().toBytes());
	}

	/** The chosen exercises of some client's plan, as text. */
	private String plan(String id, String client) {
		return "[" + this.wire.get("/labs/" + id + "/" + client)
			.json()
			.get("exercises")
			.valueStream()
			.filter((exercise) -> EXERCISES.contains(exercise.get("name").asString()))
			.map(JsonNode::toString)
			.collect(Collectors.joining(",")) + "]";
	}

	private static Void perform(String plan, Flaw flaw) throws Exception {
		for (JsonNode exercise : JsonMapper.shared().readTree(plan)) {
			RightClient.perform(exercise, flaw);
		}
		return null;
	}

	private void assertReport(int lab, JsonNode report) {
		assertThat(report.get("clients").findValuesAsString("client")).hasSize(CLIENTS).doesNotHaveDuplicates();
		for (JsonNode client : report.get("clients")) {
			String name = client.get("client").asString();
			List<String> wrong = kind(lab, Integer.parseInt(name.substring("client-".length()))).getValue();
			String own = "/labs/" + report.get("lab").asString() + "/" + name + "/";
			assertThat(client.get("failed").asInt()).as(own).isEqualTo(wrong.size());
			assertThat(client.get("passed").asInt()).as(own).isEqualTo(EXERCISES.size() - wrong.size());
			assertThat(client.get("noted").asInt()).as(own).isZero();
			for (JsonNode result : client.get("exercises")) {
				String exercise = result.get("name").asString();
				if (EXERCISES.contains(exercise)) {
					assertThat(result.get("verdict").asString()).as(own + exercise)
						.isEqualTo(wrong.contains(exercise) ? "failed" : "passed");
					assertThat(result.get("evidence").values()).extracting(JsonNode::asString)
						.filteredOn((line) -> line.contains("/labs/"))
						.isNotEmpty()
						.allMatch((line) -> line.contains(own + exercise));
				}
			}
		}
	}

	private static Map.Entry<String, List<String>> kind(int lab, int client) {
		return KINDS.get((lab * CLIENTS + client) % KINDS.size());
	}

}
