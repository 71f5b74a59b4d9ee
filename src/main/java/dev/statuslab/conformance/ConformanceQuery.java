package dev.statuslab.conformance;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.statuslab.http.ProblemException;
import dev.statuslab.http.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * Which rows are asked for: all that are not named do not matter.
 *
 * @param level {@code level=MUST NOT}
 * @param verdict {@code verdict=deviates}
 * @param subject {@code subject=412}
 */
public record ConformanceQuery(@Nullable Level level, @Nullable Verdict verdict, @Nullable String subject) {

	/**
	 * Reads the filters of a query.
	 * @param parameters the parameters
	 * @return what they ask for
	 * @throws ProblemException 400 if one is unknown, stands twice or has a value that
	 * can't be
	 */
	public static ConformanceQuery of(MultiValueMap<String, String> parameters) {
		QueryParameters.refuseOthers(parameters, List.of("level", "verdict", "subject"));
		return new ConformanceQuery(choice(parameters, "level", Level.values(), Level::toString),
				choice(parameters, "verdict", Verdict.values(), Verdict::toString), once(parameters, "subject"));
	}

	/**
	 * The rows that are asked for.
	 * @param conformance all of them
	 * @return the rows, in their order
	 */
	public List<Row> select(Conformance conformance) {
		return conformance.rows().stream().filter(this::chooses).toList();
	}

	private boolean chooses(Row row) {
		return (this.level == null || row.requirement().level() == this.level)
				&& (this.verdict == null || row.verdict() == this.verdict)
				&& (this.subject == null || List.of(row.requirement().subject().split("/")).contains(this.subject));
	}

	private static <T> @Nullable T choice(MultiValueMap<String, String> parameters, String name, T[] values,
			Function<T, String> word) {
		String text = once(parameters, name);
		if (text == null) {
			return null;
		}
		return Stream.of(values)
			.filter((value) -> word.apply(value).equalsIgnoreCase(text))
			.findFirst()
			.orElseThrow(() -> QueryParameters.notAllowed(name, text, Stream.of(values).map(word).toList()));
	}

	/** A form without script sends what nobody filled in, too. */
	private static @Nullable String once(MultiValueMap<String, String> parameters, String name) {
		return QueryParameters.once(parameters, name).filter((value) -> !value.isBlank()).orElse(null);
	}

}
