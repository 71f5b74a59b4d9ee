package dev.statuslab.recipe;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

	private final RecipeBook recipes;

	private final RecipeRunner runner;

	RecipeController(RecipeBook recipes, RecipeRunner runner) {
		this.recipes = recipes;
		this.runner = runner;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listRecipes", summary = "How codes are earned")
	ResponseEntity<RecipeList> list(@RequestParam(required = false) @Nullable String code, Language language,
			Links links) {
		List<RecipeView.Summary> summaries = this.recipes.select(code)
			.stream()
			.map((recipe) -> RecipeView.Summary.of(recipe, language, links))
			.toList();
		return answer(language).body(new RecipeList(summaries.size(), summaries));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getRecipe", summary = "A recipe, step by step")
	ResponseEntity<RecipeView> get(@PathVariable String id, Language language, Links links) {
		return answer(language).body(RecipeView.of(this.recipes.get(id), language, links));
	}

	/**
	 * The two are one method, for whoever takes anything would get the archive, whose
	 * name is before the other's in the alphabet.
	 */
	@PostMapping(path = "/{id}/runs", produces = { MediaType.APPLICATION_JSON_VALUE, Har.TYPE })
	@Operation(operationId = "playRecipe", summary = "Plays a recipe against this server, and shows the octets",
			responses = @ApiResponse(responseCode = "200",
					content = @Content(schema = @Schema(implementation = Transcript.class))))
	CompletableFuture<ResponseEntity<Object>> play(@PathVariable String id,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT,
					defaultValue = "*/*") List<String> accept,
			Language language, Links links, Preconditions preconditions) {
		String type = Negotiation.mediaType(accept, List.of(MediaType.APPLICATION_JSON_VALUE, Har.TYPE))
			.orElse(MediaType.APPLICATION_JSON_VALUE);
		return this.runner.play(playable(id, preconditions))
			.thenApply((run) -> Har.TYPE.equals(type) ? archive(run, language, links)
					: answer(language).header(HttpHeaders.CONTENT_TYPE, type)
						.body(Transcript.of(run, language, links)));
	}

	/** A file: a browser saves it, under a name of its own. */
	private static ResponseEntity<Object> archive(Run run, Language language, Links links) {
		return answer(language).header(HttpHeaders.CONTENT_TYPE, Har.TYPE)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + run.recipe().id() + ".har\"")
			.body(Har.of(run, language, links));
	}

	@PostMapping(path = "/{id}/runs", produces = MediaType.TEXT_PLAIN_VALUE)
	@Operation(operationId = "playRecipeAsText", summary = "The same, as curl -v would show it")
	CompletableFuture<ResponseEntity<String>> playAsText(@PathVariable String id, Language language,
			Preconditions preconditions) {
		return this.runner.play(playable(id, preconditions))
			.thenApply((run) -> answer(language).header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8")
				.body(TextTranscript.of(run, language)));
	}

	@PostMapping(path = "/{id}/runs", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "playRecipeAsEvents", summary = "The same, step by step as they finish")
	ResponseEntity<SseEmitter> playAsEvents(@PathVariable String id, Language language, Links links,
			Preconditions preconditions) {
		SseEmitter events = new SseEmitter(0L);
		Recipe recipe = playable(id, preconditions);
		CompletableFuture<Run> run = this.runner.play(recipe,
				(step) -> send(events, "step", Transcript.StepView.of(recipe, step, language)));
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

	private Recipe playable(String id, Preconditions preconditions) {
		Recipe recipe = this.recipes.get(id);
		preconditions.requireForWrite("POST", Validators.UNKNOWN);
		return recipe;
	}

	private static void send(SseEmitter events, String name, Object data) {
		try {
			events.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
		}
		catch (IOException | IllegalStateException ex) {
			// nobody listens any more
		}
	}

	/** A recipe or a run: never kept, and as the request's fields wish it. */
	static ResponseEntity.BodyBuilder answer(Language language) {
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
