package dev.statuslab.page;

import java.util.List;
import java.util.Locale;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What every page has around it. */
@ControllerAdvice(assignableTypes = { CatalogPages.class, ConformancePages.class, ComposePages.class, LabPages.class,
		RecipePages.class })
class PageFrame {

	/** What the filter forms send, whether or not they were filled in. */
	private static final List<String> FORM = List.of("q", "class", "registration", "vendor", "field", "cacheable",
			"level", "verdict", "subject");

	private final Catalog catalog;

	private final PageProperties properties;

	PageFrame(Catalog catalog, PageProperties properties) {
		this.catalog = catalog;
		this.properties = properties;
	}

	@ModelAttribute
	void frame(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Links links,
			HttpServletRequest request, Model model) {
		model.addAttribute("address",
				Address.of(this.properties.before() + request.getRequestURI(), filled(parameters)));
		model.addAttribute("origin", this.properties.before());
		model.addAttribute("language", Language.of(locale));
		model.addAttribute("base", links.basePath());
		model.addAttribute("spoken", spoken(parameters, locale));
		model.addAttribute("query", Address.queryWithoutVariant(filled(parameters)));
		model.addAttribute("catalog", this.catalog);
		model.addAttribute("terminal", new Terminal());
	}

	/**
	 * What a link adds where the address itself has chosen the language; else
	 * Accept-Language goes on choosing.
	 */
	private static String spoken(MultiValueMap<String, String> parameters, Locale locale) {
		return parameters.containsKey("lang") ? "?lang=" + Language.of(locale).tag() : "";
	}

	/** A form without script sends the fields that nobody filled in, too. */
	static MultiValueMap<String, String> filled(MultiValueMap<String, String> parameters) {
		MultiValueMap<String, String> filled = new LinkedMultiValueMap<>(parameters);
		FORM.forEach((name) -> filled.computeIfPresent(name,
				(same, values) -> values.stream().allMatch(String::isBlank) ? null : values));
		return filled;
	}

}
