package dev.statuslab.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;

import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What every page has around it. */
@ControllerAdvice(assignableTypes = { CatalogPages.class, ConformancePages.class, RecipePages.class })
class PageFrame {

	/** What the filter forms send, whether or not they were filled in. */
	private static final List<String> FORM = List.of("q", "class", "registration", "vendor", "field", "cacheable",
			"level", "verdict", "subject");

	private final Catalog catalog;

	PageFrame(Catalog catalog) {
		this.catalog = catalog;
	}

	@ModelAttribute
	void frame(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Links links, Model model) {
		model.addAttribute("language", Language.of(locale));
		model.addAttribute("base", links.basePath());
		model.addAttribute("query", queryWithoutVariant(filled(parameters)));
		model.addAttribute("catalog", this.catalog);
		model.addAttribute("terminal", new Terminal());
	}

	/** A form without script sends the fields that nobody filled in, too. */
	static MultiValueMap<String, String> filled(MultiValueMap<String, String> parameters) {
		MultiValueMap<String, String> filled = new LinkedMultiValueMap<>(parameters);
		FORM.forEach((name) -> filled.computeIfPresent(name,
				(same, values) -> values.stream().allMatch(String::isBlank) ? null : values));
		return filled;
	}

	/** The beginning of a query to which a language or a format can be added. */
	private static String queryWithoutVariant(MultiValueMap<String, String> parameters) {
		StringBuilder query = new StringBuilder("?");
		parameters.forEach((name, values) -> {
			if (!name.equals("lang") && !name.equals("format")) {
				values.forEach((value) -> query.append(encode(name)).append('=').append(encode(value)).append('&'));
			}
		});
		return query.toString();
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
