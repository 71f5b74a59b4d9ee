package dev.statuslab.page;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.catalog.StatusCode;
import dev.statuslab.data.Text;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue as HTML for people and as text for terminals, in two languages. */
@LiveServer
class CatalogPagesTests {

	private static final String HTML = "Accept: text/html";

	private static final String TEXT = "Accept: text/plain";

	private static final String ENGLISH = "Accept-Language: en";

	private static final String KOREAN = "Accept-Language: ko";

	private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

	private static final Pattern SWITCH = Pattern.compile("<a class=\"language\".*?</a>");

	/** An element without anything in it, of those that are there to say something. */
	private static final Pattern EMPTY = Pattern
		.compile("<(title|h[1-6]|p|dt|dd|th|li|ul|ol|dl|tbody|table|section|a|label|option|button|code|small|strong)"
				+ "(?: [^>]*)?>\\s*</\\1>");

	/** A link to a page of ours, the switch of languages aside. */
	private static final Pattern LINK = Pattern.compile(
			"<a (?!class=\"language\")[^>]*href=\"(/(?:(?:codes|classes|recipes|compose|conformance)[^\"]*)?(?:\\?[^\"]*)?)\"");

	private final Wire wire;

	private final Catalog catalog;

	private final Terminal terminal = new Terminal();

	CatalogPagesTests(@Autowired Wire wire, @Autowired Catalog catalog) {
		this.wire = wire;
		this.catalog = catalog;
	}

	@Test
	void everyCodeHasAPage() {
		for (StatusCode code : this.catalog.all()) {
			String english = page("/codes/" + code.code(), ENGLISH);
			assertThat(english).contains("<html lang=\"en\"")
				.contains("<title>" + code.code() + " " + HtmlUtils.htmlEscape(code.knownPhrase())
						+ " · Statuslab</title>");
			assertSaid(english, code, (text) -> HtmlUtils.htmlEscape(text.en()));
			assertThat(HANGUL.matcher(withoutSwitch(english)).find()).as("Hangul in the English %d", code.code())
				.isFalse();
			String korean = page("/codes/" + code.code(), KOREAN);
			assertThat(korean).contains("<html lang=\"ko\"");
			assertSaid(korean, code, (text) -> HtmlUtils.htmlEscape(text.ko()));
		}
	}

	@Test
	void everyCodeHasAText() {
		for (StatusCode code : this.catalog.all()) {
			String english = text("/codes/" + code.code(), ENGLISH);
			assertThat(english).startsWith(code.code() + " " + code.knownPhrase() + "\n=");
			assertSaid(joined(english), code, (text) -> joined(text.en()));
			assertThat(HANGUL.matcher(english).find()).as("Hangul in the English %d", code.code()).isFalse();
			assertFits(english, 80);
			String korean = text("/codes/" + code.code(), KOREAN);
			assertSaid(joined(korean), code, (text) -> joined(text.ko()));
			assertFits(korean, 80);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/codes", "/codes?view=full", "/codes?q=zzz", "/codes?class=3xx", "/classes",
			"/classes/1xx", "/classes/2xx", "/classes/3xx", "/classes/4xx", "/classes/5xx" })
	void everyPageIsInTheLanguageAskedFor(String target) {
		String english = page(target, ENGLISH);
		assertThat(english).contains("<html lang=\"en\"").contains("hreflang=\"ko\"");
		assertThat(HANGUL.matcher(withoutSwitch(english)).find()).isFalse();
		String korean = page(target, KOREAN);
		assertThat(korean).contains("<html lang=\"ko\"").contains(">English</a>");
		assertThat(HANGUL.matcher(korean).results().count()).isGreaterThan(20);
		assertThat(HANGUL.matcher(text(target, ENGLISH)).find()).isFalse();
		assertThat(HANGUL.matcher(text(target, KOREAN)).find()).isTrue();
	}

	@Test
	void aLanguageThatIsNotSpokenIsAnsweredInEnglish() {
		assertThat(withoutSwitch(page("/codes/404", "Accept-Language: fr"))).contains("<html lang=\"en\"")
			.contains("What it means");
	}

	@Test
	void homeShowsEveryCode() {
		String home = page("/", ENGLISH);
		this.catalog.all()
			.forEach((code) -> assertThat(home).contains("href=\"/codes/" + code.code() + "\"")
				.contains(HtmlUtils.htmlEscape(code.knownPhrase())));
		assertThat(home).contains("action=\"/codes\"")
			.contains("href=\"/swagger-ui.html\"", "href=\"/v3/api-docs\"", "href=\"/actuator/health\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { ENGLISH, KOREAN })
	void theCheatSheetFitsATerminal(String language) {
		String sheet = text("/", language);
		assertFits(sheet, 80);
		assertThat(sheet.lines()).hasSizeLessThanOrEqualTo(54);
		this.catalog.all().forEach((code) -> assertThat(sheet).contains(code.code() + " " + code.knownPhrase()));
		assertThat(sheet.lines().filter((line) -> line.startsWith("  curl "))).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { ENGLISH, KOREAN })
	void aListHasALineACode(String language) {
		String list = text("/codes", language);
		assertFits(list, 100);
		assertThat(list.lines().filter((line) -> line.matches("[1-9][0-9]{2}[ *] .*"))).hasSize(98);
		assertThat(list).containsPattern("(?m)^404  Not Found +\\S")
			.containsPattern("(?m)^499\\* Client Closed Request");
	}

	@Test
	void aListInFullHasWholeEntries() {
		String list = text("/codes?class=1xx&view=full", ENGLISH);
		assertThat(list).contains("100 Continue\n=====", "103 Early Hints\n=====").endsWith("\n\n5 codes\n");
		assertThat(page("/codes?class=1xx&view=full", ENGLISH)).contains("If you send it");
		assertThat(page("/codes?class=1xx", ENGLISH)).doesNotContain("If you send it");
	}

	@Test
	void theFormKeepsWhatWasChosen() {
		String list = page("/codes?class=redirection&q=proxy&registration=permanent", ENGLISH);
		assertThat(list).contains("value=\"proxy\"")
			.containsPattern("<option value=\"3xx\" selected=\"selected\">")
			.containsPattern("<option value=\"permanent\" selected=\"selected\">")
			.contains(">305</span>")
			.doesNotContain(">404</span>");
	}

	@Test
	void fieldsOfTheFormThatAreLeftEmptyChooseNothing() {
		assertThat(page("/codes?q=&class=&registration=&vendor=&field=&cacheable=", ENGLISH)).contains("98 codes");
	}

	@Test
	void aNumberThatIsLookedForComesFirst() {
		assertThat(page("/codes?q=404", ENGLISH)).containsPattern("class=\"exact c4\"><a href=\"/codes/404\">");
		assertThat(page("/codes?q=cache", ENGLISH)).doesNotContain("exact");
	}

	@Test
	void theLanguageSwitchKeepsTheFilters() {
		assertThat(page("/codes?class=3xx&q=a%26b&lang=en&format=html", ENGLISH))
			.contains("href=\"?class=3xx&amp;q=a%26b&amp;lang=ko\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/codes", "/codes?q=404", "/codes/404", "/classes", "/classes/4xx", "/conformance",
			"/compose", "/recipes", "/recipes/304-entity-tag" })
	void aLanguageChosenByAddressStaysChosen(String target) {
		String chosen = page(target + (target.contains("?") ? "&" : "?") + "lang=ko", ENGLISH);
		assertThat(links(chosen)).hasSizeGreaterThan(5).allMatch((link) -> link.contains("lang=ko"));
		assertThat(chosen.split("<form [^>]*method=\"get\"", -1))
			.hasSameSizeAs(chosen.split("<input type=\"hidden\" name=\"lang\" value=\"ko\">", -1));
		String negotiated = page(target, KOREAN);
		assertThat(links(negotiated)).hasSizeGreaterThan(5)
			.allMatch((link) -> !link.contains("lang=") || link.contains("format="));
		assertThat(negotiated).doesNotContain("name=\"lang\"");
	}

	@Test
	void whatAVisitorSaysIsEscaped() {
		String page = page("/codes?q=%3Cscript%3Ealert(1)%3C/script%3E%22", ENGLISH);
		assertThat(page).doesNotContain("<script>").contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;\"");
		Answer problem = this.wire.get("/codes?%3Cscript%3E=1", HTML);
		assertThat(problem.status()).isEqualTo(400);
		assertThat(problem.text()).doesNotContain("<script").contains("&lt;script&gt;");
	}

	@ParameterizedTest
	@CsvSource({ "/?q=cache, 400", "/codes?foo=, 400", "/codes?class=6xx, 400", "/codes?class=1xx&class=2xx, 400",
			"/codes/abc, 400", "/codes/299, 404", "/codes/404?q=a, 400", "/classes?q=a, 400", "/classes/6xx, 404" })
	void whatIsWrongIsAProblemPage(String target, int status) {
		Answer answer = this.wire.get(target, HTML, ENGLISH);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.field("Content-Type")).isEqualTo("text/html;charset=utf-8");
		assertThat(answer.text()).contains("<html lang=\"en\"", "href=\"/statuslab.css\"",
				"href=\"/codes/" + status + "\"");
		assertThat(EMPTY.matcher(answer.text()).results()).isEmpty();
		assertThat(this.wire.get(target, TEXT, ENGLISH).status()).isEqualTo(status);
	}

	@Test
	void aTemporaryRegistrationShowsItsDate() {
		assertThat(page("/codes/104", ENGLISH)).contains("until 2026-11-13");
		assertThat(text("/codes/104", KOREAN)).contains("임시 등록, 2026-11-13까지");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/statuslab.css", "/home.js", "/compose.js", "/lab.js", "/favicon.svg", "/preview.png",
			"/robots.txt" })
	void whatThePagesNeedIsThere(String target) {
		assertThat(this.wire.get(target).status()).isEqualTo(200);
	}

	private String page(String target, String language) {
		Answer answer = this.wire.get(target, HTML, language);
		assertThat(answer.status()).as(target).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
		String page = answer.text();
		assertThat(page).as(target).doesNotContain("??", "xmlns:th", " th:").contains("<main id=\"main\"", "<h1");
		assertThat(EMPTY.matcher(withoutSuggestions(page)).results().map((result) -> result.group())).as(target)
			.isEmpty();
		return page;
	}

	private String text(String target, String language) {
		Answer answer = this.wire.get(target, TEXT, language);
		assertThat(answer.status()).as(target).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
		String text = answer.text();
		assertThat(text).as(target).doesNotContain("??", "[#", "[(", "&lt;", "&#39;", "\n\n\n").endsWith("\n");
		assertThat(text.lines()).noneMatch((line) -> line.endsWith(" "));
		return text;
	}

	private static void assertSaid(String page, StatusCode code, Function<Text, String> written) {
		Stream<Text> own = Stream.of(code.summary(), code.description(), code.example(), code.clientAdvice(),
				code.serverAdvice(), code.retry().note());
		List<Text> texts = Stream
			.of(own, code.uses().stream().map(StatusCode.Use::meaning),
					code.confusedWith().stream().map(StatusCode.Confusion::difference),
					Stream.ofNullable(code.redirect()).map(StatusCode.Redirect::note))
			.flatMap((stream) -> stream)
			.toList();
		texts.forEach((text) -> assertThat(page).contains(written.apply(text)));
		code.constants().values().forEach((constant) -> assertThat(page).contains(constant));
	}

	private void assertFits(String text, int columns) {
		text.lines()
			.filter((line) -> !line.contains("https://"))
			.forEach((line) -> assertThat(this.terminal.width(line)).as(line).isLessThanOrEqualTo(columns));
	}

	private static List<String> links(String page) {
		return LINK.matcher(page).results().map((link) -> link.group(1)).toList();
	}

	/** Undoes the breaking of lines. */
	private static String joined(String text) {
		return text.replaceAll("\\s+", " ");
	}

	private static String withoutSwitch(String page) {
		return SWITCH.matcher(page).replaceAll("");
	}

	/** An option of a list of suggestions says what it has to say in its value. */
	private static String withoutSuggestions(String page) {
		return page.replaceAll("<option value=\"[^\"]+\"></option>", "");
	}

}
