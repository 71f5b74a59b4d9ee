package dev.statuslab.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.statuslab.data.InvalidEntryException;
import dev.statuslab.data.Text;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalogue: one status code, registered or in use without registration.
 *
 * @param code the status code
 * @param phrase the reason phrase, as its specification has it
 * @param popularPhrase what people call it, where the registered phrase is "(Unused)"
 * @param statusClass {@code 1xx} to {@code 5xx}, or {@code invalid} outside 100 to 599
 * @param treatAs the code as which an invalid one is treated (RFC 9110 §15)
 * @param registration its standing in the IANA registry
 * @param expires when a temporary registration ends
 * @param spec where it is defined, if there is such a place
 * @param uses what it means to others, without registration
 * @param summary its meaning in a sentence
 * @param description its meaning, and the limits of it
 * @param example a situation in which it is the right answer
 * @param clientAdvice what a client does with it
 * @param serverAdvice when a server sends it
 * @param content whether the response has content
 * @param heuristicallyCacheable whether a cache may store it without explicit freshness
 * (RFC 9110 §15.1)
 * @param retry whether the same request is worth repeating
 * @param redirect what becomes of the request, where it redirects
 * @param fields the fields that matter with it
 * @param confusedWith its neighbours
 * @param constants its name in programming languages
 * @param live where this server shows it
 */
public record StatusCode(int code, String phrase, @Nullable String popularPhrase,
		@JsonProperty("class") String statusClass, @Nullable Integer treatAs, Registration registration,
		@Nullable LocalDate expires, @Nullable Spec spec, @Nullable List<Use> uses, Text summary, Text description,
		Text example, Text clientAdvice, Text serverAdvice, Content content, boolean heuristicallyCacheable,
		Retry retry, @Nullable Redirect redirect, CodeFields fields, List<Confusion> confusedWith,
		Map<String, String> constants, @Nullable String live) {

	/** The class of codes outside 100 to 599. */
	public static final String INVALID = "invalid";

	public StatusCode {
		InvalidEntryException.written("phrase", phrase);
		InvalidEntryException.required("registration", registration);
		InvalidEntryException.required("summary", summary);
		InvalidEntryException.required("description", description);
		InvalidEntryException.required("example", example);
		InvalidEntryException.required("clientAdvice", clientAdvice);
		InvalidEntryException.required("serverAdvice", serverAdvice);
		InvalidEntryException.required("content", content);
		InvalidEntryException.required("retry", retry);
		InvalidEntryException.required("fields", fields);
		InvalidEntryException.required("confusedWith", confusedWith);
		InvalidEntryException.required("constants", constants);
		uses = (uses != null) ? List.copyOf(uses) : List.of();
		String expected = (code >= 100 && code <= 599) ? code / 100 + "xx" : INVALID;
		if (!expected.equals(statusClass)) {
			throw new InvalidEntryException("class", "is " + statusClass + ", not " + expected);
		}
		if (registration != Registration.UNOFFICIAL) {
			InvalidEntryException.required("spec", spec);
		}
		else if (uses.isEmpty()) {
			throw new InvalidEntryException("uses", "is missing");
		}
		InvalidEntryException.belongs("treatAs", treatAs, INVALID.equals(statusClass), "a code outside 100 to 599");
		InvalidEntryException.belongs("expires", expires, registration == Registration.TEMPORARY,
				"a temporary registration");
		if (!"3xx".equals(statusClass)) {
			InvalidEntryException.belongs("redirect", redirect, false, "a code of the class 3xx");
		}
		if (live != null && !live.startsWith("/demo/")) {
			throw new InvalidEntryException("live", "is not below /demo/");
		}
	}

	/**
	 * The phrase that people know it by.
	 * @return the popular phrase where there is one, else the registered phrase
	 */
	public String knownPhrase() {
		return (this.popularPhrase != null) ? this.popularPhrase : this.phrase;
	}

	/** Standing in the IANA HTTP Status Code Registry. */
	public enum Registration {

		/** Registered for good. */
		PERMANENT,

		/** Registered until a date. */
		TEMPORARY,

		/** Reserved. */
		UNUSED,

		/** Registered, and marked obsolete. */
		OBSOLETED,

		/** In use, and not registered. */
		UNOFFICIAL;

		@JsonValue
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Whether a response has content (RFC 9110 §6.4). */
	public enum Content {

		/** It must not. */
		NEVER,

		/** It may. */
		ALLOWED,

		/** It should. */
		EXPECTED;

		@JsonValue
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * A meaning without registration.
	 *
	 * @param vendor who uses it
	 * @param phrase what they call it
	 * @param meaning what they mean by it
	 */
	public record Use(String vendor, String phrase, Text meaning) {

		public Use {
			InvalidEntryException.written("vendor", vendor);
			InvalidEntryException.written("phrase", phrase);
			InvalidEntryException.required("meaning", meaning);
		}

	}

	/**
	 * Whether the same request is worth repeating.
	 *
	 * @param verdict in a word
	 * @param note why
	 */
	public record Retry(Verdict verdict, Text note) {

		public Retry {
			InvalidEntryException.required("verdict", verdict);
			InvalidEntryException.required("note", note);
		}

		/** Whether to repeat a request. */
		public enum Verdict {

			/** There is no point in it. */
			NEVER,

			/** Unchanged, at once. */
			AS_IS,

			/** Unchanged, later. */
			AFTER_DELAY,

			/** Only changed. */
			AFTER_CHANGE;

			@JsonValue
			@Override
			public String toString() {
				return name().toLowerCase(Locale.ROOT).replace('_', '-');
			}

		}

	}

	/**
	 * What a redirection does to the request (RFC 9110 §15.4).
	 *
	 * @param permanence {@code permanent}, {@code temporary} or {@code none}
	 * @param method {@code kept}, {@code may-become-GET} or {@code becomes-GET}
	 * @param note what to know about it
	 */
	public record Redirect(String permanence, String method, Text note) {

		public Redirect {
			InvalidEntryException.oneOf("permanence", permanence, "permanent", "temporary", "none");
			InvalidEntryException.oneOf("method", method, "kept", "may-become-GET", "becomes-GET");
			InvalidEntryException.required("note", note);
		}

	}

	/**
	 * A code that people mix up with this one.
	 *
	 * @param code the other code
	 * @param difference how to tell them apart
	 */
	public record Confusion(int code, Text difference) {

		public Confusion {
			InvalidEntryException.required("difference", difference);
		}

	}

}
