package dev.statuslab.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

	/**
	 * A parameter that makes no sense twice.
	 * @param parameters the query parameters
	 * @param name its name
	 * @return its value, if it is there
	 * @throws ProblemException 400 if it stands more than once
	 */
	public static Optional<String> once(Map<String, List<String>> parameters, String name) {
		List<String> values = parameters.getOrDefault(name, List.of());
		if (values.size() > 1) {
			throw new ProblemException(400, "The parameter " + name + " may stand there only once.").with("parameter",
					name);
		}
		return values.stream().findFirst();
	}

	/**
	 * The problem with a value that can't be.
	 * @param name the parameter's name
	 * @param value its value
	 * @param allowed the values that it may have
	 * @return a 400 that tells all three
	 */
	public static ProblemException notAllowed(String name, String value, List<String> allowed) {
		return new ProblemException(400, "The value of " + name + " is not among those allowed: " + value)
			.with("parameter", name)
			.with("allowed", allowed);
	}

}
