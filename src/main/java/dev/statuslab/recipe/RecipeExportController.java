package dev.statuslab.recipe;

import java.nio.charset.StandardCharsets;

import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The recipes as files for other programs. */
@RestController
@RequestMapping("/recipes/{id}")
@Hidden // one operation of the OpenAPI document with the recipes themselves
class RecipeExportController {

	static final String SCRIPT = "text/x-shellscript";

	static final String REQUESTS = "text/x-http";

	private final RecipeBook recipes;

	RecipeExportController(RecipeBook recipes) {
		this.recipes = recipes;
	}

	@GetMapping(produces = SCRIPT)
	ResponseEntity<byte[]> script(@PathVariable String id, Language language) {
		return file(SCRIPT, CurlScript.of(this.recipes.get(id), language), language);
	}

	@GetMapping(produces = REQUESTS)
	ResponseEntity<byte[]> requests(@PathVariable String id, Language language, Links links) {
		return file(REQUESTS, HttpFile.of(this.recipes.get(id), language, links), language);
	}

	private static ResponseEntity<byte[]> file(String type, String text, Language language) {
		return RecipeController.answer(language)
			.header(HttpHeaders.CONTENT_TYPE, type + ";charset=utf-8")
			.body(text.getBytes(StandardCharsets.UTF_8));
	}

}
