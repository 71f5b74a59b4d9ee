package dev.statuslab.conformance;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.statuslab.data.DataFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the requirements, which people write; the checks, which a test reads off the
 * tests; and the outcomes, which a whole test run leaves behind.
 */
final class ConformanceReader {

	private static final String REQUIREMENTS = "requirements.json";

	private static final String CHECKS = "checks.json";

	private static final String OUTCOMES = "outcomes.json";

	private final DataFiles files;

	private final boolean tested;

	/**
	 * A reader.
	 * @param files the files
	 * @param tested whether there are outcomes
	 */
	ConformanceReader(DataFiles files, boolean tested) {
		this.files = files;
		this.tested = tested;
	}

	/**
	 * Reads the index.
	 * @return the index
	 * @throws dev.statuslab.data.InvalidDataException if a file is broken
	 */
	Conformance read() {
		Map<String, Requirement> requirements = requirements();
		Map<String, List<String>> checks = checks(requirements);
		ObjectNode run = this.tested ? this.files.read(OUTCOMES) : null;
		Map<String, Boolean> outcomes = (run != null) ? outcomes(run) : Map.of();
		List<Row> rows = requirements.values()
			.stream()
			.map((requirement) -> Row.of(requirement, checks.getOrDefault(requirement.id(), List.of()), outcomes))
			.toList();
		return new Conformance(rows, (run != null) ? ended(run) : null);
	}

	private Map<String, Requirement> requirements() {
		Map<String, Requirement> requirements = new LinkedHashMap<>();
		int number = 1;
		for (JsonNode node : this.files.read(REQUIREMENTS).path("requirements")) {
			String entry = node.path("id").asString("requirement " + number);
			Requirement requirement = this.files.bind(REQUIREMENTS, entry, node, Requirement.class);
			if (requirements.put(requirement.id(), requirement) != null) {
				throw this.files.fault(REQUIREMENTS, entry, "id", "stands twice");
			}
			number++;
		}
		return requirements;
	}

	private Map<String, List<String>> checks(Map<String, Requirement> requirements) {
		Map<String, List<String>> checks = new LinkedHashMap<>();
		this.files.read(CHECKS).properties().forEach((entry) -> {
			String id = entry.getKey();
			Requirement requirement = requirements.get(id);
			if (requirement == null) {
				throw this.files.fault(CHECKS, id, null, "is no requirement");
			}
			if (requirement.reason() != null) {
				throw this.files.fault(CHECKS, id, null, "is checked, and said to deviate or not to apply");
			}
			List<String> names = new ArrayList<>();
			entry.getValue().forEach((name) -> names.add(name.asString()));
			checks.put(id, names);
		});
		return checks;
	}

	private Map<String, Boolean> outcomes(ObjectNode run) {
		Map<String, Boolean> outcomes = new LinkedHashMap<>();
		run.path("passed").properties().forEach((entry) -> outcomes.put(entry.getKey(), entry.getValue().asBoolean()));
		return outcomes;
	}

	private @Nullable Instant ended(ObjectNode run) {
		try {
			return Instant.parse(run.path("ended").asString());
		}
		catch (DateTimeException ex) {
			throw this.files.fault(OUTCOMES, null, "ended", "is no time");
		}
	}

}
