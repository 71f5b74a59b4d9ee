package dev.statuslab.page;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Text stays within a terminal, in which Hangul takes two cells. */
class TerminalTests {

	private final Terminal terminal = new Terminal();

	@Test
	void hangulTakesTwoCells() {
		assertThat(this.terminal.width("404 없음")).isEqualTo(8);
		assertThat(this.terminal.pad("본문", 6)).isEqualTo("본문  ");
	}

	@Test
	void aTextThatFitsIsNotCut() {
		assertThat(this.terminal.shorten("four cells", 10)).isEqualTo("four cells");
		assertThat(this.terminal.shorten("five cells", 9)).isEqualTo("five…");
	}

	@Test
	void aWideCharacterIsNotHalved() {
		assertThat(this.terminal.width(this.terminal.shorten("상태코드의뜻", 8))).isEqualTo(7);
	}

	@Test
	void aParagraphIsBrokenBetweenWords() {
		String wrapped = this.terminal.wrap("word ".repeat(40), 2);
		assertThat(wrapped.lines()).hasSize(3).allSatisfy((line) -> {
			assertThat(line).startsWith("  word").endsWith("word");
			assertThat(this.terminal.width(line)).isLessThanOrEqualTo(80);
		});
	}

	@Test
	void aTextHangsBesideAShortLabelAndBelowALongOne() {
		assertThat(this.terminal.hang("short", 8, "text")).isEqualTo("short   text");
		assertThat(this.terminal.hang("too long", 8, "text")).isEqualTo("too long\n        text");
		assertThat(this.terminal.hang("alone", 8, "")).isEqualTo("alone");
	}

	@Test
	void aListIsBrokenBetweenItsMembersOnly() {
		List<String> members = Collections.nCopies(10, "two words here");
		assertThat(this.terminal.flow(members, 0).lines()).allMatch((line) -> line.startsWith("two"))
			.allMatch((line) -> line.endsWith("here") || line.endsWith("here,"));
	}

	@Test
	void tabulatedTextsStandAtStops() {
		String lines = this.terminal.tabulate(List.of("a", "b".repeat(13), "c", "d".repeat(60), "e"), 2);
		assertThat(lines.lines()).containsExactly("  a" + " ".repeat(12) + "b".repeat(13) + " ".repeat(13) + "c",
				"  " + "d".repeat(60) + " ".repeat(5) + "e");
	}

}
