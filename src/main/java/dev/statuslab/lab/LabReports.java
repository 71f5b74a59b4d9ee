package dev.statuslab.lab;

import java.time.Duration;
import java.time.Instant;

import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import org.jspecify.annotations.Nullable;

/** Makes plans and reports of labs. */
public class LabReports {

	private final Labs labs;

	private final ExerciseBook exercises;

	private final Duration age;

	LabReports(Labs labs, ExerciseBook exercises, Duration age) {
		this.labs = labs;
		this.exercises = exercises;
		this.age = age;
	}

	/**
	 * The report of a lab.
	 * @param id the lab's id
	 * @param client the name of the only client that matters; null for all
	 * @param links where this server is
	 * @param language the language
	 * @return the report
	 * @throws dev.statuslab.http.ProblemException 404 if there is no such lab, or no such
	 * client in it
	 */
	public LabReport report(String id, @Nullable String client, Links links, Language language) {
		Lab lab = this.labs.get(id);
		return LabReport.of(lab, client, links.absolute("/labs/" + id), expiry(lab), this.exercises,
				this.labs.clock().instant(), language);
	}

	/** The same for who has begun to watch before the client came. */
	LabReport watched(String id, @Nullable String client, Links links, Language language) {
		boolean come = client == null || this.labs.get(id).participants().containsKey(client);
		LabReport report = report(id, come ? client : null, links, language);
		return come ? report : report.empty();
	}

	/**
	 * The plan of a client.
	 * @param id the lab's id
	 * @param client the client's name
	 * @param links where this server is
	 * @param language the language
	 * @return the plan
	 * @throws dev.statuslab.http.ProblemException 404 if there is no such lab, 400 if the
	 * name can't be a client's
	 */
	public Plan plan(String id, String client, Links links, Language language) {
		Lab lab = this.labs.get(id);
		return Plan.of(lab.id(), Labs.client(client), links.absolute("/labs/" + id), this.exercises, language);
	}

	Instant expiry(Lab lab) {
		return lab.touched().plus(this.age);
	}

}
