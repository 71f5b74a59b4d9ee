package dev.statuslab.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.statuslab.catalog.StatusCode.Registration;
import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the catalogue says is so: in the registry, in the RFCs, and in other libraries.
 */
class CatalogFactsTests {

	private static final Catalog CATALOG = new CatalogReader().read();

	/** Second names that a library keeps for a code; the catalogue gives its first. */
	private static final Map<String, Set<String>> SECOND_NAMES = Map.of("dotnet",
			Set.of("HttpStatusCode.Ambiguous", "HttpStatusCode.Moved", "HttpStatusCode.Redirect",
					"HttpStatusCode.RedirectMethod", "HttpStatusCode.RedirectKeepVerb",
					"HttpStatusCode.UnprocessableEntity"),
			"python", Set.of("http.HTTPStatus.REQUEST_ENTITY_TOO_LARGE", "http.HTTPStatus.REQUEST_URI_TOO_LONG",
					"http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE", "http.HTTPStatus.UNPROCESSABLE_ENTITY"));

	/** RFC 9110's own phrases, where other lists differ. */
	private static final Map<Integer, String> RFC_9110 = Map.of(203, "Non-Authoritative Information", 302, "Found", 408,
			"Request Timeout", 413, "Content Too Large", 414, "URI Too Long", 416, "Range Not Satisfiable", 418,
			"(Unused)", 422, "Unprocessable Content", 500, "Internal Server Error", 505, "HTTP Version Not Supported");

	@Test
	@Verifies("rfc9205-4.6a")
	void itHasEveryCodeAndEveryMeaning() {
		Set<Integer> expected = new TreeSet<>();
		rows("registry.tsv").forEach((row) -> expected.add(Integer.valueOf(row[0])));
		assertThat(expected).hasSize(64);
		rows("unofficial.tsv").forEach((row) -> expected.add(Integer.valueOf(row[0])));
		assertThat(CATALOG.all()).extracting(StatusCode::code).containsExactlyElementsOf(expected).hasSize(98);
		long registered = CATALOG.all()
			.stream()
			.filter((code) -> code.registration() != Registration.UNOFFICIAL)
			.count();
		long uses = CATALOG.all().stream().mapToLong((code) -> code.uses().size()).sum();
		assertThat(registered).isEqualTo(64);
		assertThat(uses).isEqualTo(39);
		assertThat(registered + uses).isEqualTo(103);
	}

	@Test
	@Verifies({ "rfc9205-4.6b", "rfc9110-15.5.19" })
	void aRegisteredCodeIsAsTheRegistryHasIt() {
		for (String[] row : rows("registry.tsv")) {
			StatusCode code = code(Integer.parseInt(row[0]));
			assertThat(code.phrase()).as(row[0]).isEqualTo(row[1]);
			assertThat(Objects.requireNonNull(code.spec()).label()).as(row[0]).isEqualTo(row[2]);
			assertThat(code.registration()).as(row[0]).hasToString(row[3]);
			assertThat(String.valueOf(code.expires())).as(row[0]).isEqualTo("-".equals(row[4]) ? "null" : row[4]);
			assertThat(code.heuristicallyCacheable()).as(row[0]).isEqualTo(Boolean.parseBoolean(row[5]));
		}
		RFC_9110.forEach((code, phrase) -> assertThat(code(code).phrase()).isEqualTo(phrase));
	}

	@Test
	void theSpecificationIsWhereTheLabelSays() {
		for (StatusCode code : CATALOG.all()) {
			Spec spec = code.spec();
			if (spec != null && spec.label().startsWith("RFC ")) {
				String[] parts = spec.label().substring(4).split(" §");
				assertThat(spec.url()).as(spec.label())
					.isEqualTo("https://www.rfc-editor.org/rfc/rfc" + parts[0] + ".html#section-" + parts[1]);
			}
		}
		for (StatusClass statusClass : CATALOG.classes()) {
			int section = Integer.parseInt(statusClass.id().substring(0, 1)) + 1;
			assertThat(statusClass.spec().label()).isEqualTo("RFC 9110 §15." + section);
			assertThat(statusClass.spec().url()).endsWith("/rfc9110.html#section-15." + section);
		}
	}

	@Test
	void aUseIsAsItsVendorHasIt() {
		List<String> expected = rows("unofficial.tsv").stream()
			.map((row) -> row[0] + " " + withoutRemark(row[1]) + ": " + row[2])
			.toList();
		assertThat(CATALOG.all().stream().flatMap(CatalogFactsTests::uses)).hasSize(39)
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	@Verifies({ "rfc9110-15.1a", "rfc9110-15.1d", "rfc7725-3b", "rfc8470-5.2b" })
	void whatTheRfcsNameIsHeuristicallyCacheable() {
		// RFC 9110 §15.1, and RFC 7725 §3 for 451
		assertThat(CATALOG.all().stream().filter(StatusCode::heuristicallyCacheable)).extracting(StatusCode::code)
			.containsExactly(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501);
	}

	@Test
	@Verifies("rfc9110-15.5.3")
	void paymentRequiredIsReservedAndHasNoFieldsOfItsOwn() {
		StatusCode code = code(402);
		assertThat(code.summary().en()).startsWith("Reserved for future use");
		assertThat(code.fields().all()).isEmpty();
		assertThat(code(401).fields().all()).as("another has some").isNotEmpty();
	}

	@Test
	void aSpringConstantExistsAndNoneIsMissing() {
		Map<String, Integer> current = new TreeMap<>();
		for (HttpStatus status : HttpStatus.values()) {
			// a deprecated constant counts where it is the only one for its code
			if (!deprecated(status) || Arrays.stream(HttpStatus.values())
				.noneMatch((other) -> other != status && other.value() == status.value())) {
				current.put("HttpStatus." + status.name(), status.value());
			}
		}
		assertThat(constants("spring")).isEqualTo(current);
	}

	@Test
	void aJdkConstantExistsAndNoneIsMissing() throws IllegalAccessException {
		Map<String, Integer> all = new TreeMap<>();
		for (Field field : HttpURLConnection.class.getFields()) {
			if (field.getName().startsWith("HTTP_") && !"HTTP_SERVER_ERROR".equals(field.getName())) {
				all.put("HttpURLConnection." + field.getName(), field.getInt(null));
			}
		}
		assertThat(constants("jdk")).isEqualTo(all);
	}

	@ParameterizedTest
	@ValueSource(strings = { "go", "python", "node", "dotnet", "rust" })
	void aConstantOfAnotherLanguageExistsAndNoneIsMissing(String language) {
		Map<String, Integer> all = new TreeMap<>();
		rows("constants/" + language + ".tsv").forEach((row) -> all.put(row[0], Integer.valueOf(row[1])));
		Set<String> secondNames = SECOND_NAMES.getOrDefault(language, Set.of());
		assertThat(all.keySet()).containsAll(secondNames);
		all.keySet().removeAll(secondNames);
		assertThat(constants(language)).isEqualTo(all);
	}

	@Test
	void noTextStandsTwice() {
		Map<String, String> places = new HashMap<>();
		List<String> repeated = new ArrayList<>();
		for (StatusCode code : CATALOG.all()) {
			collect(String.valueOf(code.code()), new JsonMapper().valueToTree(code), places, repeated);
		}
		assertThat(places).hasSizeGreaterThan(98 * 2 * 6);
		assertThat(repeated).isEmpty();
	}

	@Test
	void aLiveAddressIsADemo() {
		List<String> live = CATALOG.all().stream().map(StatusCode::live).filter(Objects::nonNull).toList();
		assertThat(live).hasSizeGreaterThan(20).allMatch((address) -> address.startsWith("/demo/"));
	}

	/** Conditions of fields are short and may recur; everything else is written once. */
	private static void collect(String place, JsonNode node, Map<String, String> places, List<String> repeated) {
		if (node.isObject() && node.has("en") && !place.endsWith(".when")) {
			for (String language : List.of("en", "ko")) {
				String other = places.putIfAbsent(node.get(language).asString(), place);
				if (other != null) {
					repeated.add(place + " and " + other + ": " + node.get(language).asString());
				}
			}
		}
		node.propertyStream()
			.forEach((property) -> collect(place + "." + property.getKey(), property.getValue(), places, repeated));
		if (node.isArray()) {
			node.forEach((element) -> collect(place + "[]", element, places, repeated));
		}
	}

	private static Map<String, Integer> constants(String language) {
		Map<String, Integer> constants = new TreeMap<>();
		for (StatusCode code : CATALOG.all()) {
			String name = code.constants().get(language);
			if (name != null) {
				constants.put(name, code.code());
			}
		}
		return constants;
	}

	private static boolean deprecated(HttpStatus status) {
		try {
			return HttpStatus.class.getField(status.name()).isAnnotationPresent(Deprecated.class);
		}
		catch (NoSuchFieldException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Stream<String> uses(StatusCode code) {
		return code.uses().stream().map((use) -> code.code() + " " + withoutRemark(use.vendor()) + ": " + use.phrase());
	}

	private static String withoutRemark(String vendor) {
		return vendor.replaceFirst(" \\([^)]*\\)$", "");
	}

	private static StatusCode code(int number) {
		return CATALOG.find(number).orElseThrow();
	}

	private static List<String[]> rows(String file) {
		try {
			String content = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
			return content.lines().filter((line) -> !line.startsWith("#")).map((line) -> line.split("\t")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
