package dev.statuslab.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A redirect's note for people. */
class RedirectNoteTests {

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void thePageLinksToTheLocation(int status) {
		RedirectNote note = RedirectNote.of(status, "/demo/echo?a=1&b=2");
		assertThat(note.html()).contains("<a href=\"/demo/echo?a=1&amp;b=2\">", status + ": " + note.detail());
	}

	@Test
	void nothingInALocationBecomesMarkup() {
		assertThat(RedirectNote.of(301, "/\"><script>'").html()).contains("href=\"/&quot;&gt;&lt;script&gt;&#39;\"")
			.doesNotContain("<script>");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 300, 304, 305, 306 })
	void whatIsNoAutomaticRedirectHasNoNote(int status) {
		assertThatIllegalArgumentException().isThrownBy(() -> RedirectNote.of(status, "/"));
	}

}
