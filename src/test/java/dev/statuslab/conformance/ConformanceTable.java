package dev.statuslab.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The index as {@code docs/conformance.md} shows it: what checks each requirement. */
final class ConformanceTable {

	private ConformanceTable() {
	}

	static String of(Conformance conformance) {
		StringBuilder table = new StringBuilder(
				"""
						# What the RFCs ask, and what checks it

						Every requirement that binds an origin server, or a proxy where Statuslab plays one. A test or recipe that stands
						beside one fails when the server does not hold it. A running server shows the outcome of its own build's test run
						at `/conformance`. This file is written by `./mvnw test -Dtest=RequirementIndexTests -Dconformance.write`.

						| level | checked | deviates | not applicable |
						|---|---:|---:|---:|
						""");
		Map<Level, List<Row>> levels = conformance.rows()
			.stream()
			.collect(Collectors.groupingBy((row) -> row.requirement().level()));
		for (Level level : Level.values()) {
			List<Row> rows = levels.getOrDefault(level, List.of());
			table.append("| %s | %d | %d | %d |\n".formatted(level,
					rows.size() - count(rows, Verdict.DEVIATES) - count(rows, Verdict.NOT_APPLICABLE),
					count(rows, Verdict.DEVIATES), count(rows, Verdict.NOT_APPLICABLE)));
		}
		table.append("\n| about | clause | level | requirement | checked by |\n|---|---|---|---|---|\n");
		conformance.rows().forEach((row) -> table.append(line(row)));
		return table.toString();
	}

	private static long count(List<Row> rows, Verdict verdict) {
		return rows.stream().filter((row) -> row.verdict() == verdict).count();
	}

	private static String line(Row row) {
		Requirement requirement = row.requirement();
		return "| %s | [%s](%s) | %s | %s | %s |\n".formatted(requirement.subject(), requirement.clause(),
				requirement.url(), requirement.level(), escaped(requirement.requirement()), escaped(checkedBy(row)));
	}

	private static String checkedBy(Row row) {
		return switch (row.verdict()) {
			case DEVIATES -> "*deviates*: " + row.requirement().reason();
			case NOT_APPLICABLE -> "*not applicable*: " + row.requirement().reason();
			default -> row.checks()
				.stream()
				.map(Row.Check::shortName)
				.map("`%s`"::formatted)
				.collect(Collectors.joining(", "));
		};
	}

	private static String escaped(String text) {
		return text.replace("|", "\\|").replace("<", "&lt;");
	}

}
