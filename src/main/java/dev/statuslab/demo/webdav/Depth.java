package dev.statuslab.demo.webdav;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** How far a method reaches (RFC 4918 §10.2). */
enum Depth {

	ZERO("0"), ONE("1"), INFINITY("infinity");

	private final String value;

	Depth(String value) {
		this.value = value;
	}

	/**
	 * Reads the field; without it, a method reaches as far as it goes.
	 * @param field the value of Depth, if there is one
	 * @param possible what the method knows
	 * @throws ProblemException 400 if it is none of these
	 */
	static Depth of(@Nullable String field, Depth... possible) {
		if (field == null) {
			return INFINITY;
		}
		List<String> allowed = Arrays.stream(possible).map((depth) -> depth.value).toList();
		int index = allowed.indexOf(field.strip().toLowerCase(Locale.ROOT));
		if (index < 0) {
			throw new ProblemException(400, "The value of Depth is not one that goes with this method.").with("allowed",
					allowed);
		}
		return possible[index];
	}

}
