package dev.statuslab.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.statuslab.catalog.CodeFields.Field;
import dev.statuslab.catalog.StatusCode.Content;
import dev.statuslab.catalog.StatusCode.Registration;
import dev.statuslab.data.Language;
import dev.statuslab.data.Text;
import dev.statuslab.http.Links;
import org.jspecify.annotations.Nullable;

/**
 * An entry in one language, as the API answers it. Each member is described at
 * {@link StatusCode}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder
public record CodeView(int code, String phrase, @Nullable String popularPhrase,
		@JsonProperty("class") String statusClass, @Nullable Integer treatAs, Registration registration,
		@Nullable LocalDate expires, @Nullable Spec spec, List<UseView> uses, String summary, String description,
		String example, String clientAdvice, String serverAdvice, Content content, boolean heuristicallyCacheable,
		RetryView retry, @Nullable RedirectView redirect, FieldsView fields, List<ConfusionView> confusedWith,
		Map<String, String> constants, Map<String, String> links) {

	/**
	 * An entry in one language.
	 * @param code the entry
	 * @param language the language
	 * @param links where the server's resources are
	 * @return the view
	 */
	public static CodeView of(StatusCode code, Language language, Links links) {
		CodeFields.ResponseFields response = code.fields().response();
		StatusCode.Redirect redirect = code.redirect();
		return new CodeView(code.code(), code.phrase(), code.popularPhrase(), code.statusClass(), code.treatAs(),
				code.registration(), code.expires(), code.spec(),
				code.uses()
					.stream()
					.map((use) -> new UseView(use.vendor(), use.phrase(), use.meaning().in(language)))
					.toList(),
				code.summary().in(language), code.description().in(language), code.example().in(language),
				code.clientAdvice().in(language), code.serverAdvice().in(language), code.content(),
				code.heuristicallyCacheable(), new RetryView(code.retry().verdict(), code.retry().note().in(language)),
				(redirect != null)
						? new RedirectView(redirect.permanence(), redirect.method(), redirect.note().in(language))
						: null,
				new FieldsView(new ResponseFieldsView(fields(response.required(), language),
						fields(response.recommended(), language), fields(response.related(), language),
						fields(response.forbidden(), language)), fields(code.fields().request(), language)),
				code.confusedWith()
					.stream()
					.map((other) -> new ConfusionView(other.code(), other.difference().in(language)))
					.toList(),
				code.constants(), CodeSummary.links(code, links));
	}

	private static List<FieldView> fields(List<Field> fields, Language language) {
		return fields.stream().map((field) -> {
			Text when = field.when();
			return new FieldView(field.name(), field.value(), (when != null) ? when.in(language) : null);
		}).toList();
	}

	/** A meaning without registration, in one language. */
	public record UseView(String vendor, String phrase, String meaning) {
	}

	/** Whether to repeat the request, in one language. */
	public record RetryView(StatusCode.Retry.Verdict verdict, String note) {
	}

	/** What becomes of the request, in one language. */
	public record RedirectView(String permanence, String method, String note) {
	}

	/** The fields that matter, in one language. */
	public record FieldsView(ResponseFieldsView response, List<FieldView> request) {
	}

	/** The fields of the response, in one language. */
	public record ResponseFieldsView(List<FieldView> required, List<FieldView> recommended, List<FieldView> related,
			List<FieldView> forbidden) {
	}

	/** A field, in one language. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record FieldView(String name, @Nullable String value, @Nullable String when) {
	}

	/** A neighbour, in one language. */
	public record ConfusionView(int code, String difference) {
	}

}
