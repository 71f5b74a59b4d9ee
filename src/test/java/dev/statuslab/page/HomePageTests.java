package dev.statuslab.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.catalog.StatusCode;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The board: what is on it, what it is searched by, and what its page is made of. */
@LiveServer
class HomePageTests {

	private static final String HTML = "Accept: text/html";

	private static final String POLICY = "Content-Security-Policy";

	/** A code on the board that is shown. */
	private static final Pattern SHOWN = Pattern
		.compile("<li(?: class=\"(?:named)?\")?><a href=\"/codes/([0-9]{3})(?:\\?lang=[a-z]+)?\"");

	private final Wire wire;

	private final Catalog catalog;

	HomePageTests(@Autowired Wire wire, @Autowired Catalog catalog) {
		this.wire = wire;
		this.catalog = catalog;
	}

	@Test
	void everyCodeIsOnTheBoardOnceWithWhatItMeans() {
		String home = this.wire.get("/", HTML).text();
		assertThat(shown(home))
			.containsExactlyElementsOf(this.catalog.all().stream().map(StatusCode::code).sorted(byGroup()).toList());
		assertThat(home.split("class=\"gist\"")).hasSize(this.catalog.all().size() + 1);
	}

	@ParameterizedTest(name = "{0}: {1}, and not {2}")
	@CsvSource(delimiter = '|', textBlock = """
			cache            | 304 | 418
			캐시             | 304 | 418
			retry-after      | 429 | 204
			httpstatus       | 404 | 499
			nginx            | 444 | 404
			teapot           | 418 | 404
			중간             | 103 | 404
			""")
	void aWordInEitherLanguageFindsItsCodes(String word, int found, int other) {
		assertThat(codes(word)).contains(found).doesNotContain(other);
	}

	@Test
	void everyWordOfAPhraseFindsItsCode() {
		for (StatusCode code : this.catalog.all()) {
			for (String word : code.knownPhrase().toLowerCase().split("[^\\p{L}\\p{N}/-]+")) {
				if (word.length() > 1) {
					assertThat(codes(word)).as("%s of %d", word, code.code()).contains(code.code());
				}
			}
		}
	}

	@Test
	void aWordThatIsPartOfAnotherOfTheSameCodeIsLeftOut() {
		SortedMap<String, SortedSet<Integer>> index = SearchWords.index(this.catalog);
		index.forEach((word, codes) -> index.tailMap(word + "\0")
			.entrySet()
			.stream()
			.takeWhile((other) -> other.getKey().startsWith(word))
			.forEach((other) -> assertThat(other.getValue()).as("%s and %s", word, other.getKey())
				.doesNotContainAnyElementsOf(codes)));
	}

	@Test
	void theWordsAreServedOnceForBothLanguages() {
		Answer words = this.wire.get("/words");
		assertThat(words.field("Content-Type")).isEqualTo("application/json");
		assertThat(words.field("Content-Language")).isEqualTo("en, ko");
		assertThat(this.wire.get("/words", "Accept-Language: ko").field("ETag")).isEqualTo(words.field("ETag"));
		assertThat(this.wire.get("/words", "If-None-Match: " + words.field("ETag")).status()).isEqualTo(304);
		assertThat(this.wire.get("/words?q=cache").status()).isEqualTo(400);
		assertThat(codes("teapot")).containsExactly(418);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/codes", "/codes/404", "/classes", "/conformance", "/compose" })
	void scriptsAreFilesOfOursAlone(String target) {
		Answer page = this.wire.get(target, HTML);
		assertThat(page.field(POLICY)).contains("default-src 'none'; script-src 'self'; connect-src 'self';")
			.doesNotContain("unsafe");
		Answer again = this.wire.get(target, HTML, "If-None-Match: " + page.field("ETag"));
		assertThat(again.status()).isEqualTo(304);
		assertThat(again.field(POLICY)).as("a cache takes it over").isEqualTo(page.field(POLICY));
		assertThat(page.text()).doesNotContain("style=", "javascript:").doesNotContainPattern("<[a-z][^>]* on[a-z]+=");
		assertThat(page.text()).doesNotContainPattern("<script(?! defer src=\"/[a-z]+\\.js\"></script>)");
	}

	@ParameterizedTest
	@CsvSource({ "/codes/404, application/json", "/codes/404, text/plain", "/nowhere, text/html",
			"/status/404, text/html" })
	void whatIsNoPageMayRunNoScript(String target, String type) {
		assertThat(this.wire.get(target, "Accept: " + type).field(POLICY)).contains("default-src 'none'")
			.doesNotContain("script-src");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/?lang=ko", "/codes/404", "/compose" })
	void whoDoesNotKnowItsOriginTellsNoAddress(String target) {
		assertThat(this.wire.get(target, HTML).text()).contains("og:title")
			.doesNotContain("rel=\"canonical\"", "x-default");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/            | What every HTTP status code means | When to send it
			/codes       | Status codes                      | Every status code
			/codes/404   | 404 Not Found                     | The server has no current
			/classes     | The five classes                  | The first digit alone
			/classes/4xx | 4xx Client Error                  |
			/conformance | Conformance                       | What the RFCs ask
			/compose     | Compose a response                | Any status code
			/labs        | The client lab                    | How well does your client
			""")
	void aPageTellsOtherSitesWhatItIs(String target, String title, String description) {
		String page = this.wire.get(target, HTML).text();
		assertThat(page).contains("<meta property=\"og:title\" content=\"" + title + "\">",
				"<meta property=\"og:image\" content=\"/preview.png\">",
				"<meta name=\"description\" content=\"" + ((description != null) ? description : ""));
		assertThat(page).doesNotContain("content=\"\"");
	}

	@Test
	void thePreviewIsAsLargeAsItIsSaidToBe() {
		byte[] png = this.wire.get("/preview.png").content();
		assertThat(new String(png, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
		assertThat(List.of(number(png, 16), number(png, 20))).containsExactly(1200, 630);
	}

	private SortedSet<Integer> codes(String word) {
		SortedSet<Integer> codes = new TreeSet<>();
		for (Map.Entry<String, JsonNode> entry : this.wire.get("/words").json().properties()) {
			if (entry.getKey().contains(word)) {
				entry.getValue().forEach((code) -> codes.add(code.asInt()));
			}
		}
		return codes;
	}

	/** By class, and in a class the registered ones first. */
	private Comparator<Integer> byGroup() {
		return Comparator.comparing((Integer code) -> (code < 600) ? code / 100 : 6)
			.thenComparing((
					code) -> this.catalog.find(code).orElseThrow().registration() == StatusCode.Registration.UNOFFICIAL)
			.thenComparing((code) -> code);
	}

	private static List<Integer> shown(String page) {
		return SHOWN.matcher(page).results().map((MatchResult found) -> Integer.valueOf(found.group(1))).toList();
	}

	private static int number(byte[] octets, int place) {
		return ByteBuffer.wrap(octets, place, Integer.BYTES).getInt();
	}

}
