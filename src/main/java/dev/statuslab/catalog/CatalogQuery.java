package dev.statuslab.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

import dev.statuslab.catalog.StatusCode.Registration;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.QueryParameters;

/**
 * A visitor's choice among the codes, as given by query parameters. All filters are
 * combined with <em>and</em>.
 *
 * @param filter which entries are chosen
 * @param full whether whole entries are wanted instead of summaries
 */
public record CatalogQuery(Predicate<StatusCode> filter, boolean full) {

	private static final List<String> FILTERS = List.of("class", "q", "registration", "vendor", "field", "cacheable",
			"view");

	private static final int LONGEST_WORDS = 200;

	/**
	 * Reads a query.
	 * @param parameters the query parameters
	 * @param catalog what they choose from
	 * @return the query
	 * @throws ProblemException 400 if a parameter is unknown or given twice, or its value
	 * is not among those allowed
	 */
	public static CatalogQuery of(Map<String, List<String>> parameters, Catalog catalog) {
		QueryParameters.refuseOthers(parameters, FILTERS);
		List<Predicate<StatusCode>> filters = new ArrayList<>();
		QueryParameters.once(parameters, "class").map((value) -> byClass(value, catalog)).ifPresent(filters::add);
		QueryParameters.once(parameters, "q").map((value) -> byWords(value, catalog)).ifPresent(filters::add);
		QueryParameters.once(parameters, "registration").map(CatalogQuery::byRegistration).ifPresent(filters::add);
		QueryParameters.once(parameters, "vendor").map((value) -> byVendor(value, catalog)).ifPresent(filters::add);
		QueryParameters.once(parameters, "field").map(CatalogQuery::byField).ifPresent(filters::add);
		QueryParameters.once(parameters, "cacheable")
			.map((value) -> oneOf("cacheable", value, "true", "false"))
			.map((value) -> (Predicate<StatusCode>) (code) -> code.heuristicallyCacheable() == "true".equals(value))
			.ifPresent(filters::add);
		boolean full = QueryParameters.once(parameters, "view")
			.map((value) -> oneOf("view", value, "summary", "full"))
			.filter("full"::equals)
			.isPresent();
		return new CatalogQuery(filters.stream().reduce(Predicate::and).orElse((code) -> true), full);
	}

	/**
	 * Refuses every parameter, where an address takes none but those that choose a
	 * representation.
	 * @param parameters the query parameters
	 * @throws ProblemException 400 if there is another parameter
	 */
	public static void refuseFilters(Map<String, List<String>> parameters) {
		QueryParameters.refuseOthers(parameters, List.of());
	}

	/**
	 * The codes that it chooses, ordered.
	 * @param catalog what it chooses from
	 * @return the entries
	 */
	public List<StatusCode> select(Catalog catalog) {
		return catalog.all().stream().filter(this.filter).toList();
	}

	private static Predicate<StatusCode> byClass(String value, Catalog catalog) {
		StatusClass chosen = catalog.statusClass(value).orElseThrow(() -> {
			List<String> ids = catalog.classes().stream().map(StatusClass::id).toList();
			List<String> names = catalog.classes().stream().map(StatusClass::name).toList();
			return QueryParameters.notAllowed("class", value, ids).with("allowedNames", names);
		});
		return (code) -> code.statusClass().equals(chosen.id());
	}

	private static Predicate<StatusCode> byWords(String value, Catalog catalog) {
		if (value.isBlank() || value.length() > LONGEST_WORDS) {
			throw new ProblemException(400, "The parameter q takes words to look for.").with("parameter", "q")
				.with("limit", LONGEST_WORDS);
		}
		List<String> words = Arrays.asList(value.strip().toLowerCase(Locale.ROOT).split("\\s+"));
		return (code) -> {
			String text = catalog.words(code);
			return words.stream().allMatch(text::contains);
		};
	}

	private static Predicate<StatusCode> byRegistration(String value) {
		String[] names = Arrays.stream(Registration.values()).map(Registration::toString).toArray(String[]::new);
		String chosen = oneOf("registration", value, names);
		return (code) -> code.registration().toString().equals(chosen);
	}

	private static Predicate<StatusCode> byVendor(String value, Catalog catalog) {
		String part = value.strip().toLowerCase(Locale.ROOT);
		Predicate<String> named = (vendor) -> vendor.toLowerCase(Locale.ROOT).contains(part);
		if (part.isEmpty() || catalog.vendors().stream().noneMatch(named)) {
			throw QueryParameters.notAllowed("vendor", value, List.copyOf(catalog.vendors()));
		}
		return (code) -> code.uses().stream().anyMatch((use) -> named.test(use.vendor()));
	}

	private static Predicate<StatusCode> byField(String value) {
		String name = value.strip();
		if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}")) {
			throw new ProblemException(400, "The parameter field takes the name of a field, such as Retry-After.")
				.with("parameter", "field");
		}
		return (code) -> code.fields().all().stream().anyMatch((field) -> field.name().equalsIgnoreCase(name));
	}

	private static String oneOf(String parameter, String value, String... allowed) {
		return Arrays.stream(allowed)
			.filter(value::equalsIgnoreCase)
			.findFirst()
			.orElseThrow(() -> QueryParameters.notAllowed(parameter, value,
					new TreeSet<>(List.of(allowed)).stream().toList()));
	}

}
