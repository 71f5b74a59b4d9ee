package dev.statuslab.http;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IfHeaderTests {

	private static final Map<String, IfHeader.State> STATES = Map.of("", state("urn:a", "1"), "/b",
			state("urn:b", "2"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			(<urn:a>)                            | true
			(<urn:x>)                            | false
			(Not <urn:x>)                        | true
			(not <urn:a>)                        | false
			(["1"])                              | true
			([W/"1"])                            | false
			(["2"])                              | false
			(<urn:a> ["1"])                      | true
			(<urn:a> ["2"])                      | false
			(<urn:x>) (["1"])                    | true
			(<urn:a> Not ["2"])                  | true
			(Not["2"]<urn:a>)                    | true
			</b> (<urn:b>)                       | true
			</b> (<urn:a>)                       | false
			</b> (<urn:a>) (["2"])               | true
			</b> (<urn:a>) </c> (Not <urn:a>)    | true
			</c> (["1"])                         | false
			(<DAV:no-lock>)                      | false
			(Not <DAV:no-lock>)                  | true
			""")
	void oneListMustHoldAsAWhole(String field, boolean expected) {
		assertThat(IfHeader.parse(field)
			.matches((resource) -> STATES.getOrDefault((resource != null) ? resource : "", state("", ""))))
			.isEqualTo(expected);
	}

	@Test
	void everyTokenIsSubmittedNegatedOrNot() {
		assertThat(IfHeader.parse("</a> (<urn:a> [\"1\"]) (Not <urn:b>) </c> (<urn:c>)").stateTokens())
			.containsExactlyInAnyOrder("urn:a", "urn:b", "urn:c");
		assertThat(IfHeader.parse("([\"1\"])").stateTokens()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "()", "(<urn:a>", "<urn:a>", "(<urn:a>))", "(Not)", "(Not Not <urn:a>)",
			"(urn:a)", "([1])", "(<urn:a>) </b> (<urn:b>)", "</b> </c> (<urn:b>)", "(<urn:a>), (<urn:b>)",
			"(<urn:a>) x", "(<>)", "(<urn:a> (<urn:b>))" })
	void whatBreaksTheGrammarIsRefused(String field) {
		assertThatIllegalArgumentException().isThrownBy(() -> IfHeader.parse(field));
	}

	private static IfHeader.State state(String token, String tag) {
		return new IfHeader.State() {

			@Override
			public boolean hasToken(String candidate) {
				return Set.of(token).contains(candidate);
			}

			@Override
			public boolean hasTag(EntityTag candidate) {
				return EntityTag.strong(tag).matchesStrongly(candidate);
			}

		};
	}

}
