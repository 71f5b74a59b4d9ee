package dev.statuslab.catalog;

import java.util.Map;

import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;

/** Finds what an address of the catalogue names, or says why there is nothing. */
public final class CatalogLookup {

	private CatalogLookup() {
	}

	/**
	 * The entry that a visitor asks for.
	 * @param catalog the catalogue
	 * @param code three digits
	 * @param links where the server's resources are
	 * @return the entry
	 * @throws ProblemException 400 if it is no status code; 404 if it is not in the
	 * catalogue, with the code as which a client treats it (RFC 9110 §15)
	 */
	public static StatusCode code(Catalog catalog, String code, Links links) {
		if (!code.matches("[1-9][0-9]{2}")) {
			throw new ProblemException(400, "A status code has three digits, 100 to 999: " + code)
				.with("parameter", "code")
				.with("allowed", "100 to 999");
		}
		int number = Integer.parseInt(code);
		return catalog.find(number).orElseThrow(() -> {
			int treatAs = (number <= 599) ? number / 100 * 100 : 500;
			String rule = (number <= 599) ? "A client treats an unknown code as the x00 code of its class"
					: "A client treats a code outside 100 to 599 as a server error";
			return new ProblemException(404,
					"%d is not in the catalogue. %s (RFC 9110 §15): as %d.".formatted(number, rule, treatAs))
				.with("treatAs", treatAs)
				.with("links", Map.of("treatAs", links.path("/codes/" + treatAs), "codes", links.path("/codes")));
		});
	}

	/**
	 * The class that a visitor asks for.
	 * @param catalog the catalogue
	 * @param word for example {@code 3xx}, {@code 3} or {@code redirection}
	 * @return the class
	 * @throws ProblemException 404 if there is no such class
	 */
	public static StatusClass statusClass(Catalog catalog, String word) {
		return catalog.statusClass(word)
			.orElseThrow(() -> new ProblemException(404, "There is no such class of status codes: " + word)
				.with("allowed", catalog.classes().stream().map(StatusClass::id).toList()));
	}

}
