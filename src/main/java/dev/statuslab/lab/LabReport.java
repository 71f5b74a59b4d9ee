package dev.statuslab.lab;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.statuslab.data.Language;
import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a lab has found out.
 *
 * @param lab the lab's id
 * @param url its address
 * @param created when it was opened
 * @param expires when it goes, if nothing more happens in it
 * @param clients the clients, in the order in which they came
 */
public record LabReport(String lab, String url, Instant created, Instant expires, List<ClientReport> clients) {

	/**
	 * Judges all that has happened in a lab.
	 * @param lab the lab
	 * @param only the name of the only client that matters; null for all
	 * @param url the lab's address
	 * @param expires when it goes
	 * @param book the exercises
	 * @param now the time
	 * @param language the language
	 * @return the report
	 */
	static LabReport of(Lab lab, @Nullable String only, String url, Instant expires, ExerciseBook book, Instant now,
			Language language) {
		List<ClientReport> clients = lab.participants()
			.values()
			.stream()
			.filter((participant) -> only == null || participant.name().equals(only))
			.map((participant) -> ClientReport.of(participant.name(),
					book.entries()
						.stream()
						.map((entry) -> result(book, entry, participant.attempt(entry.name()), now, language))
						.toList()))
			.toList();
		if (only != null && clients.isEmpty()) {
			throw new ProblemException(404, "No client of this name has come to this lab: " + only);
		}
		return new LabReport(lab.id(), url, lab.created(), expires, clients);
	}

	/** The same without its clients. */
	LabReport empty() {
		return new LabReport(this.lab, this.url, this.created, this.expires, List.of());
	}

	private static Result result(ExerciseBook book, ExerciseBook.Entry entry, Optional<Attempt> attempt, Instant now,
			Language language) {
		Finding finding = book.judge(entry, attempt, now);
		ExerciseText text = entry.text();
		return new Result(entry.name(), entry.group(), text.title().in(language), text.level(), text.clause(),
				finding.verdict(), book.says(entry, finding, language), finding.evidence());
	}

	/**
	 * A client.
	 *
	 * @param client its name
	 * @param passed how many exercises it passed
	 * @param failed how many it failed
	 * @param noted of how many there is something to note
	 * @param notSeen of how many there is nothing to judge
	 * @param exercises all exercises
	 */
	public record ClientReport(String client, long passed, long failed, long noted, long notSeen,
			List<Result> exercises) {

		static ClientReport of(String client, List<Result> results) {
			return new ClientReport(client, count(results, Verdict.PASSED), count(results, Verdict.FAILED),
					count(results, Verdict.NOTED), count(results, Verdict.NOT_SEEN), results);
		}

		private static long count(List<Result> results, Verdict verdict) {
			return results.stream().filter((result) -> result.verdict() == verdict).count();
		}

	}

	/**
	 * What was found out of a client at an exercise.
	 *
	 * @param name the exercise's name
	 * @param group its group
	 * @param title what it is about
	 * @param level how strongly the clause binds
	 * @param clause where it is written
	 * @param verdict the verdict
	 * @param says why
	 * @param evidence what arrived and what was told, line by line
	 */
	public record Result(String name, String group, String title, ExerciseText.Level level, ExerciseText.Clause clause,
			Verdict verdict, String says, List<String> evidence) {
	}

}
