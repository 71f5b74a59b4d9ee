package dev.statuslab.demo.delta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written is what {@code diff -e} writes, by ed's and patch's own judgement. */
class EdScriptTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			a b c      | a b c        | -
			a b c      | a x c        | 2c x .
			a b c      | a c          | 2d
			a b c      | c            | 1,2d
			a b        | a b c        | 2a c .
			-          | a            | 0a a .
			a b        | -            | 1,2d
			a b c d    | x b c y z    | 4c y z . 1c x .
			a          | a .          | 1a .. . s/.//
			a          | . . b        | 1c .. . s/.// a .. . s/.// a b .
			a          | a . b        | 1a .. . s/.// a b .
			a          | a ..         | 1a .. .
			.          | -            | 1d
			""")
	void theScriptIsThatOfDiff(String from, String to, String script) {
		String written = EdScript.of(instance(from).lines(), instance(to).lines());
		assertThat(written).isEqualTo(instance(script).text());
		assertThat(EdApplier.apply(written, instance(from).text())).isEqualTo(instance(to).text());
	}

	@Test
	void anyTextIsTurnedIntoAnyOther() {
		Random random = new Random(226);
		for (int i = 0; i < 2000; i++) {
			Instance from = random(random);
			Instance to = random(random);
			String script = EdScript.of(from.lines(), to.lines());
			assertThat(EdApplier.apply(script, from.text())).as(from + " -> " + to).isEqualTo(to.text());
		}
	}

	@Test
	void edAndPatchReadTheScripts(@TempDir Path directory) throws IOException, InterruptedException {
		Assumptions.assumeTrue(isThere("ed") && isThere("patch"), "neither ed nor patch is here");
		Random random = new Random(3229);
		for (int i = 0; i < 25; i++) {
			Instance from = random(random);
			Instance to = random(random);
			String script = EdScript.of(from.lines(), to.lines());
			assertThat(run(directory, from, script + "w\nq\n", "ed", "-s", "file")).as(script).isEqualTo(to.text());
			if (!script.isEmpty() && !to.text().isEmpty()) {
				assertThat(run(directory, from, script, "patch", "-s", "-e", "file")).as(script).isEqualTo(to.text());
			}
		}
	}

	private static String run(Path directory, Instance from, String input, String... command)
			throws IOException, InterruptedException {
		Path file = directory.resolve("file");
		Path script = directory.resolve("script");
		Files.writeString(file, from.text());
		Files.writeString(script, input);
		Process process = new ProcessBuilder(command).directory(directory.toFile())
			.redirectInput(script.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(output + input).isZero();
		return Files.readString(file);
	}

	private static boolean isThere(String command) throws InterruptedException {
		try {
			return new ProcessBuilder(command, "--version").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Instance instance(String words) {
		return Instance.of((words != null) ? words.replace(' ', '\n') + "\n" : "");
	}

	private static Instance random(Random random) {
		List<String> words = List.of("a", "b", "c", ".", "..", "", "s/.//", "1d", "한글");
		return Instance.of(random.ints(random.nextInt(8), 0, words.size())
			.mapToObj((index) -> words.get(index) + "\n")
			.collect(Collectors.joining()));
	}

}
