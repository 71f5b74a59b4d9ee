package dev.statuslab.page;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The composer: with a script, and by its form alone. */
@LiveServer
class ComposePagesTests {

	private static final String HTML = "Accept: text/html";

	private static final String WISH = "code=503&delay=1ms&retry-after=7&fault=&header=X-A:%201%0D%0A%0D%0AX-B:%202"
			+ "&body=It%27s%20%EA%B0%80%26%3Cb%3E%0D%0A(50%25)!~*";

	private static final String BUILT = "/status/503?delay=1ms&retry-after=7&header=X-A:%201&header=X-B:%202"
			+ "&body=It%27s%20%EA%B0%80%26%3Cb%3E%0A%2850%25%29%21~*";

	private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"[^>]*>[^<]");

	private final Wire wire;

	ComposePagesTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ko" })
	void thePageIsWholeInEitherLanguage(String language) {
		Answer answer = this.wire.get("/compose", HTML, "Accept-Language: " + language);
		assertThat(answer.status()).isEqualTo(200);
		String page = answer.text();
		assertThat(page).contains("<html lang=\"" + language + "\"", "href=\"/status/503\"")
			.doesNotContain("??", " th:");
		assertThat(page.replaceAll("<a class=\"language\".*?</a>", "").matches("(?s).*\\p{IsHangul}.*"))
			.isEqualTo("ko".equals(language));
		assertThat(page).doesNotContain("format=json");
		assertThat(page).doesNotContainPattern("<(p|h1|h2|label|button|small|code)(?: [^>]*)?>\\s*</\\1>");
	}

	@Test
	void everyCodeAndFaultThatCanBeChosenCanBeSent() {
		List<String> options = OPTION.matcher(this.wire.get("/compose", HTML).text())
			.results()
			.map((MatchResult option) -> option.group(1))
			.toList();
		assertThat(options).contains("103", "404", "599", "reset", "dribble").doesNotContain("101", "999");
		List<String> codes = options.stream().filter((option) -> option.matches("[0-9]+")).toList();
		assertThat(codes).hasSizeGreaterThan(80);
		for (String code : codes) {
			if (!code.equals("444")) {
				Answer answer = this.wire.get("/status/" + code);
				assertThat(answer.status()).isEqualTo(code.startsWith("1") ? 200 : Integer.parseInt(code));
				assertThat(answer.field("Statuslab")).as(code).isEqualTo("forced");
			}
		}
		assertThat(options.stream().filter((option) -> !option.matches("[0-9]+")).toList())
			.isEqualTo(Composition.FAULTS);
		for (String fault : Composition.FAULTS) {
			try (Connection connection = this.wire.open()) {
				connection.write("GET /status/200?fault=%s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(fault));
				connection.shutdownOutput();
				assertThat(connection.drain().octets()).as(fault).doesNotContain("HTTP/1.1 400");
			}
		}
	}

	@Test
	void theFormComesBackWithWhatItHasBuilt() {
		String page = this.wire.get("/compose?" + WISH, HTML).text();
		assertThat(page).contains("<a id=\"address\" href=\"" + HtmlUtils.htmlEscape(BUILT) + "\">")
			.contains(HtmlUtils.htmlEscape("curl -i 'http://localhost:8080" + BUILT + "'"))
			.contains("value=\"7\"", "X-A: 1", "It&#39;s 가&amp;&lt;b&gt;")
			.containsPattern("value=\"503\" selected=\"selected\"");
	}

	@Test
	void theFormLeadsToWhatItHasBuilt() {
		Answer answer = this.wire.get("/compose/send?lang=en&" + WISH, HTML);
		assertThat(answer.status()).isEqualTo(303);
		assertThat(answer.field("Location")).isEqualTo(BUILT);
		Answer forced = this.wire.get(BUILT);
		assertThat(forced.status()).isEqualTo(503);
		assertThat(forced.field("Retry-After")).isEqualTo("7");
		assertThat(forced.field("X-B")).isEqualTo("2");
		assertThat(forced.text()).isEqualTo("It's 가&<b>\n(50%)!~*");
	}

	@ParameterizedTest
	@CsvSource({ "/compose?code=abc, code", "/compose?code=503&code=404, code", "/compose?colour=red, colour",
			"/compose/send?code=../codes, code", "/compose/send?code=//example.org, code" })
	void whatIsNoWishIsAProblem(String target, String parameter) {
		Answer page = this.wire.get(target, HTML);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text()).contains(">" + parameter + "</code>", "<main");
	}

}
