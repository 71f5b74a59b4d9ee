package dev.statuslab.catalog;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;

/**
 * A class of codes in one language.
 *
 * @param id {@code 1xx} to {@code 5xx}
 * @param name its name in one word
 * @param title its name for people
 * @param meaning what it says about the request
 * @param treatAs the code as which an unknown code of this class is treated
 * @param spec the clause that defines it
 * @param count how many codes it has
 * @param codes its codes, ordered
 * @param links where to go on
 */
@JsonPropertyOrder
public record ClassView(@JsonProperty("class") String id, String name, String title, String meaning, int treatAs,
		Spec spec, int count, List<CodeSummary> codes, Map<String, String> links) {

	/**
	 * A class in one language.
	 * @param statusClass the class
	 * @param catalog where its codes are
	 * @param language the language
	 * @param links where the server's resources are
	 * @return the view
	 */
	public static ClassView of(StatusClass statusClass, Catalog catalog, Language language, Links links) {
		List<CodeSummary> codes = catalog.in(statusClass)
			.stream()
			.map((code) -> CodeSummary.of(code, language, links))
			.toList();
		return new ClassView(statusClass.id(), statusClass.name(), statusClass.title().in(language),
				statusClass.meaning().in(language), statusClass.treatAs(), statusClass.spec(), codes.size(), codes,
				Map.of("self", links.path("/classes/" + statusClass.id())));
	}

}
