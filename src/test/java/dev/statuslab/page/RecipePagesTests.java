package dev.statuslab.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.recipe.Recipe;
import dev.statuslab.recipe.RecipeBook;
import dev.statuslab.recipe.RecipeView;
import dev.statuslab.recipe.Transcript;
import dev.statuslab.recipe.Transcript.CheckView;
import dev.statuslab.recipe.Transcript.EventView;
import dev.statuslab.recipe.Transcript.Part;
import dev.statuslab.recipe.Transcript.StepView;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Recipes and their runs as pages, with and without script. */
@LiveServer
class RecipePagesTests {

	private static final String HTML = "Accept: text/html";

	private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

	private static final Pattern SVG = Pattern.compile("(?s)<svg role=\"img\".*?</svg>");

	private static final Pattern DATA = Pattern.compile("data-([a-z-]+)=");

	private static final Pattern WORDS = Pattern.compile("words\\(([^()]*)");

	private final Wire wire;

	private final RecipeBook recipes;

	private final Catalog catalog;

	RecipePagesTests(@Autowired Wire wire, @Autowired RecipeBook recipes, @Autowired Catalog catalog) {
		this.wire = wire;
		this.recipes = recipes;
		this.catalog = catalog;
	}

	@Test
	void everyRecipeHasAPage() {
		for (Recipe recipe : this.recipes.all()) {
			String english = page("/recipes/" + recipe.id(), "en");
			assertThat(english).contains("<html lang=\"en\"", escaped(recipe.story().en()),
					"action=\"/recipes/" + recipe.id() + "/runs?lang=en\"",
					"href=\"/recipes/" + recipe.id() + "?format=sh&amp;lang=en\"");
			assertThat(HANGUL.matcher(prose(english)).find()).as(recipe.id()).isFalse();
			String korean = page("/recipes/" + recipe.id(), "ko");
			recipe.earns().steps().forEach((step) -> {
				assertThat(english).contains(escaped(step.does().en()));
				assertThat(korean).contains(escaped(step.does().ko()));
			});
			recipe.twin().steps().forEach((step) -> assertThat(korean).contains(escaped(step.does().ko())));
		}
	}

	@Test
	void theListHasEveryRecipeOrThoseOfACode() {
		String all = page("/recipes", "en");
		this.recipes.all()
			.forEach((recipe) -> assertThat(all).contains("href=\"/recipes/" + recipe.id() + "\"",
					escaped(recipe.earns().title().en())));
		assertThat(page("/recipes?code=304", "ko")).contains("/recipes/304-entity-tag\"")
			.doesNotContain("/recipes/412-");
		assertThat(page("/recipes?code=299", "en")).contains("No recipes");
	}

	@Test
	void anAddressCanNameLanguageAndType() {
		assertThat(this.wire.get("/recipes/304-entity-tag?format=html&lang=ko").text()).contains("<html lang=\"ko\"");
		assertThat(this.wire.get("/recipes/304-entity-tag?lang=ko").field("Content-Type"))
			.isEqualTo("application/json");
		assertThat(page("/recipes/304-entity-tag", "fr, ko;q=0.5")).contains("<html lang=\"ko\"");
		assertThat(this.wire.get("/recipes?lang=fr", HTML).status()).isEqualTo(400);
	}

	@Test
	void whatAVisitorSaysIsEscaped() {
		Answer problem = this.wire.get("/recipes?code=%3Cscript%3Ealert(1)%3C/script%3E", HTML);
		assertThat(problem.status()).isEqualTo(400);
		assertThat(problem.text()).contains("&lt;script&gt;").doesNotContain("<script");
		assertThat(page("/recipes?code=304&x=%22%3E%3Cscript%3E", "en")).doesNotContain("<script");
		assertThat(this.wire.get("/recipes/304-%3Cscript%3E", HTML).status()).isBetween(400, 404);
	}

	@Test
	void theCodesPageHasItsRecipesAndADrawing() {
		String page = page("/codes/412", "en");
		this.recipes.of(412)
			.forEach((recipe) -> assertThat(page).contains("/recipes/" + recipe.id() + "/runs?lang=en\""));
		assertThat(page).contains("<script defer src=\"/run.js\"></script>");
		assertThat(labels(page)).containsExactly("Client", "Server", "PUT /demo/documents/{run}", "If-None-Match: *",
				"201 Created", "PUT /demo/documents/{run}", "If-None-Match: *", "412 Precondition Failed");
		assertThat(page("/codes/499", "en")).doesNotContain("<svg", "/runs?");
	}

	@Test
	void aDrawingIsOfItsOwnRecipe() {
		assertThat(labels(page("/codes/103", "ko"))).containsExactly("클라이언트", "서버", "GET /demo/pages/slow?hints=true",
				"103 Early Hints", "200 OK");
		assertThat(labels(page("/recipes/412-lost-update", "en")))
			.isNotEqualTo(labels(page("/recipes/412-create-only", "en")));
	}

	@Test
	void everyDrawingIsWellFormedAndNamed() {
		for (Recipe recipe : this.recipes.all()) {
			Element svg = drawing(page("/recipes/" + recipe.id(), "en"));
			assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
				.isEqualTo(recipe.earns().title().en());
			assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("→", "←");
		}
	}

	@Test
	void aRunIsAPageWithoutScript() {
		Answer answer = run("103-early-hints", "Accept-Language: en");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		String page = answer.text();
		assertThat(page).doesNotContain("??", " th:").contains("<output class=\"passed\">Passed, in ");
		assertThat(page)
			.contains("HTTP/1.1 103 Early Hints<span class=\"eol\">CR LF</span>\n",
					"Sec-Fetch-Mode: navigate<span class=\"eol\">CR LF</span>\n", "✓ As expected")
			.doesNotContain("✗</span>", "verdict fails");
		assertThat(page.split("class=\"played passed\"", -1)).hasSize(5 + 1);
		// what came back is shown, and is not part of the page
		assertThat(page).contains("&lt;h1&gt;A slow page&lt;/h1&gt;").doesNotContain("<h1>A slow page");
	}

	@Test
	void aRunIsInTheLanguageAskedFor() {
		String page = run("304-entity-tag", "Accept-Language: ko").text();
		assertThat(page)
			.contains("<html lang=\"ko\"", "통과, ", "✓ 예상대로", " 상태 코드: <code>304</code>", " 본문: <code>없음</code>")
			.doesNotContain("As expected", " status: ", ">passed<");
		String english = run("304-entity-tag", "Accept-Language: en").text();
		assertThat(english).contains(" status: <code>304</code>", " content: <code>none</code>");
	}

	@Test
	void theStepsOfARunAreToldInTheLanguageAskedFor() {
		Answer run = this.wire.send("POST", "/recipes/304-entity-tag/runs?lang=ko", "Accept: text/event-stream");
		assertThat(run.text()).contains("\"what\" : \"상태 코드\"", "\"verdict\" : \"passed\"")
			.doesNotContain("\"what\" : \"status\"");
	}

	@Test
	void aRunKeepsTheLanguageOfThePageItWasAskedForOn() {
		assertThat(page("/recipes/304-entity-tag?lang=ko", "en")).contains("/runs?lang=ko\"",
				"/runs?format=har&amp;lang=ko\"");
		Answer run = this.wire.send("POST", "/recipes/304-entity-tag/runs?lang=ko", HTML, "Accept-Language: en");
		assertThat(run.text()).contains("<html lang=\"ko\"", "href=\"/recipes/304-entity-tag?lang=en\"")
			.doesNotContain("As expected");
	}

	@Test
	void anUnknownRecipeIsNotFound() {
		assertThat(run("304-nothing", "Accept-Language: en").status()).isEqualTo(404);
		assertThat(this.wire.get("/recipes/304-nothing", HTML).text()).contains("<html lang=\"en\"", "404");
	}

	@Test
	void whatFailsIsShownAsFailing(@Autowired ITemplateEngine templates) {
		String page = render(templates, "failed");
		assertThat(page).contains("<output class=\"failed\">Failed, in 7 ms", "✗ Not as expected",
				"(expected <code>304&lt;&quot;</code>)", "✗</span>", "verdict fails", "HTTP/1.1 200 &lt;script&gt;");
		assertThat(page).doesNotContain("<script>", "As expected<");
		assertThat(render(templates, "passed")).contains("<output class=\"passed\">", "✓ As expected")
			.doesNotContain("✗</span>", "verdict fails", "(expected");
	}

	@Test
	void theScriptFindsItsWords() throws IOException {
		String page = page("/codes/304", "en");
		String holder = page.substring(page.indexOf("<div hidden id=\"words\""));
		Set<String> there = DATA.matcher(holder.substring(0, holder.indexOf('>')))
			.results()
			.map((found) -> camel(found.group(1)))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> used = WORDS.matcher(script())
			.results()
			.flatMap((call) -> Pattern.compile("\"([a-zA-Z]+)\"").matcher(call.group(1)).results())
			.map((name) -> name.group(1))
			.filter((name) -> !"octets".equals(name) && !"aborted".equals(name))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(used).hasSizeGreaterThan(8).isSubsetOf(there);
		assertThat(there).contains("passed", "failed", "sent", "received", "end", "reset", "octets");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/codes/304", "/recipes", "/recipes/304-entity-tag" })
	void noPageNeedsMoreThanItsPolicyAllows(String target) {
		Answer answer = this.wire.get(target, HTML);
		assertThat(answer.field("Content-Security-Policy")).contains("script-src 'self'", "connect-src 'self'")
			.doesNotContain("unsafe");
		assertThat(answer.text()).doesNotContain(" style=", "<style", " onclick=", "javascript:")
			.doesNotContainPattern("<script(?![^>]* src=)");
	}

	@Test
	void theScriptIsServed() throws IOException {
		Answer answer = this.wire.get("/run.js");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).startsWith("text/javascript");
		assertThat(script()).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(");
	}

	private String render(ITemplateEngine templates, String verdict) {
		Links links = new Links("http://localhost:8080", "");
		RecipeView recipe = RecipeView.of(this.recipes.get("304-entity-tag"), Language.EN, links);
		boolean passed = "passed".equals(verdict);
		StepView step = new StepView("earns", 1, "x", verdict, 1, null, null, List.of(), passed ? 304 : 200,
				List.of(new EventView("received", "octets", 3, "HTTP/1.1 200 <script>\r\n", null)),
				List.of(new CheckView("status", "304<\"", passed ? "304<\"" : "200", verdict)));
		Transcript run = new Transcript("1", recipe.id(), 304, recipe.title(), verdict, Instant.EPOCH, 7,
				new Part("x", verdict, List.of(step)), new Part("x", verdict, List.of()),
				new Transcript.LinksView("/", "/"));
		return templates.process("recipe", new Context(Locale.ENGLISH, Map.of("card",
				RecipeCard.of(recipe, this.catalog, run), "base", "", "catalog", this.catalog, "plain", false)));
	}

	private String page(String target, String language) {
		Answer answer = this.wire.get(target, HTML, "Accept-Language: " + language);
		assertThat(answer.status()).as(target).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
		assertThat(answer.text()).as(target)
			.doesNotContain("??", "xmlns:th", " th:")
			.contains("<main id=\"main\"", "<h1");
		return answer.text();
	}

	private Answer run(String id, String language) {
		return this.wire.send("POST", "/recipes/" + id + "/runs", HTML, language);
	}

	private static List<String> labels(String page) {
		NodeList texts = drawing(page).getElementsByTagName("text");
		return IntStream.range(0, texts.getLength()).mapToObj((i) -> texts.item(i).getTextContent()).toList();
	}

	private static Element drawing(String page) {
		String svg = SVG.matcher(page).results().map((found) -> found.group()).findFirst().orElseThrow();
		try {
			return DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(new InputSource(new StringReader(svg.replace("&quot;", "&#34;"))))
				.getDocumentElement();
		}
		catch (Exception ex) {
			throw new AssertionError("The drawing is not well-formed: " + svg, ex);
		}
	}

	private static String script() throws IOException {
		try (InputStream script = RecipePagesTests.class.getResourceAsStream("/static/run.js")) {
			assertThat(script).isNotNull();
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** The name of a data attribute as a script sees it. */
	private static String camel(String name) {
		return Pattern.compile("-([a-z])").matcher(name).replaceAll((found) -> found.group(1).toUpperCase(Locale.ROOT));
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text);
	}

	/** Without the switch of languages, and what goes over the wire. */
	private static String prose(String page) {
		return page.replaceAll("(?s)<a class=\"language\".*?</a>|<code>.*?</code>", "");
	}

}
