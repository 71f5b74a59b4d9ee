package dev.statuslab.recipe;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.recipe.Run.StepRun;
import dev.statuslab.wire.Capture.Event;
import dev.statuslab.wire.WireHead;
import org.jspecify.annotations.Nullable;

/**
 * A run as JSON, in one language.
 *
 * @param id tells runs apart
 * @param recipe the recipe's id
 * @param code the code that is earned
 * @param title the recipe's title
 * @param verdict {@code passed} or {@code failed}
 * @param started when it began
 * @param milliseconds how long it took
 * @param earns the steps that earn the code
 * @param twin the steps that come close
 * @param links where the recipe is
 */
public record Transcript(String id, String recipe, int code, String title, String verdict, Instant started,
		long milliseconds, Part earns, Part twin, LinksView links) {

	/**
	 * The transcript of a run.
	 * @param run the run
	 * @param language its texts' language
	 * @param links where the server's resources are
	 * @return the transcript
	 */
	public static Transcript of(Run run, Language language, Links links) {
		Recipe recipe = run.recipe();
		return new Transcript(run.id(), recipe.id(), recipe.code(), recipe.earns().title().in(language),
				verdict(run.passed()), run.started(), run.took().toMillis(),
				Part.of(recipe, recipe.earns(), run.earns(), language),
				Part.of(recipe, recipe.twin(), run.twin(), language),
				new LinksView(links.path("/recipes/" + recipe.id()), links.path("/codes/" + recipe.code())));
	}

	static String verdict(boolean passed) {
		return passed ? "passed" : "failed";
	}

	/**
	 * A scenario.
	 *
	 * @param title what it shows
	 * @param verdict {@code passed} or {@code failed}
	 * @param steps its steps
	 */
	public record Part(String title, String verdict, List<StepView> steps) {

		static Part of(Recipe recipe, Scenario scenario, List<StepRun> runs, Language language) {
			return new Part(scenario.title().in(language), Transcript.verdict(Run.passed(scenario, runs)),
					runs.stream().map((run) -> StepView.of(recipe, run, language)).toList());
		}

	}

	/**
	 * A step.
	 *
	 * @param part {@code earns} or {@code twin}
	 * @param number its place among the steps of that part, from 1; the same each time
	 * that it is repeated
	 * @param does what happens
	 * @param verdict {@code passed} or {@code failed}
	 * @param connection which of the scenario's connections it used, from 1
	 * @param listener which listener it leads to, if that is not the main one
	 * @param background whether the steps after it were taken without its response
	 * @param interim the status codes of the interim responses
	 * @param status the final status code, if there was one
	 * @param wire the octets both ways, in order
	 * @param checks what was looked at
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record StepView(String part, int number, String does, String verdict, int connection,
			@Nullable String listener, @Nullable Boolean background, List<Integer> interim, @Nullable Integer status,
			List<EventView> wire, List<CheckView> checks) {

		static StepView of(Recipe recipe, StepRun run, Language language) {
			int place = place(recipe.earns(), run.step());
			boolean earns = place > 0;
			return new StepView(earns ? "earns" : "twin", earns ? place : place(recipe.twin(), run.step()),
					run.step().does().in(language), Transcript.verdict(run.passed()), run.connection(),
					run.step().listener(), run.step().background() ? true : null,
					(run.response() != null) ? run.response().interim().stream().map(WireHead::code).toList()
							: List.of(),
					(run.response() != null && run.response().code() > 0) ? run.response().code() : null,
					run.events().stream().map(EventView::of).toList(), CheckView.of(run.checks(), language));
		}

		/** The two parts may have steps that are equal. */
		private static int place(Scenario scenario, Step step) {
			List<Step> steps = scenario.steps();
			return IntStream.range(0, steps.size()).filter((i) -> steps.get(i) == step).findFirst().orElse(-1) + 1;
		}

	}

	/**
	 * Something that happened on the connection.
	 *
	 * @param direction {@code sent} or {@code received}
	 * @param kind {@code octets}, {@code end} or {@code reset}
	 * @param microseconds when, since the connection was opened
	 * @param octets the octets: text if they are UTF-8
	 * @param encoding {@code base64} if they are not
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record EventView(String direction, String kind, long microseconds, @Nullable String octets,
			@Nullable String encoding) {

		static EventView of(Event event) {
			String direction = event.direction().name().toLowerCase(Locale.ROOT);
			String kind = event.kind().name().toLowerCase(Locale.ROOT);
			long at = event.at().toNanos() / 1000;
			if (event.octets().total() == 0) {
				return new EventView(direction, kind, at, null, null);
			}
			OctetText text = OctetText.of(event.octets().toByteArray());
			return new EventView(direction, kind, at, text.text(), text.encoding());
		}

	}

	/**
	 * An expectation.
	 *
	 * @param what what was looked at
	 * @param expected what must be
	 * @param actual what was
	 * @param verdict {@code passed} or {@code failed}
	 */
	public record CheckView(String what, String expected, String actual, String verdict) {

		static List<CheckView> of(List<Check> checks, Language language) {
			return checks.stream()
				.map((check) -> new CheckView(check.what().in(language), check.expected().in(language),
						check.actual().in(language), Transcript.verdict(check.passed())))
				.toList();
		}

	}

	/**
	 * Where to read on.
	 *
	 * @param recipe the recipe
	 * @param code the catalogue's entry
	 */
	public record LinksView(String recipe, String code) {
	}

}
