package dev.statuslab.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.statuslab.data.Text;
import dev.statuslab.http.ReasonPhrases;

/** All status codes that are registered or in use, and their classes. Immutable. */
public final class Catalog implements ReasonPhrases {

	private final Edition edition;

	private final List<StatusClass> classes;

	private final SortedMap<Integer, StatusCode> codes = new TreeMap<>();

	/** What a search looks through: made once, since a search reads all of it. */
	private final Map<Integer, String> words = new HashMap<>();

	Catalog(Edition edition, List<StatusClass> classes, Collection<StatusCode> codes) {
		this.edition = edition;
		this.classes = List.copyOf(classes);
		codes.forEach((code) -> {
			this.codes.put(code.code(), code);
			this.words.put(code.code(), wordsOf(code));
		});
	}

	/**
	 * Which state of the catalogue this is.
	 * @return its edition
	 */
	public Edition edition() {
		return this.edition;
	}

	/**
	 * The classes, in order.
	 * @return the five
	 */
	public List<StatusClass> classes() {
		return this.classes;
	}

	/**
	 * The class that a visitor's word means.
	 * @param word for example {@code 3xx}, {@code 3} or {@code redirection}
	 * @return the class, or nothing if there is none of that name
	 */
	public Optional<StatusClass> statusClass(String word) {
		return this.classes.stream().filter((candidate) -> candidate.answersTo(word)).findFirst();
	}

	/**
	 * An entry.
	 * @param code a status code
	 * @return the entry, or nothing if the code is not in the catalogue
	 */
	public Optional<StatusCode> find(int code) {
		return Optional.ofNullable(this.codes.get(code));
	}

	/**
	 * All entries, ordered by code.
	 * @return an unmodifiable list
	 */
	public List<StatusCode> all() {
		return List.copyOf(this.codes.values());
	}

	/**
	 * The codes of a class that are registered, ordered.
	 * @param statusClass the class
	 * @return its entries, unofficial ones too
	 */
	public List<StatusCode> in(StatusClass statusClass) {
		return all().stream().filter((code) -> code.statusClass().equals(statusClass.id())).toList();
	}

	/**
	 * Who uses codes without registration.
	 * @return the vendors' names, sorted
	 */
	public SortedSet<String> vendors() {
		SortedSet<String> vendors = new TreeSet<>(Comparator.comparing(String::toLowerCase));
		all().forEach((code) -> code.uses().forEach((use) -> vendors.add(use.vendor())));
		return vendors;
	}

	/**
	 * The words by which an entry is found, in both languages.
	 * @param code an entry
	 * @return its words in lower case
	 */
	String words(StatusCode code) {
		return this.words.getOrDefault(code.code(), "");
	}

	private static String wordsOf(StatusCode code) {
		StringBuilder text = new StringBuilder().append(code.code()).append(' ').append(code.phrase());
		text.append(' ').append(code.knownPhrase());
		for (Text part : List.of(code.summary(), code.description(), code.example())) {
			text.append(' ').append(part.en()).append(' ').append(part.ko());
		}
		code.uses().forEach((use) -> text.append(' ').append(use.vendor()).append(' ').append(use.phrase()));
		code.fields().all().forEach((field) -> text.append(' ').append(field.name()));
		return text.toString().toLowerCase(Locale.ROOT);
	}

	@Override
	public String phrase(int code) {
		return find(code).map(StatusCode::knownPhrase).orElse("");
	}

}
