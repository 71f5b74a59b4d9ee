package dev.statuslab.page;

import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.catalog.CatalogQuery;
import dev.statuslab.catalog.CodeFields.Field;
import dev.statuslab.catalog.StatusCode;
import io.swagger.v3.oas.annotations.Hidden;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The words by which the home page finds codes as one types, in both languages at once:
 * each with the codes that it speaks of. Who looks for a part of a word finds the whole
 * of it, so a word that is part of another one of the same code is left out.
 */
@Hidden
@RestController
class SearchWords {

	/** As {@code home.js} takes a question apart. */
	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}/-]+");

	private static final Pattern NUMBER = Pattern.compile("[0-9]+");

	private final byte[] json;

	SearchWords(Catalog catalog) {
		// without the layout of the API, which is for people
		this.json = JsonMapper.builder().build().writeValueAsBytes(index(catalog));
	}

	@GetMapping(path = "/words", produces = MediaType.APPLICATION_JSON_VALUE)
	byte[] words(@RequestParam MultiValueMap<String, String> parameters) {
		CatalogQuery.refuseFilters(parameters);
		return this.json;
	}

	static SortedMap<String, SortedSet<Integer>> index(Catalog catalog) {
		SortedMap<String, SortedSet<Integer>> index = new TreeMap<>();
		for (StatusCode code : catalog.all()) {
			Set<String> words = words(code);
			words.stream()
				.filter((word) -> words.stream().noneMatch((other) -> !other.equals(word) && other.contains(word)))
				.forEach((word) -> index.computeIfAbsent(word, (same) -> new TreeSet<>()).add(code.code()));
		}
		return index;
	}

	private static Set<String> words(StatusCode code) {
		Stream<String> texts = Stream.of(code.phrase(), code.knownPhrase(), code.summary().en(), code.summary().ko(),
				code.description().en(), code.description().ko());
		Stream<String> uses = code.uses().stream().flatMap((use) -> Stream.of(use.vendor(), use.phrase()));
		Stream<String> names = Stream.concat(code.fields().all().stream().map(Field::name),
				code.constants().values().stream());
		return Stream.of(texts, uses, names)
			.flatMap((part) -> part)
			.flatMap((text) -> BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)))
			.filter((word) -> word.length() > 1 && !NUMBER.matcher(word).matches())
			.collect(Collectors.toSet());
	}

}
