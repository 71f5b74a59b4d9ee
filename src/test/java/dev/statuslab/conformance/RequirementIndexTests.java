package dev.statuslab.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.statuslab.data.DataFiles;
import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The index is what the tests and the recipes say of themselves, and has no hole.
 * {@code -Dconformance.write} writes it anew.
 */
class RequirementIndexTests {

	private static final Path CHECKS = Path.of("src/main/resources/conformance/checks.json");

	private static final Path TABLE = Path.of("docs/conformance.md");

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@BeforeAll
	static void write() throws IOException {
		if (System.getProperty("conformance.write") != null) {
			Files.writeString(CHECKS, checks());
			Files.writeString(TABLE, ConformanceTable.of(index()));
		}
	}

	@Test
	void theChecksAreReadOffTheTestsAndTheRecipes() throws IOException {
		assertThat(Files.readString(CHECKS)).as("-Dconformance.write").isEqualTo(checks());
	}

	@Test
	void theTableIsTheIndex() throws IOException {
		assertThat(Files.readString(TABLE)).as("-Dconformance.write").isEqualTo(ConformanceTable.of(index()));
	}

	@Test
	void everyRequirementIsCheckedOrSaysWhyNot() throws IOException {
		assertThat(index().rows()).filteredOn((row) -> row.checks().isEmpty() && row.requirement().reason() == null)
			.extracting((row) -> row.requirement().id())
			.isEmpty();
	}

	private static Conformance index() throws IOException {
		return new ConformanceReader(new DataFiles("conformance", (name) -> {
			try {
				return Files.newInputStream(CHECKS.resolveSibling(name));
			}
			catch (IOException ex) {
				return null;
			}
		}), false).read();
	}

	private static String checks() throws IOException {
		SortedMap<String, SortedSet<String>> checks = new TreeMap<>();
		collectTests(checks);
		collectRecipes(checks);
		return JSON.writeValueAsString(checks) + "\n";
	}

	private static void collectTests(Map<String, SortedSet<String>> checks) {
		Collection<JavaClass> tests = new ClassFileImporter()
			.withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
			.importPackages("dev.statuslab");
		tests.stream()
			.filter(JavaClass::isTopLevelClass)
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.isAnnotatedWith(Verifies.class))
			.forEach((method) -> List.of(method.getAnnotationOfType(Verifies.class).value())
				.forEach((id) -> add(checks, id, method.getOwner().getName() + "#" + method.getName())));
	}

	private static void collectRecipes(Map<String, SortedSet<String>> checks) throws IOException {
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:recipes/*.json")) {
			String name = "recipe:" + String.valueOf(file.getFilename()).replaceFirst("\\.json$", "");
			JSON.readTree(file.getContentAsByteArray())
				.path("verifies")
				.forEach((id) -> add(checks, id.asString(), name));
		}
	}

	private static void add(Map<String, SortedSet<String>> checks, String id, String name) {
		checks.computeIfAbsent(id, (same) -> new TreeSet<>()).add(name);
	}

}
