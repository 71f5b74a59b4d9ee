package dev.statuslab.demo.teapot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;

/**
 * The varieties that the teapot has, each with an address of its own (RFC 7168 §2.1.2).
 */
enum Tea {

	DARJEELING, EARL_GREY, PEPPERMINT;

	/** Lists the varieties for a client that is to choose (RFC 7168 §2.1.1). */
	static final String ALTERNATES = "Alternates";

	/**
	 * Finds a variety.
	 * @throws ProblemException 404 if the pot does not have it
	 */
	static Tea of(String id) {
		return Arrays.stream(values())
			.filter((tea) -> tea.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new ProblemException(404, "The pot has no such tea.").with("allowed", ids()));
	}

	static List<String> ids() {
		return Arrays.stream(values()).map(Tea::id).toList();
	}

	/** The value of Alternates, as RFC 7168 writes the list of RFC 2295 §8.3. */
	static String alternates(Links links) {
		return Arrays.stream(values())
			.map((tea) -> "{\"%s\" {type %s}}".formatted(tea.path(links), Beverage.TEA.type()))
			.collect(Collectors.joining(", "));
	}

	/** Its name in addresses. */
	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String path(Links links) {
		return links.path(TeapotController.POT + "/" + id());
	}

}
