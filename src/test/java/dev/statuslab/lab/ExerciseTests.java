package dev.statuslab.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Each exercise passes a client that is right, and fails one that is not. */
@LiveServer
class ExerciseTests {

	private static final int THREADS = 16;

	private final Wire wire;

	ExerciseTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void theRightClientPasses() throws Exception {
		Map<String, String> faults = new TreeMap<>();
		perform(null, (exercise) -> true).forEach((exercise, result) -> {
			List<String> expected = Flaw.NOTED_ONLY.contains(exercise) ? List.of("passed", "noted") : List.of("passed");
			if (!expected.contains(result.get("verdict").asString())) {
				faults.put(exercise, result.toString());
			}
		});
		assertThat(faults).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aFlawIsFoundOut(Flaw flaw) throws Exception {
		Map<String, String> faults = new TreeMap<>();
		Map<String, JsonNode> results = perform(flaw, flaw::fails);
		results.forEach((exercise, result) -> {
			if (!result.get("verdict").asString().equals("failed")) {
				faults.put(exercise, result.toString());
			}
		});
		Map<String, JsonNode> noted = perform(flaw, flaw::isNoted);
		Map<String, JsonNode> right = perform(null, flaw::isNoted);
		noted.forEach((exercise, result) -> {
			boolean other = !result.get("says").equals(right.get(exercise).get("says"));
			if (!other || !result.get("verdict").asString().equals("noted")) {
				faults.put(exercise, result.toString());
			}
		});
		assertThat(faults).isEmpty();
		assertThat(results.size() + noted.size()).as("exercises that find it out").isPositive();
	}

	@Test
	void everyExerciseFindsAFlawOrFailsNobody() {
		List<String> useless = new ArrayList<>();
		plan("any").get("exercises").forEach((exercise) -> {
			String name = exercise.get("name").asString();
			boolean open = Flaw.NOTED_ONLY.contains(name);
			if (Stream.of(Flaw.values()).noneMatch((flaw) -> open ? flaw.isNoted(name) : flaw.fails(name))) {
				useless.add(name);
			}
			if (open && Stream.of(Flaw.values()).anyMatch((flaw) -> flaw.fails(name))) {
				useless.add(name + " fails somebody");
			}
		});
		assertThat(useless).isEmpty();
	}

	@Test
	void whoDoesNothingIsNotSeen() throws Exception {
		JsonNode plan = plan("idle");
		RightClient.perform(plan.get("exercises").get(0), null);
		JsonNode results = report(plan).get("exercises");
		assertThat(results.get(0).get("verdict").asString()).isEqualTo("passed");
		for (int i = 1; i < results.size(); i++) {
			assertThat(results.get(i).get("verdict").asString()).isEqualTo("not-seen");
		}
	}

	/** The results of the exercises that a client has done, all at once. */
	private Map<String, JsonNode> perform(Flaw flaw, Predicate<String> chosen) throws Exception {
		JsonNode plan = plan((flaw != null) ? flaw.name() : "right");
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<?>> running = new ArrayList<>();
			for (JsonNode exercise : plan.get("exercises")) {
				if (chosen.test(exercise.get("name").asString())) {
					running.add(threads.submit(() -> {
						RightClient.perform(exercise, flaw);
						return null;
					}));
				}
			}
			if (running.isEmpty()) {
				return Map.of();
			}
			for (Future<?> one : running) {
				one.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		Map<String, JsonNode> results = new TreeMap<>();
		for (JsonNode result : report(plan).get("exercises")) {
			if (chosen.test(result.get("name").asString())) {
				results.put(result.get("name").asString(), result);
			}
		}
		return results;
	}

	private JsonNode plan(String client) {
		String lab = this.wire.send("POST", "/labs").json().get("lab").asString();
		return this.wire.get("/labs/" + lab + "/" + client).json();
	}

	private JsonNode report(JsonNode plan) {
		String query = "?client=" + plan.get("client").asString();
		return this.wire.get("/labs/" + plan.get("lab").asString() + query).json().get("clients").get(0);
	}

}
