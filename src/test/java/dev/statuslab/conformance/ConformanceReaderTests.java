package dev.statuslab.conformance;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.InvalidDataException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConformanceReaderTests {

	private static final String MUST = row("a", "MUST", "");

	@Test
	void aRowHoldsWhenAllOfItsChecksHavePassed() {
		assertThat(verdict("{\"T#a\": true, \"T#b\": true}")).isEqualTo(Verdict.HOLDS);
		assertThat(verdict("{\"T#a\": true, \"T#b\": false}")).isEqualTo(Verdict.FAILS);
		assertThat(verdict("{\"T#b\": false}")).isEqualTo(Verdict.FAILS);
		assertThat(verdict("{\"T#a\": true}")).isEqualTo(Verdict.NOT_RUN);
	}

	@Test
	void withoutATestRunThereIsNoVerdict() {
		Conformance conformance = read(MUST, "{\"a\": [\"T#a\"]}", null);
		assertThat(conformance.tested()).isNull();
		assertThat(conformance.rows().get(0).verdict()).isEqualTo(Verdict.NOT_RUN);
	}

	@Test
	void aReasonIsAVerdict() {
		Conformance conformance = read(
				row("a", "SHOULD", ",\"deviates\":\"b\"") + "," + row("b", "MUST", ",\"notApplicable\":\"c\""), "{}",
				null);
		assertThat(conformance.rows()).extracting(Row::verdict)
			.containsExactly(Verdict.DEVIATES, Verdict.NOT_APPLICABLE);
		assertThat(conformance.total()).containsEntry(Verdict.DEVIATES, 1L).containsEntry(Verdict.HOLDS, 0L);
		assertThat(conformance.totals().get(Level.SHOULD)).containsEntry(Verdict.DEVIATES, 1L);
	}

	@Test
	void nobodyDeviatesFromAMust() {
		refused(row("a", "MUST NOT", ",\"deviates\":\"b\""), "{}", "requirements.json, entry a, field deviates");
		refused(row("a", "MAY", ",\"deviates\":\"b\""), "{}", "requirements.json, entry a, field deviates");
	}

	@Test
	void whatIsCheckedHasNoOtherReason() {
		refused(row("a", "SHOULD", ",\"deviates\":\"b\""), "{\"a\": [\"T#a\"]}", "checks.json, entry a");
		refused(row("a", "SHOULD", ",\"deviates\":\"b\",\"notApplicable\":\"c\""), "{}", "requirements.json, entry a");
	}

	@Test
	void aCheckOfNothingAndARowTwiceAreRefused() {
		refused(MUST, "{\"b\": [\"T#a\"]}", "checks.json, entry b: is no requirement");
		refused(MUST + "," + MUST, "{}", "requirements.json, entry a, field id: stands twice");
		refused(row("a", "MIGHT", ""), "{}", "requirements.json, entry a, field level");
	}

	private static void refused(String rows, String checks, String message) {
		assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> read(rows, checks, null))
			.withMessageContaining(message);
	}

	private static Verdict verdict(String passed) {
		Conformance conformance = read(MUST, "{\"a\": [\"T#a\", \"T#b\"]}",
				"{\"ended\": \"2026-11-23T04:00:00Z\", \"passed\": " + passed + "}");
		assertThat(conformance.tested()).isEqualTo("2026-11-23T04:00:00Z");
		return conformance.rows().get(0).verdict();
	}

	private static Conformance read(String rows, String checks, String outcomes) {
		Map<String, String> files = Map.of("requirements.json", "{\"requirements\": [" + rows + "]}", "checks.json",
				checks, "outcomes.json", String.valueOf(outcomes));
		DataFiles folder = new DataFiles("conformance",
				(name) -> new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8)));
		return new ConformanceReader(folder, outcomes != null).read();
	}

	private static String row(String id, String level, String more) {
		return """
				{"id":"%s","subject":"412","clause":"RFC 9110 §15.5.13","level":"%s","who":"server","requirement":"r"%s}"""
			.formatted(id, level, more);
	}

}
