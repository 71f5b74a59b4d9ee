package dev.statuslab.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.catalog.CatalogLookup;
import dev.statuslab.catalog.CatalogQuery;
import dev.statuslab.catalog.ClassView;
import dev.statuslab.catalog.CodeFields.Field;
import dev.statuslab.catalog.CodeView;
import dev.statuslab.catalog.StatusClass;
import dev.statuslab.catalog.StatusCode;
import dev.statuslab.catalog.StatusCode.Registration;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.recipe.RecipeBook;
import dev.statuslab.recipe.RecipeView;
import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The catalogue for people: HTML for a browser, plain text for a terminal. The server has
 * already negotiated: the locale is the language of the answer, and Accept names the one
 * type that was chosen.
 */
@Hidden
@Controller
class CatalogPages {

	private static final String HTML = MediaType.TEXT_HTML_VALUE;

	private static final String TEXT = MediaType.TEXT_PLAIN_VALUE;

	private final Catalog catalog;

	private final RecipeBook recipes;

	private final SortedSet<String> fieldNames = new TreeSet<>();

	CatalogPages(Catalog catalog, RecipeBook recipes) {
		this.catalog = catalog;
		this.recipes = recipes;
		catalog.all().stream().flatMap(CatalogPages::fields).map(Field::name).forEach(this.fieldNames::add);
	}

	@GetMapping(path = "/", produces = HTML)
	String home(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Links links, Model model) {
		CatalogQuery.refuseFilters(parameters);
		List<CodeGroup> groups = CodeGroup.all(this.catalog, Language.of(locale), links);
		model.addAttribute("groups", groups);
		model.addAttribute("registered", groups.stream().mapToInt((group) -> group.registered().size()).sum());
		model.addAttribute("unofficial", groups.stream().mapToInt((group) -> group.unofficial().size()).sum());
		model.addAttribute("said", "home");
		return "home";
	}

	@GetMapping(path = "/", produces = TEXT)
	String homeText(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Links links, Model model) {
		return text(home(parameters, locale, links, model));
	}

	@GetMapping(path = "/codes", produces = HTML)
	String codes(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Links links, Model model) {
		MultiValueMap<String, String> filled = PageFrame.filled(parameters);
		model.addAttribute("said", "codes");
		model.addAttribute("chosen", filled.toSingleValueMap());
		model.addAttribute("registrations", Registration.values());
		model.addAttribute("fieldNames", this.fieldNames);
		Optional.ofNullable(filled.getFirst("q"))
			.map(String::strip)
			.filter((words) -> words.matches("[1-9][0-9]{2}"))
			.flatMap((number) -> this.catalog.find(Integer.parseInt(number)))
			.ifPresent((code) -> model.addAttribute("exact", CodeView.of(code, Language.of(locale), links)));
		return list(filled, locale, links, model);
	}

	@GetMapping(path = "/codes", produces = TEXT)
	String codesText(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Links links, Model model) {
		return text(list(parameters, locale, links, model));
	}

	@GetMapping(path = "/codes/{code}", produces = HTML)
	String code(@PathVariable String code, @RequestParam MultiValueMap<String, String> parameters, Locale locale,
			Links links, Model model) {
		CatalogQuery.refuseFilters(parameters);
		StatusCode found = CatalogLookup.code(this.catalog, code, links);
		model.addAttribute("code", CodeView.of(found, Language.of(locale), links));
		List<StatusCode> all = this.catalog.all();
		int place = all.indexOf(found);
		model.addAttribute("previous", (place > 0) ? all.get(place - 1) : null);
		model.addAttribute("next", (place < all.size() - 1) ? all.get(place + 1) : null);
		model.addAttribute("cards",
				this.recipes.of(found.code())
					.stream()
					.map((recipe) -> RecipeCard.of(RecipeView.of(recipe, Language.of(locale), links), this.catalog))
					.toList());
		return "code";
	}

	@GetMapping(path = "/codes/{code}", produces = TEXT)
	String codeText(@PathVariable String code, @RequestParam MultiValueMap<String, String> parameters, Locale locale,
			Links links, Model model) {
		return text(code(code, parameters, locale, links, model));
	}

	@GetMapping(path = "/classes", produces = HTML)
	String classes(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Links links, Model model) {
		CatalogQuery.refuseFilters(parameters);
		model.addAttribute("classes",
				this.catalog.classes().stream().map((statusClass) -> view(statusClass, locale, links)).toList());
		model.addAttribute("said", "classes");
		return "classes";
	}

	@GetMapping(path = "/classes", produces = TEXT)
	String classesText(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Links links,
			Model model) {
		return text(classes(parameters, locale, links, model));
	}

	@GetMapping(path = "/classes/{class}", produces = HTML)
	String statusClass(@PathVariable("class") String word, @RequestParam MultiValueMap<String, String> parameters,
			Locale locale, Links links, Model model) {
		CatalogQuery.refuseFilters(parameters);
		model.addAttribute("statusClass", view(CatalogLookup.statusClass(this.catalog, word), locale, links));
		return "class";
	}

	@GetMapping(path = "/classes/{class}", produces = TEXT)
	String statusClassText(@PathVariable("class") String word, @RequestParam MultiValueMap<String, String> parameters,
			Locale locale, Links links, Model model) {
		return text(statusClass(word, parameters, locale, links, model));
	}

	private String list(MultiValueMap<String, String> parameters, Locale locale, Links links, Model model) {
		CatalogQuery query = CatalogQuery.of(parameters, this.catalog);
		model.addAttribute("full", query.full());
		model.addAttribute("codes",
				query.select(this.catalog)
					.stream()
					.map((code) -> CodeView.of(code, Language.of(locale), links))
					.toList());
		return "codes";
	}

	private ClassView view(StatusClass statusClass, Locale locale, Links links) {
		return ClassView.of(statusClass, this.catalog, Language.of(locale), links);
	}

	private static String text(String template) {
		return "text/" + template;
	}

	private static Stream<Field> fields(StatusCode code) {
		return Stream
			.of(code.fields().request(), code.fields().response().required(), code.fields().response().recommended(),
					code.fields().response().related(), code.fields().response().forbidden())
			.flatMap(List::stream);
	}

}
