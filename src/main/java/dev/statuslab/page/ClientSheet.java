package dev.statuslab.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.statuslab.data.Language;
import dev.statuslab.lab.ExerciseBook;
import dev.statuslab.lab.LabReport;
import dev.statuslab.lab.Verdict;

/**
 * What a lab has found out of a client, by group. {@code lab.js} changes it as verdicts
 * change.
 *
 * @param client the client's name
 * @param totals how many exercises have which verdict
 * @param groups the results
 */
record ClientSheet(String client, Map<Verdict, Long> totals, List<Group> groups) {

	static ClientSheet of(LabReport.ClientReport report, ExerciseBook book, Language language) {
		Map<Verdict, Long> totals = new EnumMap<>(Verdict.class);
		totals.put(Verdict.PASSED, report.passed());
		totals.put(Verdict.FAILED, report.failed());
		totals.put(Verdict.NOTED, report.noted());
		totals.put(Verdict.NOT_SEEN, report.notSeen());
		return new ClientSheet(report.client(), totals,
				ExerciseGroup.of(book)
					.stream()
					.map((group) -> new Group(group.title().in(language),
							report.exercises().stream().filter((one) -> one.group().equals(group.name())).toList()))
					.toList());
	}

	/**
	 * A group of results.
	 *
	 * @param title what the group is about
	 * @param results the results
	 */
	record Group(String title, List<LabReport.Result> results) {
	}

}
