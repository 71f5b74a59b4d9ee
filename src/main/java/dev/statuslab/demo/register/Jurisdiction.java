package dev.statuslab.demo.register;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller is.
 *
 * @param code two letters as in ISO 3166-1, in upper case
 */
record Jurisdiction(String code) {

	private static final Pattern CODE = Pattern.compile("[A-Za-z]{2}");

	/**
	 * The jurisdiction that a caller names. A real service would look up the client's
	 * address; here the visitor travels by parameter.
	 * @param code two letters, or nothing
	 * @return the jurisdiction, or nothing where none is named
	 * @throws ProblemException 400 if it can't be one
	 */
	static Optional<Jurisdiction> named(@Nullable String code) {
		if (code == null) {
			return Optional.empty();
		}
		if (!CODE.matcher(code).matches()) {
			throw new ProblemException(400, "The parameter from names a jurisdiction by two letters (ISO 3166-1).")
				.with("parameter", "from")
				.with("allowed", "two letters A-Z, such as XA");
		}
		return Optional.of(new Jurisdiction(code.toUpperCase(Locale.ROOT)));
	}

}
