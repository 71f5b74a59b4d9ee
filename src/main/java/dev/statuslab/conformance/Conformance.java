package dev.statuslab.conformance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The index of requirements. Immutable.
 *
 * @param rows the requirements, in the order of the file
 * @param tested when the test run of this build ended; null if there was none
 */
public record Conformance(List<Row> rows, @Nullable Instant tested) {

	public Conformance {
		rows = List.copyOf(rows);
	}

	/**
	 * How many requirements there are of each level with each verdict.
	 * @return the numbers, by level; each verdict has one
	 */
	public Map<Level, Map<Verdict, Long>> totals() {
		Map<Level, Map<Verdict, Long>> totals = new EnumMap<>(Level.class);
		Map<Level, List<Row>> levels = this.rows.stream()
			.collect(Collectors.groupingBy((row) -> row.requirement().level()));
		levels.forEach((level, rows) -> totals.put(level, count(rows)));
		return totals;
	}

	/**
	 * The same for all levels together.
	 * @return the numbers, by verdict
	 */
	public Map<Verdict, Long> total() {
		return count(this.rows);
	}

	private static Map<Verdict, Long> count(List<Row> rows) {
		Map<Verdict, Long> counts = new TreeMap<>();
		for (Verdict verdict : Verdict.values()) {
			counts.put(verdict, rows.stream().filter((row) -> row.verdict() == verdict).count());
		}
		return counts;
	}

}
