package dev.statuslab.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The query parameters that an address takes. */
public final class QueryParameters {

	/** Those that choose a representation: the server has read them already. */
	private static final List<String> VARIANT = List.of("format", "lang");

	private QueryParameters() {
	}

	/**
	 * Refuses what an address does not know, rather than answer as if it were not there.
	 * @param parameters the query parameters
	 * @param known the names that it knows, beside those that choose a representation
	 * @throws ProblemException 400 if there is another parameter
	 */
	public static void refuseOthers(Map<String, ?> parameters, List<String> known) {
		List<String> allowed = new ArrayList<>(known);
		allowed.addAll(VARIANT);
		for (String name : parameters.keySet()) {
			if (!allowed.contains(name)) {
				throw new ProblemException(400, "There is no parameter of the name " + name + " here.")
					.with("parameter", name)
					.with("allowed", allowed);
			}
		}
	}

}
