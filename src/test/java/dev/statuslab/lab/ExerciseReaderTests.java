package dev.statuslab.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.InvalidDataException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The texts of the exercises are just those that are needed. */
class ExerciseReaderTests {

	private static final String ENTRY = "{\"name\": \"one\", \"title\": {\"en\": \"One\", \"ko\": \"하나\"}, "
			+ "\"do\": {\"en\": \"Do it.\", \"ko\": \"하십시오.\"}, \"level\": \"practice\", "
			+ "\"clause\": {\"label\": \"RFC 9110 §15\", \"url\": \"https://example.org\"}}";

	private static final Pattern KEY = Pattern
		.compile("Finding\\s*\\.?(?:passed|failed|noted|notSeen)\\(\"([a-z0-9-]+)\""
				+ "|[^.\\w](?:notSeen)\\(\"([a-z0-9-]+)\"");

	@Test
	void anExerciseHasItsTexts() {
		assertThat(read(ENTRY).exercises("group", List.of("one")).get("one").level())
			.isEqualTo(ExerciseText.Level.PRACTICE);
	}

	@Test
	void whatIsMissingOrTooMuchIsNamed() {
		refused(ENTRY, List.of("one", "two"), "lab/group.json, entry two: is missing");
		refused(ENTRY, List.of("other"), "lab/group.json, entry one, field name: names no exercise of the group");
		refused(ENTRY + ", " + ENTRY, List.of("one"), "lab/group.json, entry one, field name: stands twice");
		refused(ENTRY.replace("practice", "OUGHT"), List.of("one"), "lab/group.json, entry one, field level");
		refused(ENTRY.replace("\"ko\": \"하나\"", "\"ko\": \"one\""), List.of("one"), "entry one, field title.ko");
	}

	@Test
	void everySentenceIsSaidAndEveryKeyHasOne() throws IOException {
		Set<String> written = new TreeSet<>();
		for (Path file : list("src/main/resources/lab")) {
			new JsonMapper().readTree(Files.readString(file))
				.findValues("says")
				.forEach((says) -> written.addAll(says.propertyNames()));
		}
		Set<String> said = new TreeSet<>(Set.of("not-begun", "no-request"));
		for (Path file : list("src/main/java/dev/statuslab/lab")) {
			said.addAll(KEY.matcher(Files.readString(file))
				.results()
				.map(ExerciseReaderTests::key)
				.collect(Collectors.toSet()));
		}
		assertThat(written).isEqualTo(said);
	}

	private static String key(MatchResult result) {
		return (result.group(1) != null) ? result.group(1) : result.group(2);
	}

	private static List<Path> list(String folder) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private static void refused(String entries, List<String> names, String message) {
		Assertions.assertThatExceptionOfType(InvalidDataException.class)
			.isThrownBy(() -> read(entries).exercises("group", names))
			.withMessageContaining(message);
	}

	private static ExerciseReader read(String entries) {
		String text = "{\"title\": {\"en\": \"Group\", \"ko\": \"무리\"}, \"exercises\": [" + entries + "]}";
		return new ExerciseReader(
				new DataFiles("lab", (file) -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
	}

}
