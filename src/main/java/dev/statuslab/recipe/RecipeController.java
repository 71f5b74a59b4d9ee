package dev.statuslab.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The recipes, and their runs. */
@RestController
@RequestMapping("/recipes")
@Tag(name = "Recipes")
class RecipeController {

	private static final List<String> LANGUAGES = List.of("en", "ko");

	private static final String ANY = "*";

	private final RecipeBook recipes;

	private final RecipeRunner runner;

	RecipeController(RecipeBook recipes, RecipeRunner runner) {
		this.recipes = recipes;
		this.runner = runner;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listRecipes", summary = "How codes are earned")
	ResponseEntity<RecipeList> list(@RequestParam(required = false) @Nullable String code,
			@Parameter(hidden = true) @RequestHeader(name = "Accept-Language", defaultValue = ANY) List<String> accept,
			Links links) {
		Language language = language(accept);
		List<Recipe> chosen = (code != null) ? this.recipes.of(code(code)) : this.recipes.all();
		List<RecipeView.Summary> summaries = chosen.stream()
			.map((recipe) -> RecipeView.Summary.of(recipe, language, links))
			.toList();
		return answer(language).body(new RecipeList(summaries.size(), summaries));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getRecipe", summary = "A recipe, step by step")
	ResponseEntity<RecipeView> get(@PathVariable String id,
			@Parameter(hidden = true) @RequestHeader(name = "Accept-Language", defaultValue = ANY) List<String> accept,
			Links links) {
		Language language = language(accept);
		return answer(language).body(RecipeView.of(recipe(id), language, links));
	}

	@GetMapping(path = "/{id}", produces = "text/x-shellscript")
	@Operation(operationId = "getRecipeAsScript", summary = "The same as a shell script that plays it with curl")
	ResponseEntity<byte[]> script(@PathVariable String id,
			@Parameter(hidden = true) @RequestHeader(name = "Accept-Language",
					defaultValue = ANY) List<String> accept) {
		Language language = language(accept);
		return answer(language).header(HttpHeaders.CONTENT_TYPE, "text/x-shellscript;charset=utf-8")
			.body(CurlScript.of(recipe(id), language).getBytes(StandardCharsets.UTF_8));
	}

	@PostMapping(path = "/{id}/runs", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "playRecipe", summary = "Plays a recipe against this server, and shows the octets")
	CompletableFuture<ResponseEntity<Transcript>> play(@PathVariable String id,
			@Parameter(hidden = true) @RequestHeader(name = "Accept-Language", defaultValue = ANY) List<String> accept,
			Links links) {
		Language language = language(accept);
		return this.runner.play(recipe(id), (step) -> {
		}).thenApply((run) -> answer(language).body(Transcript.of(run, language, links)));
	}

	@PostMapping(path = "/{id}/runs", produces = MediaType.TEXT_PLAIN_VALUE)
	@Operation(operationId = "playRecipeAsText", summary = "The same, as curl -v would show it")
	CompletableFuture<ResponseEntity<String>> playAsText(@PathVariable String id,
			@Parameter(hidden = true) @RequestHeader(name = "Accept-Language",
					defaultValue = ANY) List<String> accept) {
		Language language = language(accept);
		return this.runner.play(recipe(id), (step) -> {
		})
			.thenApply((run) -> answer(language).header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8")
				.body(TextTranscript.of(run, language)));
	}

	@PostMapping(path = "/{id}/runs", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "playRecipeAsEvents", summary = "The same, step by step as they finish")
	ResponseEntity<SseEmitter> playAsEvents(@PathVariable String id,
			@Parameter(hidden = true) @RequestHeader(name = "Accept-Language", defaultValue = ANY) List<String> accept,
			Links links) {
		Language language = language(accept);
		SseEmitter events = new SseEmitter(0L);
		CompletableFuture<Run> run = this.runner.play(recipe(id),
				(step) -> send(events, "step", Transcript.StepView.of(step, language)));
		// who closes the connection stops the run
		events.onError((gone) -> run.cancel(true));
		events.onCompletion(() -> run.cancel(true));
		run.whenComplete((done, failure) -> {
			if (done != null) {
				send(events, "run", Transcript.of(done, language, links));
				events.complete();
			}
		});
		return answer(language).body(events);
	}

	private static void send(SseEmitter events, String name, Object data) {
		try {
			events.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
		}
		catch (IOException | IllegalStateException ex) {
			// nobody listens any more
		}
	}

	private Recipe recipe(String id) {
		return this.recipes.find(id)
			.orElseThrow(() -> new ProblemException(404, "There is no recipe of this name; /recipes lists them all."));
	}

	private static int code(String text) {
		if (text.matches("[1-5][0-9]{2}")) {
			return Integer.parseInt(text);
		}
		throw new ProblemException(400, "A status code from 100 to 599 is expected, and not: " + text).with("parameter",
				"code");
	}

	private static Language language(List<String> accept) {
		return Language.of(Locale.forLanguageTag(Negotiation.language(accept, LANGUAGES)));
	}

	private static ResponseEntity.BodyBuilder answer(Language language) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
			.varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
	}

	/**
	 * A list of recipes.
	 *
	 * @param count how many there are
	 * @param recipes the recipes, ordered by code
	 */
	record RecipeList(int count, List<RecipeView.Summary> recipes) {
	}

}
