package dev.statuslab.recipe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.recipe.Run.StepRun;

/**
 * A run as an HTTP archive (HAR 1.2): a page for each scenario, an entry for each step.
 * What the format has no place for stands in members whose names begin with an
 * underscore, as it allows.
 *
 * @param log all of it
 */
record Har(Log log) {

	/** Its media type. */
	static final String TYPE = "application/har+json";

	private static final String TIMES = "Times are exact within a connection. A connection is taken to be opened "
			+ "when the step before it was over.";

	static Har of(Run run, Language language, Links links) {
		Recipe recipe = run.recipe();
		HarClock clock = new HarClock(run.started());
		List<Page> pages = new ArrayList<>();
		List<HarEntry> entries = new ArrayList<>();
		page("earns", recipe.earns(), run.earns(), clock, language, links, pages, entries);
		page("twin", recipe.twin(), run.twin(), clock, language, links, pages, entries);
		return new Har(new Log("1.2", Creator.STATUSLAB, pages, entries, TIMES, recipe.id(),
				Transcript.verdict(run.passed())));
	}

	private static void page(String id, Scenario scenario, List<StepRun> runs, HarClock clock, Language language,
			Links links, List<Page> pages, List<HarEntry> entries) {
		clock.begin();
		pages.add(new Page(clock.now(), id, scenario.title().in(language), PageTimings.UNKNOWN,
				Transcript.verdict(Run.passed(scenario, runs))));
		List<SentRequest> sent = SentRequests.of(runs);
		for (int i = 0; i < runs.size(); i++) {
			StepRun run = runs.get(i);
			entries.add(HarEntry.of(id, run, sent.get(i), clock.start(run), language, links));
		}
	}

	/**
	 * The archive.
	 *
	 * @param version the format's
	 * @param creator what made it
	 * @param pages the scenarios
	 * @param entries the steps, in order
	 * @param comment how exact the times are
	 * @param recipe the recipe's id
	 * @param verdict {@code passed} or {@code failed}
	 */
	record Log(String version, Creator creator, List<Page> pages, List<HarEntry> entries, String comment,
			@JsonProperty("_recipe") String recipe, @JsonProperty("_verdict") String verdict) {
	}

	/**
	 * What made the archive.
	 *
	 * @param name this program
	 * @param version its version
	 */
	record Creator(String name, String version) {

		static final Creator STATUSLAB = new Creator("Statuslab",
				Objects.requireNonNullElse(Har.class.getPackage().getImplementationVersion(), "unreleased"));

	}

	/**
	 * A scenario.
	 *
	 * @param startedDateTime when it began
	 * @param id {@code earns} or {@code twin}
	 * @param title what it shows
	 * @param pageTimings nothing that a page would have
	 * @param verdict {@code passed} or {@code failed}
	 */
	record Page(Instant startedDateTime, String id, String title, PageTimings pageTimings,
			@JsonProperty("_verdict") String verdict) {
	}

	/**
	 * When a page was there; -1 where it is not known.
	 *
	 * @param onContentLoad milliseconds until its content was
	 * @param onLoad milliseconds until all of it was
	 */
	@JsonInclude
	record PageTimings(int onContentLoad, int onLoad) {

		static final PageTimings UNKNOWN = new PageTimings(-1, -1);

	}

}
