package dev.statuslab.recipe;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import dev.statuslab.data.Language;
import dev.statuslab.recipe.Run.StepRun;
import dev.statuslab.wire.Capture.Direction;
import dev.statuslab.wire.Capture.Event;
import dev.statuslab.wire.Capture.Kind;

/** A run as text, in the way of {@code curl -v}, with the time of each event. */
final class TextTranscript {

	/** Characters of a value that are shown with its verdict. */
	private static final int LONGEST = 120;

	private final StringBuilder text = new StringBuilder();

	private final Language language;

	private TextTranscript(Language language) {
		this.language = language;
	}

	static String of(Run run, Language language) {
		TextTranscript transcript = new TextTranscript(language);
		Recipe recipe = run.recipe();
		transcript.line("* " + recipe.id() + ": " + recipe.story().in(language));
		transcript.scenario(recipe.earns(), run.earns());
		transcript.scenario(recipe.twin(), run.twin());
		transcript.line("");
		transcript.line("* " + Transcript.verdict(run.passed()));
		return transcript.text.toString();
	}

	private void scenario(Scenario scenario, List<StepRun> runs) {
		line("");
		line("* " + scenario.title().in(this.language));
		for (StepRun run : runs) {
			line("");
			line("* " + run.step().does().in(this.language) + " (connection " + run.connection()
					+ ((run.step().listener() != null) ? " to the " + run.step().listener() : "")
					+ (run.step().background() ? ", in the background" : "") + ")");
			run.events().forEach(this::event);
			for (Check check : run.checks()) {
				line((check.passed() ? "* ok     " : "* FAILED ") + check.what().in(Language.EN) + ": "
						+ shortened(check.actual().in(Language.EN))
						+ (check.passed() ? "" : ", expected " + check.expected().in(Language.EN)));
			}
		}
	}

	/** Characters of a line that are shown: more are filler. */
	private static final int WIDEST = 1000;

	/** The octets above show all of it. */
	private static String shortened(String text) {
		String first = text.lines().findFirst().orElse("");
		return (first.length() > LONGEST) ? first.substring(0, LONGEST) + "…"
				: first.equals(text) ? text : first + " …";
	}

	private void event(Event event) {
		String mark = (event.direction() == Direction.SENT) ? "> " : "< ";
		line("* " + seconds(event.at()) + " " + mark.charAt(0) + " "
				+ ((event.kind() == Kind.OCTETS) ? event.octets().total() + " octets" : end(event)));
		if (event.kind() == Kind.OCTETS) {
			String octets = event.octets().text();
			String[] lines = octets.split("\n", -1);
			int last = octets.endsWith("\n") ? lines.length - 1 : lines.length;
			for (int i = 0; i < last; i++) {
				line(mark + printable(lines[i]));
			}
		}
	}

	private static String end(Event event) {
		return (event.kind() == Kind.RESET) ? "connection reset" : "no more will be sent this way";
	}

	/**
	 * CR is left out at the end of a line; any other control character shows its number.
	 */
	private static String printable(String line) {
		StringBuilder shown = new StringBuilder();
		String stripped = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
		stripped.chars()
			.forEach((character) -> shown.append((character >= ' ' && character != 0x7F || character == '\t')
					? String.valueOf((char) character) : "\\x%02x".formatted(character)));
		return (shown.length() > WIDEST)
				? shown.substring(0, WIDEST) + "… (" + (shown.length() - WIDEST) + " more characters)"
				: shown.toString();
	}

	private static String seconds(Duration time) {
		return String.format(Locale.ROOT, "%.6f s", time.toNanos() / 1e9);
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

}
