package dev.statuslab.page;

import java.util.concurrent.CompletableFuture;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.recipe.Recipe;
import dev.statuslab.recipe.RecipeBook;
import dev.statuslab.recipe.RecipeRunner;
import dev.statuslab.recipe.RecipeView;
import dev.statuslab.recipe.Transcript;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The recipes for people, and runs for browsers without script. */
@Hidden
@Controller
@RequestMapping("/recipes")
class RecipePages {

	private static final String HTML = MediaType.TEXT_HTML_VALUE;

	private final RecipeBook recipes;

	private final RecipeRunner runner;

	private final Catalog catalog;

	RecipePages(RecipeBook recipes, RecipeRunner runner, Catalog catalog) {
		this.recipes = recipes;
		this.runner = runner;
		this.catalog = catalog;
	}

	/** What the same address says as JSON goes by the same fields. */
	@ModelAttribute
	void fields(HttpServletResponse response, Language language, Model model) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
		model.addAttribute("plain", false);
	}

	@GetMapping(produces = HTML)
	String list(@RequestParam(required = false) @Nullable String code, Language language, Links links, Model model) {
		model.addAttribute("recipes",
				this.recipes.select(code).stream().map((recipe) -> RecipeView.of(recipe, language, links)).toList());
		return "recipes";
	}

	@GetMapping(path = "/{id}", produces = HTML)
	String recipe(@PathVariable String id, Language language, Links links, Model model) {
		RecipeView recipe = RecipeView.of(this.recipes.get(id), language, links);
		model.addAttribute("card", RecipeCard.of(recipe, this.catalog));
		return "recipe";
	}

	@PostMapping(path = "/{id}/runs", produces = HTML)
	CompletableFuture<String> run(@PathVariable String id, Language language, Links links, Model model) {
		Recipe recipe = this.recipes.get(id);
		// the address of a run can't be asked for once more, only that of its recipe
		model.addAttribute("query", null);
		model.addAttribute("played", links.path("/recipes/" + recipe.id() + "?"));
		return this.runner.play(recipe).thenApply((run) -> {
			model.addAttribute("card", RecipeCard.of(RecipeView.of(recipe, language, links), this.catalog,
					Transcript.of(run, language, links)));
			return "recipe";
		});
	}

}
