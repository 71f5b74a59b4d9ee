package dev.statuslab.catalog;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The catalogue as JSON. The server has already negotiated: the locale is the language of
 * the answer, and who comes here wants JSON.
 */
@RestController
@Tag(name = "Catalogue")
class CatalogController {

	private final Catalog catalog;

	CatalogController(Catalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping(path = "/", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getIndex", summary = "Where everything is")
	Map<String, Object> index(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
			Links links) {
		CatalogQuery.refuseFilters(parameters);
		Map<String, String> all = new LinkedHashMap<>();
		all.put("self", links.path("/"));
		all.put("codes", links.path("/codes"));
		all.put("classes", links.path("/classes"));
		all.put("schema", links.path("/schemas/status-code.json"));
		all.put("recipes", links.path("/recipes"));
		all.put("conformance", links.path("/conformance"));
		all.put("recipeSchema", links.path("/schemas/recipe.json"));
		all.put("status", links.path("/status/200"));
		all.put("demos", links.path("/demo/documents"));
		all.put("echo", links.path("/demo/echo"));
		all.put("openapi", links.path("/v3/api-docs"));
		all.put("swagger", links.path("/swagger-ui.html"));
		all.put("health", links.path("/actuator/health"));
		return Map.of("name", "Statuslab", "links", all);
	}

	@GetMapping(path = "/codes", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listCodes", summary = "The status codes, or those that the filters choose")
	CodeList codes(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, Locale locale,
			Links links) {
		CatalogQuery query = CatalogQuery.of(parameters, this.catalog);
		Language language = Language.of(locale);
		List<?> codes = query.select(this.catalog)
			.stream()
			.map((code) -> query.full() ? CodeView.of(code, language, links) : CodeSummary.of(code, language, links))
			.toList();
		return new CodeList(codes.size(), codes);
	}

	@GetMapping(path = "/codes/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getCode", summary = "Everything about one status code")
	CodeView code(@PathVariable String code,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, Locale locale,
			Links links) {
		CatalogQuery.refuseFilters(parameters);
		return CodeView.of(CatalogLookup.code(this.catalog, code, links), Language.of(locale), links);
	}

	@GetMapping(path = "/classes", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listClasses", summary = "The five classes, their meaning and their codes")
	ClassList classes(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, Locale locale,
			Links links) {
		CatalogQuery.refuseFilters(parameters);
		List<ClassView> classes = this.catalog.classes()
			.stream()
			.map((statusClass) -> ClassView.of(statusClass, this.catalog, Language.of(locale), links))
			.toList();
		return new ClassList(classes.size(), classes);
	}

	@GetMapping(path = "/classes/{class}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getClass", summary = "One class, its meaning and its codes")
	ClassView statusClass(@PathVariable("class") String word,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, Locale locale,
			Links links) {
		CatalogQuery.refuseFilters(parameters);
		return ClassView.of(CatalogLookup.statusClass(this.catalog, word), this.catalog, Language.of(locale), links);
	}

	@GetMapping(path = "/schemas/status-code.json",
			produces = { "application/schema+json", MediaType.APPLICATION_JSON_VALUE })
	@Operation(operationId = "getSchema", summary = "The JSON Schema of the catalogue's files")
	byte[] schema(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) throws IOException {
		CatalogQuery.refuseFilters(parameters);
		return new ClassPathResource("catalog/schema/status-code.json").getContentAsByteArray();
	}

	/**
	 * A list of codes.
	 *
	 * @param count how many there are
	 * @param codes summaries, or whole entries
	 */
	record CodeList(int count, List<?> codes) {
	}

	/**
	 * The list of classes.
	 *
	 * @param count how many there are
	 * @param classes the classes
	 */
	record ClassList(int count, List<ClassView> classes) {
	}

}
