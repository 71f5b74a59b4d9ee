package dev.statuslab.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leaves behind, beside the classes that were tested, what came of each test that
 * verifies a requirement and of each recipe, for the index of requirements. A test that
 * was run several times has passed if it has each time.
 */
public class OutcomeListener implements TestExecutionListener {

	/** The folder of the classes; where it is not said, nothing is written. */
	private static final String OUTPUT = "statuslab.classes";

	private final SortedMap<String, Boolean> passed = new ConcurrentSkipListMap<>();

	@Override
	public void executionFinished(TestIdentifier test, TestExecutionResult result) {
		if (result.getStatus() != TestExecutionResult.Status.ABORTED) {
			verifying(test)
				.ifPresent((name) -> record(name, result.getStatus() == TestExecutionResult.Status.SUCCESSFUL));
		}
	}

	/** What a test says of the recipes that it plays. */
	@Override
	public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
		entry.getKeyValuePairs().forEach((name, outcome) -> {
			if (name.startsWith("recipe:")) {
				record(name, "passed".equals(outcome));
			}
		});
	}

	private void record(String name, boolean success) {
		this.passed.merge(name, success, Boolean::logicalAnd);
	}

	private static Optional<String> verifying(TestIdentifier test) {
		return test.getSource()
			.filter(MethodSource.class::isInstance)
			.map(MethodSource.class::cast)
			.filter((source) -> source.getJavaMethod().isAnnotationPresent(Verifies.class))
			.map((source) -> source.getClassName() + "#" + source.getMethodName());
	}

	@Override
	public void testPlanExecutionFinished(TestPlan plan) {
		String classes = System.getProperty(OUTPUT);
		if (classes == null) {
			return;
		}
		try {
			Path file = Files.createDirectories(Path.of(classes, "conformance")).resolve("outcomes.json");
			Map<String, Object> run = Map.of("ended", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
					"passed", this.passed);
			Files.writeString(file,
					JsonMapper.builder()
						.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
						.build()
						.writeValueAsString(run));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
