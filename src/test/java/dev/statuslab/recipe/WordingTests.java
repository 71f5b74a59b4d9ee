package dev.statuslab.recipe;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

import dev.statuslab.data.Language;
import dev.statuslab.wire.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of a check, in each language. */
class WordingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			field          | ETag          | field ETag                  | ETag 필드
			field.interim  | 103 Link      | field of the 103, Link      | 103 응답의 Link 필드
			most           | 1500          | at most 1500 ms             | 1500ms 이하
			without        | {0}'s         | without {0}'s               | {0}'s 없음
			content.at     | /a~1b/0       | content at /a~1b/0          | 본문의 /a~1b/0
			nothing        |               | nothing                     | 없음
			""")
	void theWordsAreOfTheLanguageAndTheValuesStay(String key, String values, String english, String korean) {
		Wording wording = Wording.of(key, (values != null) ? values.split(" ") : new String[0]);
		assertThat(wording.in(Language.EN)).isEqualTo(english);
		assertThat(wording.in(Language.KO)).isEqualTo(korean);
	}

	@Test
	void aValueAloneIsTheSameInEachLanguage() {
		Wording value = Wording.verbatim("nothing {0} ''");
		assertThat(List.of(value.in(Language.EN), value.in(Language.KO))).containsOnly("nothing {0} ''");
		assertThat(value).isEqualTo(Wording.verbatim("nothing {0} ''")).isNotEqualTo(Wording.of("nothing"));
	}

	@ParameterizedTest
	@EnumSource
	void everyEndingHasItsWord(Ending ending) {
		String name = ending.name().toLowerCase(Locale.ROOT);
		Wording wording = Wording.of("connection." + name);
		assertThat(wording.in(Language.EN)).isEqualTo(name);
		assertThat(wording.in(Language.KO)).containsPattern("\\p{IsHangul}");
	}

	@Test
	void whatIsSaidInOneLanguageIsSaidInTheOther() {
		Set<String> english = messages(Locale.ROOT).keySet();
		ResourceBundle korean = messages(Locale.KOREAN);
		assertThat(korean.getLocale()).isEqualTo(Locale.KOREAN);
		assertThat(english).filteredOn((key) -> key.startsWith("check."))
			.hasSizeGreaterThan(20)
			.filteredOn((key) -> !"check.milliseconds".equals(key))
			.allSatisfy((key) -> assertThat(korean.getString(key)).as(key).containsPattern("\\p{IsHangul}"));
	}

	private static ResourceBundle messages(Locale locale) {
		return ResourceBundle.getBundle("messages", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
	}

}
