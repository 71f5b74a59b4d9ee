package dev.statuslab.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.statuslab.catalog.StatusCode.Registration;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a list, in one language.
 *
 * @param code the status code
 * @param phrase its reason phrase
 * @param statusClass its class
 * @param registration its standing in the registry
 * @param summary its meaning in a sentence
 * @param spec where it is defined
 * @param links where to go on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder
public record CodeSummary(int code, String phrase, @JsonProperty("class") String statusClass, Registration registration,
		String summary, @Nullable Spec spec, Map<String, String> links) {

	/**
	 * An entry in one language.
	 * @param code the entry
	 * @param language the language
	 * @param links where the server's resources are
	 * @return the view
	 */
	public static CodeSummary of(StatusCode code, Language language, Links links) {
		return new CodeSummary(code.code(), code.phrase(), code.statusClass(), code.registration(),
				code.summary().in(language), code.spec(), links(code, links));
	}

	static Map<String, String> links(StatusCode code, Links links) {
		Map<String, String> all = new LinkedHashMap<>();
		all.put("self", links.path("/codes/" + code.code()));
		if (!StatusCode.INVALID.equals(code.statusClass())) {
			all.put("class", links.path("/classes/" + code.statusClass()));
		}
		Spec spec = code.spec();
		if (spec != null) {
			all.put("spec", spec.url());
		}
		if (code.registration() != StatusCode.Registration.UNOFFICIAL) {
			all.put("recipes", links.path("/recipes?code=" + code.code()));
		}
		String live = code.live();
		if (live != null) {
			all.put("live", links.path(live));
		}
		return all;
	}

}
