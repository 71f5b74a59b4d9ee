package dev.statuslab.lab;

/** A report for a terminal. */
final class TextReport {

	private static final String ROW = "%-8s  %-8s  %-28s  %s%n";

	private TextReport() {
	}

	static String of(LabReport report) {
		StringBuilder text = new StringBuilder(report.url() + "\n");
		for (LabReport.ClientReport client : report.clients()) {
			text.append("\n%s: %d passed, %d failed, %d noted, %d not seen%n".formatted(client.client(),
					client.passed(), client.failed(), client.noted(), client.notSeen()));
			for (LabReport.Result result : client.exercises()) {
				text.append(ROW.formatted(result.verdict(), result.level(), result.name(), result.says()));
				if (result.verdict() == Verdict.FAILED) {
					text.append("          %s %s%n".formatted(result.clause().label(), result.clause().url()));
					result.evidence().forEach((line) -> text.append("          ").append(line).append('\n'));
				}
			}
		}
		return text.toString().replace("\r", "\\r");
	}

}
