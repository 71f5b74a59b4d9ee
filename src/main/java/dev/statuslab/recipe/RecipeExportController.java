package dev.statuslab.recipe;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The recipes and their runs as files for other programs, by Accept or, where only an
 * address can be given, by {@code ?format=}.
 */
@RestController
@RequestMapping("/recipes/{id}")
@Hidden // one operation of the OpenAPI document with the recipes and runs themselves
class RecipeExportController {

	private static final String SCRIPT = "text/x-shellscript";

	private static final String REQUESTS = "text/x-http";

	private final RecipeBook recipes;

	private final RecipeRunner runner;

	RecipeExportController(RecipeBook recipes, RecipeRunner runner) {
		this.recipes = recipes;
		this.runner = runner;
	}

	@GetMapping(produces = SCRIPT)
	ResponseEntity<byte[]> script(@PathVariable String id, Language language) {
		return file(SCRIPT, CurlScript.of(this.recipes.get(id), language), language);
	}

	@GetMapping(produces = REQUESTS)
	ResponseEntity<byte[]> requests(@PathVariable String id, Language language, Links links) {
		return file(REQUESTS, HttpFile.of(this.recipes.get(id), language, links), language);
	}

	@GetMapping(params = "format")
	ResponseEntity<byte[]> byFormat(@PathVariable String id, @RequestParam String format, Language language,
			Links links) {
		return switch (format) {
			case "sh" -> script(id, language);
			case "http" -> requests(id, language, links);
			default -> throw unknown(format, "sh, http");
		};
	}

	@PostMapping(path = "/runs", params = "format")
	CompletableFuture<ResponseEntity<Har>> playByFormat(@PathVariable String id, @RequestParam String format,
			Language language, Links links) {
		if (!"har".equals(format)) {
			throw unknown(format, "har");
		}
		return this.runner.play(this.recipes.get(id), (step) -> {
		})
			.thenApply((run) -> RecipeController.answer(language)
				.header(HttpHeaders.CONTENT_TYPE, Har.TYPE)
				.body(Har.of(run, language, links)));
	}

	private static ResponseEntity<byte[]> file(String type, String text, Language language) {
		return RecipeController.answer(language)
			.header(HttpHeaders.CONTENT_TYPE, type + ";charset=utf-8")
			.body(text.getBytes(StandardCharsets.UTF_8));
	}

	private static ProblemException unknown(String format, String known) {
		return new ProblemException(400, "One of these formats is expected: " + known + "; and not: " + format)
			.with("parameter", "format");
	}

}
