package dev.statuslab.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Entity tags are read, written and compared as RFC 9110 §8.8.3 says. */
class EntityTagTests {

	@ParameterizedTest
	@ValueSource(strings = { "\"abc\"", "W/\"abc\"", "\"\"", "W/\"\"", "\"a,b\"", "\"W/x\"", "\"\\\"", "\"\u00e9\"" })
	void aTagIsReadAndWritten(String text) {
		assertThat(EntityTag.parse(" " + text + "\t")).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "\"", "\"a b\"", "w/\"abc\"", "W/ \"abc\"", "W/abc", "\"a\"b\"", "'abc'", "*",
			"\"a\"\"b\"", "\"\u007f\"", "\"\u20ac\"", "\"a\r\nb\"" })
	void anythingElseIsNoTag(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> EntityTag.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\"b", "a b", "a\r\nb", "\u0000", "\u007f", "\u0100" })
	void noTagHoldsAQuoteASpaceOrAControl(String opaque) {
		assertThatIllegalArgumentException().isThrownBy(() -> EntityTag.strong(opaque));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			W/"1", W/"1", false, true
			W/"1", W/"2", false, false
			W/"1", "1",   false, true
			"1",   "1",   true,  true
			"1",   "2",   false, false
			"a",   "A",   false, false
			"",    "",    true,  true
			""")
	void tagsAreComparedStronglyAndWeakly(String left, String right, boolean strongly, boolean weakly) {
		EntityTag one = EntityTag.parse(left);
		EntityTag other = EntityTag.parse(right);
		assertThat(one.matchesStrongly(other)).isEqualTo(strongly);
		assertThat(other.matchesStrongly(one)).isEqualTo(strongly);
		assertThat(one.matchesWeakly(other)).isEqualTo(weakly);
		assertThat(other.matchesWeakly(one)).isEqualTo(weakly);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"a"                 | "a"
			"a","b"             | "a" "b"
			"a" ,  W/"b" ,      | "a" W/"b"
			, ,"a",,"b"         | "a" "b"
			"a,b", "c"          | "a,b" "c"
			"", "b"             | "" "b"
			abc, "b"            | "b"
			"a"x, "b"           | "b"
			"a" "c", "b"        | "b"
			"a, "b"             | "b"
			w/"a", W/"b"        | W/"b"
			"a b", "c"          | "c"
			*                   | ``
			*, "a"              | "a"
			,,,                 | ``
			``                  | ``
			""")
	void aListHoldsWhatIsATag(String line, String tags) {
		assertThat(EntityTag.list(List.of(line)).stream().map(EntityTag::toString))
			.containsExactly(tags.isEmpty() ? new String[0] : tags.split(" "));
	}

	@Test
	void severalLinesAreOneList() {
		assertThat(EntityTag.list(List.of("\"a\"", "W/\"b\", \"c\""))).containsExactly(EntityTag.strong("a"),
				new EntityTag(true, "b"), EntityTag.strong("c"));
		assertThat(EntityTag.list(List.of())).isEmpty();
	}

	@Test
	void aLongListIsNoBurden() {
		assertThat(EntityTag.list(List.of(",".repeat(24_000)))).isEmpty();
		assertThat(EntityTag.list(List.of(", ".repeat(12_000) + "\"a\""))).containsExactly(EntityTag.strong("a"));
		assertThat(EntityTag.list(List.of("\"".repeat(24_000)))).isEmpty();
	}

	@Test
	void aTagOfOctetsIsStrongAndTheirOwn() {
		EntityTag tag = EntityTag.of("abc");
		assertThat(tag.weak()).isFalse();
		assertThat(tag).isEqualTo(EntityTag.of("abc".getBytes(StandardCharsets.UTF_8)))
			.isNotEqualTo(EntityTag.of("abd"));
		assertThat(tag.coded("gzip")).isNotEqualTo(tag);
		assertThat(tag.coded("gzip").matchesWeakly(tag)).isFalse();
	}

}
