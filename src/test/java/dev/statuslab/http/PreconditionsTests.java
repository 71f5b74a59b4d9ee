package dev.statuslab.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.statuslab.http.Preconditions.Verdict;
import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Preconditions are evaluated in the order and by the rules of RFC 9110 §13. */
class PreconditionsTests {

	private static final Validators CURRENT = Validators.of(EntityTag.strong("1"),
			Instant.parse("1994-11-06T08:49:37.5Z"));

	private static final Validators WEAK = Validators.of(new EntityTag(true, "1"), null);

	private static final Validators UNTAGGED = new Validators(true, null, null);

	/*
	 * In the tables, the dates: OLD is before, SAME is, NEW is after the last
	 * modification; BAD is no date.
	 */
	private static final String OLD = "Sun, 06 Nov 1994 08:49:36 GMT";

	private static final String SAME = "Sun, 06 Nov 1994 08:49:37 GMT";

	private static final String NEW = "Sun, 06 Nov 1994 08:49:38 GMT";

	private static final String LIST = SAME + ", " + SAME;

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			#If-Match    | If-Unmodified-Since | If-None-Match | If-Modified-Since | GET          | PUT
			             |                     |               |                   | PROCEED      | PROCEED
			"1"          |                     |               |                   | PROCEED      | PROCEED
			"2"          |                     |               |                   | FAILED       | FAILED
			"2", "1"     |                     |               |                   | PROCEED      | PROCEED
			W/"1"        |                     |               |                   | FAILED       | FAILED
			*            |                     |               |                   | PROCEED      | PROCEED
			1            |                     |               |                   | FAILED       | FAILED
			``           |                     |               |                   | FAILED       | FAILED
			             | OLD                 |               |                   | FAILED       | FAILED
			             | SAME                |               |                   | PROCEED      | PROCEED
			             | NEW                 |               |                   | PROCEED      | PROCEED
			             | BAD                 |               |                   | PROCEED      | PROCEED
			             | LIST                |               |                   | PROCEED      | PROCEED
			"1"          | OLD                 |               |                   | PROCEED      | PROCEED
			"2"          | NEW                 |               |                   | FAILED       | FAILED
			             |                     | "1"           |                   | NOT_MODIFIED | FAILED
			             |                     | W/"1"         |                   | NOT_MODIFIED | FAILED
			             |                     | "2", W/"1"    |                   | NOT_MODIFIED | FAILED
			             |                     | *             |                   | NOT_MODIFIED | FAILED
			             |                     | "2"           |                   | PROCEED      | PROCEED
			             |                     | 1             |                   | PROCEED      | PROCEED
			             |                     |               | OLD               | PROCEED      | PROCEED
			             |                     |               | SAME              | NOT_MODIFIED | PROCEED
			             |                     |               | NEW               | NOT_MODIFIED | PROCEED
			             |                     |               | BAD               | PROCEED      | PROCEED
			             |                     |               | LIST              | PROCEED      | PROCEED
			             |                     | "2"           | NEW               | PROCEED      | PROCEED
			             |                     | "1"           | OLD               | NOT_MODIFIED | FAILED
			             |                     | ``            | NEW               | PROCEED      | PROCEED
			"1"          |                     | "1"           |                   | NOT_MODIFIED | FAILED
			"1"          |                     |               | SAME              | NOT_MODIFIED | PROCEED
			"2"          |                     | "1"           | SAME              | FAILED       | FAILED
			             | SAME                | "1"           |                   | NOT_MODIFIED | FAILED
			             | SAME                |               | SAME              | NOT_MODIFIED | PROCEED
			             | OLD                 | "1"           |                   | FAILED       | FAILED
			"1"          | OLD                 | "2"           | SAME              | PROCEED      | PROCEED
			*            | OLD                 | *             | OLD               | NOT_MODIFIED | FAILED
			""")
	@Verifies("rfc9110-13.2.2")
	void theOrderOfEvaluationHolds(String ifMatch, String ifUnmodifiedSince, String ifNoneMatch, String ifModifiedSince,
			Verdict get, Verdict put) {
		Preconditions preconditions = preconditions(ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince);
		assertThat(preconditions.evaluate("GET", CURRENT)).isEqualTo(get);
		assertThat(preconditions.evaluate("HEAD", CURRENT)).isEqualTo(get);
		assertThat(preconditions.evaluate("PUT", CURRENT)).isEqualTo(put);
		assertThat(preconditions.evaluate("DELETE", CURRENT)).isEqualTo(put);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			textBlock = """
					#If-Match | If-Unmodified-Since | If-None-Match | If-Modified-Since | of nothing | of a weak tag | of no validator
					*         |                     |               |                   | FAILED     | PROCEED       | PROCEED
					"1"       |                     |               |                   | FAILED     | FAILED        | FAILED
					W/"1"     |                     |               |                   | FAILED     | FAILED        | FAILED
					          | OLD                 |               |                   | PROCEED    | PROCEED       | PROCEED
					          |                     | *             |                   | PROCEED    | FAILED        | FAILED
					          |                     | "1"           |                   | PROCEED    | FAILED        | PROCEED
					          |                     | W/"1"         |                   | PROCEED    | FAILED        | PROCEED
					          |                     |               | NEW               | PROCEED    | PROCEED       | PROCEED
					""")
	@Verifies({ "rfc9110-13.1.1a", "rfc9110-13.1.1c", "rfc9110-13.1.4a" })
	void whatIsMissingMatchesNothing(String ifMatch, String ifUnmodifiedSince, String ifNoneMatch,
			String ifModifiedSince, Verdict nothing, Verdict weak, Verdict untagged) {
		Preconditions preconditions = preconditions(ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince);
		assertThat(preconditions.evaluate("PUT", Validators.NONE)).isEqualTo(nothing);
		assertThat(preconditions.evaluate("PUT", WEAK)).isEqualTo(weak);
		assertThat(preconditions.evaluate("PUT", UNTAGGED)).isEqualTo(untagged);
	}

	@ParameterizedTest
	@ValueSource(strings = { "OPTIONS", "TRACE", "CONNECT" })
	void methodsWithoutARepresentationHaveNoPreconditions(String method) {
		assertThat(preconditions("\"2\"", "OLD", "*", "SAME").evaluate(method, CURRENT)).isEqualTo(Verdict.PROCEED);
	}

	@Test
	void validatorsAreTakenFromTheFieldsOfAResponse() {
		Instant date = HttpDates.parse(OLD).orElseThrow();
		assertThat(Validators.told(Map.of("ETag", List.of("\"2\""), "Last-Modified", List.of(OLD))::get))
			.isEqualTo(Validators.of(EntityTag.strong("2"), date));
		assertThat(Validators.told(Map.of("ETag", List.of("nonsense"), "Last-Modified", List.of(OLD, OLD))::get))
			.isEqualTo(Validators.UNKNOWN);
		assertThat(Validators.told((name) -> List.of())).isEqualTo(Validators.UNKNOWN);
	}

	@Test
	void tagsInSeveralLinesAreOneList() {
		Preconditions preconditions = Preconditions
			.of((name) -> "If-Match".equals(name) ? List.of("\"3\", \"2\"", "\"1\"") : List.of());
		assertThat(preconditions.evaluate("PUT", CURRENT)).isEqualTo(Verdict.PROCEED);
	}

	@Test
	@Verifies("rfc9110-13.1.4a")
	void aDateInSeveralLinesIsIgnored() {
		Preconditions preconditions = Preconditions
			.of((name) -> name.endsWith("Since") ? List.of(OLD, OLD) : List.of());
		assertThat(preconditions.evaluate("PUT", CURRENT)).isEqualTo(Verdict.PROCEED);
		assertThat(preconditions.guardWrites()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			#If-Match | If-Unmodified-Since | If-None-Match | If-Modified-Since | guards
			          |                     |               |                   | false
			"1"       |                     |               |                   | true
			*         |                     |               |                   | true
			          | OLD                 |               |                   | true
			          | BAD                 |               |                   | false
			          | LIST                |               |                   | false
			          |                     | *             |                   | true
			          |                     |               | OLD               | false
			""")
	void onlyWhatIsEvaluatedGuardsAWrite(String ifMatch, String ifUnmodifiedSince, String ifNoneMatch,
			String ifModifiedSince, boolean guards) {
		Preconditions preconditions = preconditions(ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince);
		assertThat(preconditions.guardWrites()).isEqualTo(guards);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			#If-Range    | CURRENT | its date strong | a weak tag | no validator
			             | true    | true            | true       | true
			"1"          | true    | true            | false      | false
			` "1" `      | true    | true            | false      | false
			"2"          | false   | false           | false      | false
			W/"1"        | false   | false           | false      | false
			1            | false   | false           | false      | false
			"1", "1"     | false   | false           | false      | false
			*            | false   | false           | false      | false
			``           | false   | false           | false      | false
			OLD          | false   | false           | false      | false
			SAME         | false   | true            | false      | false
			NEW          | false   | false           | false      | false
			LIST         | false   | false           | false      | false
			BAD          | false   | false           | false      | false
			""")
	@Verifies({ "rfc9110-13.1.5b", "rfc9110-13.1.5c" })
	void aRangeCountsOnlyForTheVersionOfIfRange(String ifRange, boolean current, boolean strongDate, boolean weak,
			boolean untagged) {
		Preconditions preconditions = ranged(lines(ifRange));
		assertThat(counts(preconditions, CURRENT)).isEqualTo(current);
		assertThat(counts(preconditions, CURRENT.withStrongDate())).isEqualTo(strongDate);
		assertThat(counts(preconditions, WEAK.withStrongDate())).isEqualTo(weak);
		assertThat(counts(preconditions, UNTAGGED.withStrongDate())).isEqualTo(untagged);
		assertThat(preconditions.hasIfRange()).isEqualTo(ifRange != null);
	}

	@Test
	void ifRangeInSeveralLinesIsFalse() {
		assertThat(counts(ranged(List.of("\"1\"", "\"1\"")), CURRENT)).isFalse();
		assertThat(counts(ranged(List.of(SAME, SAME)), CURRENT.withStrongDate())).isFalse();
	}

	@Test
	@Verifies("rfc9110-13.1.5a")
	void ifRangeAloneAsksForNothing() {
		Preconditions preconditions = Preconditions
			.of((name) -> "If-Range".equals(name) ? List.of("\"2\"") : List.of());
		assertThat(preconditions.range(CURRENT)).isEmpty();
		assertThat(preconditions.evaluate("GET", CURRENT)).isEqualTo(Verdict.PROCEED);
		assertThat(preconditions.guardWrites()).isFalse();
	}

	@Test
	void aFalsePreconditionTellsTheCurrentTag() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> preconditions("\"2\"", null, null, null).requireForWrite("PUT", CURRENT))
			.satisfies((problem) -> {
				assertThat(problem.problem().status()).isEqualTo(412);
				assertThat(problem.problem().members()).containsEntry("currentEntityTag", "\"1\"");
				assertThat(problem.fields()).containsEntry("ETag", "\"1\"");
			});
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> preconditions("*", null, null, null).requireForWrite("PUT", Validators.NONE))
			.satisfies((problem) -> assertThat(problem.fields()).isEmpty());
	}

	private static boolean counts(Preconditions preconditions, Validators current) {
		return List.of("bytes=0-9").equals(preconditions.range(current));
	}

	private static Preconditions ranged(List<String> ifRange) {
		return Preconditions.of((name) -> switch (name) {
			case "Range" -> List.of("bytes=0-9");
			case "If-Range" -> ifRange;
			default -> List.of();
		});
	}

	private static Preconditions preconditions(String ifMatch, String ifUnmodifiedSince, String ifNoneMatch,
			String ifModifiedSince) {
		return Preconditions.of((name) -> switch (name) {
			case "If-Match" -> lines(ifMatch);
			case "If-Unmodified-Since" -> lines(ifUnmodifiedSince);
			case "If-None-Match" -> lines(ifNoneMatch);
			case "If-Modified-Since" -> lines(ifModifiedSince);
			case "If-Range", "Range" -> List.of();
			default -> throw new IllegalArgumentException(name);
		});
	}

	private static List<String> lines(String value) {
		return (value != null) ? List.of(meaning(value)) : List.of();
	}

	private static String meaning(String value) {
		return switch (value) {
			case "OLD" -> OLD;
			case "SAME" -> SAME;
			case "NEW" -> NEW;
			case "LIST" -> LIST;
			case "BAD" -> "yesterday";
			default -> value;
		};
	}

}
