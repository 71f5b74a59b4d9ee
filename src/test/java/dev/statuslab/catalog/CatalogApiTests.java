package dev.statuslab.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue's API as JSON: every code, every filter, and what is refused. */
@LiveServer
class CatalogApiTests {

	private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

	private static final List<String> MEMBERS = List.of("code", "phrase", "class", "registration", "uses", "summary",
			"description", "example", "clientAdvice", "serverAdvice", "content", "heuristicallyCacheable", "retry",
			"fields", "confusedWith", "constants", "links");

	private static final Set<String> TEXTS = Set.of("summary", "description", "example", "clientAdvice", "serverAdvice",
			"note", "meaning", "when", "difference");

	private static final Set<String> OPTIONAL = Set.of("popularPhrase", "treatAs", "expires", "spec", "redirect");

	private final Wire wire;

	private final Catalog catalog;

	CatalogApiTests(@Autowired Wire wire, @Autowired Catalog catalog) {
		this.wire = wire;
		this.catalog = catalog;
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ko" })
	void everyEntryIsWholeAndInOneLanguage(String language) {
		assertThat(this.catalog.all()).hasSize(98);
		for (StatusCode code : this.catalog.all()) {
			Answer answer = this.wire.get("/codes/" + code.code(), "Accept-Language: " + language);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.field("Content-Type")).isEqualTo("application/json");
			assertThat(answer.field("Content-Language")).isEqualTo(language);
			JsonNode entry = answer.json();
			assertThat(entry.get("code").asInt()).isEqualTo(code.code());
			assertThat(entry.get("phrase").asString()).isEqualTo(code.phrase());
			assertEntry(code, entry);
			assertLanguage(String.valueOf(code.code()), entry, "ko".equals(language));
		}
	}

	private static void assertEntry(StatusCode code, JsonNode entry) {
		String name = String.valueOf(code.code());
		assertThat(entry.propertyNames()).as(name).containsAll(MEMBERS);
		assertThat(entry.propertyNames()).as(name)
			.allMatch((member) -> MEMBERS.contains(member) || OPTIONAL.contains(member));
		assertThat(entry.has("spec")).as(name).isEqualTo(code.spec() != null);
		assertThat(entry.has("redirect")).as(name).isEqualTo(code.redirect() != null);
		assertThat(entry.has("treatAs")).as(name).isEqualTo(code.code() > 599);
		assertThat(entry.get("uses").size()).as(name).isEqualTo(code.uses().size());
		assertThat(entry.get("retry").propertyNames()).as(name).containsExactly("verdict", "note");
		assertThat(entry.get("fields").propertyNames()).as(name).containsExactly("response", "request");
		assertThat(entry.at("/fields/response").propertyNames()).as(name)
			.containsExactly("required", "recommended", "related", "forbidden");
		assertThat(entry.get("confusedWith").size()).as(name).isBetween(1, 3);
		assertThat(entry.at("/links/self").asString()).isEqualTo("/codes/" + name);
		if (code.code() <= 599) {
			assertThat(entry.at("/links/class").asString()).isEqualTo("/classes/" + name.charAt(0) + "xx");
		}
		else {
			assertThat(entry.get("links").has("class")).isFalse();
		}
		assertThat(entry.get("links").has("live")).as(name).isEqualTo(code.live() != null);
	}

	private static void assertLanguage(String place, JsonNode node, boolean korean) {
		assertThat(node.isNull()).as(place).isFalse();
		if (node.isString()) {
			assertThat(node.asString()).as(place).isNotBlank();
			boolean text = TEXTS.contains(place.substring(place.lastIndexOf('.') + 1));
			assertThat(HANGUL.matcher(node.asString()).find()).as(place + ": " + node).isEqualTo(text && korean);
		}
		node.propertyStream()
			.forEach((member) -> assertLanguage(place + "." + member.getKey(), member.getValue(), korean));
		if (node.isArray()) {
			node.forEach((element) -> assertLanguage(place + "[]", element, korean));
		}
	}

	@Test
	void theListHasASummaryOfEveryCodeInOrder() {
		JsonNode list = this.wire.get("/codes").json();
		assertThat(list.propertyNames()).containsExactly("count", "codes");
		assertThat(list.get("count").asInt()).isEqualTo(98);
		assertThat(numbers(list)).isEqualTo(this.catalog.all().stream().map(StatusCode::code).toList()).isSorted();
		for (JsonNode summary : list.get("codes")) {
			assertThat(summary.propertyNames()).contains("code", "phrase", "class", "registration", "summary", "links")
				.doesNotContain("description");
			assertLanguage("codes", summary, false);
		}
		assertThat(list.at("/codes/0/spec/label").asString()).isEqualTo("RFC 9110 §15.2.1");
		assertThat(this.wire.get("/codes?lang=ko").json().at("/codes/0/summary").asString()).containsPattern(HANGUL);
	}

	@Test
	void theFullViewHasWholeEntries() {
		JsonNode list = this.wire.get("/codes?class=1&view=full").json();
		assertThat(numbers(list)).containsExactly(100, 101, 102, 103, 104);
		assertThat(list.get("codes").get(3)).isEqualTo(this.wire.get("/codes/103").json());
		JsonNode summaries = this.wire.get("/codes?class=1&view=summary").json();
		assertThat(summaries).isEqualTo(this.wire.get("/codes?class=1").json()).isNotEqualTo(list);
	}

	@Test
	void theClassesTellTheirMeaningAndTheirCodes() {
		JsonNode list = this.wire.get("/classes").json();
		assertThat(list.get("count").asInt()).isEqualTo(5);
		for (int i = 0; i < 5; i++) {
			JsonNode one = list.get("classes").get(i);
			String id = (i + 1) + "xx";
			assertThat(one.propertyNames()).containsExactlyInAnyOrder("class", "name", "title", "meaning", "treatAs",
					"spec", "count", "codes", "links");
			assertThat(one.get("class").asString()).isEqualTo(id);
			assertThat(one.get("treatAs").asInt()).isEqualTo((i + 1) * 100);
			assertThat(numbers(one)).isNotEmpty().isEqualTo(numbers(this.wire.get("/codes?class=" + id).json()));
			assertThat(one).isEqualTo(this.wire.get("/classes/" + id).json());
			assertThat(one).isEqualTo(this.wire.get("/classes/" + one.get("name").asString()).json());
			JsonNode korean = this.wire.get("/classes/" + id, "Accept-Language: ko").json();
			assertThat(korean.get("title").asString()).containsPattern(HANGUL);
			assertThat(korean.get("meaning").asString()).containsPattern(HANGUL);
			assertThat(one.toString()).doesNotContainPattern(HANGUL);
		}
	}

	@Test
	@Verifies("rfc4918-f.3")
	void processingIsRegisteredThoughWebdavHasDroppedIt() {
		JsonNode processing = this.wire.get("/codes/102?lang=en").json();
		assertThat(processing.get("registration").asString()).isEqualTo("permanent");
		assertThat(processing.at("/spec/label").asString()).isEqualTo("RFC 2518 §10.1");
		assertThat(processing.get("description").asString()).contains("RFC 4918 dropped it from WebDAV");
	}

	@Test
	void theIndexLinksWhatThereIs() {
		JsonNode index = this.wire.get("/", "Accept: application/json").json();
		assertThat(index.at("/links/codes").asString()).isEqualTo("/codes");
		for (String name : List.of("self", "codes", "classes", "schema", "health", "openapi")) {
			String target = index.get("links").get(name).asString();
			assertThat(this.wire.get(target, "Accept: application/json").status()).as(target).isEqualTo(200);
		}
	}

	@Test
	void theSchemaIsPublished() {
		Answer answer = this.wire.get("/schemas/status-code.json");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/schema+json");
		assertThat(answer.json().get("$id").asString()).isEqualTo("https://statuslab.dev/schemas/status-code.json");
		Answer json = this.wire.get("/schemas/status-code.json", "Accept: application/json");
		assertThat(json.field("Content-Type")).isEqualTo("application/json");
		assertThat(json.content()).isEqualTo(answer.content());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			class=3xx                                       | 300 301 302 303 304 305 306 307 308
			class=3                                         | 300 301 302 303 304 305 306 307 308
			class=redirection                               | 300 301 302 303 304 305 306 307 308
			class=Redirection                               | 300 301 302 303 304 305 306 307 308
			class=1XX                                       | 100 101 102 103 104
			registration=temporary                          | 104
			registration=unused                             | 306 418
			registration=obsoleted                          | 510
			registration=Obsoleted                          | 510
			vendor=nginx                                    | 444 494 495 496 497 499
			vendor=NGINX                                    | 444 494 495 496 497 499
			vendor=linked                                   | 999
			cacheable=true                                  | 200 203 204 206 300 301 308 404 405 410 414 451 501
			field=WWW-Authenticate&class=4xx&cacheable=true |
			field=Content-Ran                               |
			q=coffee                                        | 418
			q=%20COFFEE%20                                  | 418
			q=no-such-word                                  |
			class=4xx&cacheable=true                        | 404 405 410 414 451
			class=4xx&cacheable=true&registration=permanent&q=legal | 451
			class=5xx&vendor=nginx                          |
			class=4xx&vendor=nginx&q=certificate            | 495 496
			registration=unofficial&class=2xx               | 218
			registration=permanent&vendor=exchange          | 451
			registration=unofficial&vendor=exchange         | 440
			""")
	void aFilterChooses(String query, String expected) {
		List<Integer> codes = (expected != null) ? Stream.of(expected.split(" ")).map(Integer::valueOf).toList()
				: List.of();
		JsonNode list = this.wire.get("/codes?" + query).json();
		assertThat(numbers(list)).isEqualTo(codes);
		assertThat(list.get("count").asInt()).isEqualTo(codes.size());
	}

	@ParameterizedTest(name = "{0}: {1}, but not {2}")
	@CsvSource({ "q=cache, 304, 418", "q=CACHE, 304, 418", "q=캐시, 304, 418", "q=cache etag, 304, 418",
			"q=Retry-After, 503, 404", "q=cloudflare, 520, 500", "q=teapot, 418, 404", "field=Retry-After, 429, 404",
			"field=retry-after, 503, 500", "field=If-None-Match, 304, 301", "field=Content-Length, 204, 404",
			"cacheable=false, 302, 301", "cacheable=FALSE, 302, 301", "registration=permanent, 404, 499",
			"registration=unofficial, 999, 451", "vendor=cloudflare, 520, 529", "class=client-error, 404, 500",
			"class=4, 499, 599" })
	void aFilterChoosesTheOneAndNotTheOther(String query, int chosen, int left) {
		String name = query.substring(0, query.indexOf('=') + 1);
		String value = URLEncoder.encode(query.substring(name.length()), StandardCharsets.UTF_8);
		assertThat(numbers(this.wire.get("/codes?" + name + value).json())).contains(chosen)
			.doesNotContain(left)
			.isSorted();
	}

	@Test
	void aFilterLeavesOutWhatItDoesNotChoose() {
		for (List<String> halves : List.of(List.of("cacheable=true", "cacheable=false"),
				List.of("registration=permanent", "registration=temporary", "registration=unused",
						"registration=obsoleted", "registration=unofficial"))) {
			int sum = halves.stream()
				.mapToInt((half) -> this.wire.get("/codes?" + half).json().get("count").asInt())
				.sum();
			assertThat(sum).isEqualTo(98);
		}
	}

	static Stream<Arguments> refused() {
		return Stream.of(
				refused("/codes?klass=3xx", 400, "klass",
						"[class, q, registration, vendor, field, cacheable, view, format, lang]"),
				refused("/codes?Class=3xx", 400, "Class", "[class, q, "),
				refused("/codes?=3xx", 400, "", "[class, q, "), refused("/codes?%20=", 400, " ", "[class, q, "),
				refused("/codes/404?class=4xx", 400, "class", "[format, lang]"),
				refused("/classes?q=cache", 400, "q", "[format, lang]"),
				refused("/classes/4xx?view=full", 400, "view", "[format, lang]"),
				refused("/schemas/status-code.json?x=1", 400, "x", "[format, lang]"),
				refused("/codes?class=6xx", 400, "class", "[1xx, 2xx, 3xx, 4xx, 5xx]"),
				refused("/codes?class=", 400, "class", "[1xx, 2xx, 3xx, 4xx, 5xx]"),
				refused("/codes?class=3x", 400, "class", "[1xx, 2xx, 3xx, 4xx, 5xx]"),
				refused("/codes?class=invalid", 400, "class", "[1xx, 2xx, 3xx, 4xx, 5xx]"),
				refused("/codes?class=3xx&class=4xx", 400, "class", null),
				refused("/codes?class=3xx&class=3xx", 400, "class", null),
				refused("/codes?format=json&format=html", 400, "format", null),
				refused("/codes/404?lang=en&lang=ko", 400, "lang", null),
				refused("/codes?registration=official", 400, "registration",
						"[obsoleted, permanent, temporary, unofficial, unused]"),
				refused("/codes?registration=", 400, "registration", "[obsoleted, "),
				refused("/codes?vendor=acme", 400, "vendor", "[Apache modules / cPanel, "),
				refused("/codes?vendor=", 400, "vendor", "[Apache modules / cPanel, "),
				refused("/codes?cacheable=maybe", 400, "cacheable", "[false, true]"),
				refused("/codes?cacheable", 400, "cacheable", "[false, true]"),
				refused("/codes?view=long", 400, "view", "[full, summary]"), refused("/codes?q=", 400, "q", null),
				refused("/codes?q=%20", 400, "q", null), refused("/codes?q=" + "x".repeat(201), 400, "q", null),
				refused("/codes?field=", 400, "field", null), refused("/codes?field=a%20b", 400, "field", null),
				refused("/codes?field=a%0D%0Ab", 400, "field", null),
				refused("/codes?format=xml", 400, "format", "[html, json, text]"),
				refused("/codes/404?format=", 400, "format", "[html, json, text]"),
				refused("/codes/404?%66ormat=xml", 400, "format", "[html, json, text]"),
				refused("/schemas/status-code.json?format=html", 400, "format", "[json]"),
				refused("/codes/404?lang=de", 400, "lang", "[en, ko]"),
				refused("/codes/404?lang=", 400, "lang", "[en, ko]"),
				refused("/codes/404?lang=EN", 400, "lang", "[en, ko]"),
				refused("/codes/abc", 400, "code", "100 to 999"), refused("/codes/9999", 400, "code", "100 to 999"),
				refused("/codes/99", 400, "code", "100 to 999"), refused("/codes/000", 400, "code", "100 to 999"),
				refused("/codes/-404", 400, "code", "100 to 999"),
				refused("/codes/4%D9%A04", 400, "code", "100 to 999"),
				refused("/codes/404.json", 400, "code", "100 to 999"), refused("/codes/404/extra", 404, null, null),
				refused("/codes/404/", 404, null, null), refused("/codes/", 404, null, null),
				refused("/classes/4xx/404", 404, null, null),
				refused("/classes/6xx", 404, null, "[1xx, 2xx, 3xx, 4xx, 5xx]"),
				refused("/schemas/other.json", 404, null, null), refused("/codes/%zz", 400, null, null),
				refused("/codes?q=%zz", 400, null, null), refused("/codes?lang=%zz", 400, null, null),
				refused("/codes?q=%", 400, null, null), refused("/codes?q=%FF", 400, null, null),
				refused("/codes?lang=%FF", 400, null, null));
	}

	@ParameterizedTest(name = "{0} is {1}")
	@MethodSource("refused")
	void badInputIsAClearProblem(String target, int status, String parameter, String allowed) {
		Answer answer = this.wire.get(target);
		assertProblem(answer, status);
		JsonNode problem = answer.json();
		if (parameter != null) {
			assertThat(problem.path("parameter").asString(null)).as(answer.toString()).isEqualTo(parameter);
		}
		if (allowed != null) {
			JsonNode list = problem.path("allowed");
			String words = list.isArray() ? list.valueStream().map(JsonNode::asString).toList().toString()
					: list.asString("nothing");
			assertThat(words).as(answer.toString()).startsWith(allowed);
		}
	}

	@ParameterizedTest
	@CsvSource({ "299, 200", "199, 100", "399, 300", "432, 400", "599, 599", "512, 500", "600, 500", "782, 500",
			"998, 500" })
	void anUnknownCodeIsTreatedAsItsClass(String code, int treatAs) {
		Answer answer = this.wire.get("/codes/" + code);
		if (treatAs == 599) {
			assertThat(answer.status()).isEqualTo(200);
			return;
		}
		assertProblem(answer, 404);
		assertThat(answer.json().get("treatAs").asInt()).isEqualTo(treatAs);
		assertThat(answer.json().at("/links/treatAs").asString()).isEqualTo("/codes/" + treatAs);
		assertThat(answer.json().get("detail").asString()).contains("RFC 9110 §15", code, "as " + treatAs);
	}

	@Test
	void aTypeThatIsNotServedIs406WithTheList() {
		Answer answer = this.wire.get("/codes/404", "Accept: image/png");
		assertProblem(answer, 406);
		assertThat(answer.json().get("allowed").valueStream().map(JsonNode::asString))
			.containsExactly("application/json", "text/html", "text/plain");
		assertProblem(this.wire.get("/codes/404", "Accept: application/json;q=0"), 406);
		assertProblem(this.wire.get("/schemas/status-code.json", "Accept: image/png"), 406);
		assertThat(this.wire.get("/codes/404?format=json", "Accept: image/png").status()).isEqualTo(200);
		assertThat(this.wire.get("/codes/404", "Accept: image/png, */*;q=0.1").status()).isEqualTo(200);
	}

	@Test
	void aQueryOf9KilobytesIs414() {
		Answer answer = this.wire.get("/codes?q=" + "x".repeat(9216));
		assertProblem(answer, 414);
		assertThat(answer.json().get("limit").asInt()).isEqualTo(8192);
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE" })
	void theCatalogueIsReadOnly(String method) {
		for (String target : List.of("/codes", "/codes/404", "/classes/4xx", "/schemas/status-code.json")) {
			Answer answer = this.wire.exchange(method, target, "{}");
			assertProblem(answer, 405);
			assertThat(answer.field("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
		}
	}

	@Test
	void whatAVisitorSendsIsNoMarkupInAProblem() {
		Answer answer = this.wire.get("/codes?lang=%3Cscript%3E", "Accept: text/html");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text()).doesNotContain("<script>").contains("&lt;script&gt;");
	}

	private static Arguments refused(String target, int status, String parameter, String allowed) {
		return Arguments.of(target, status, parameter, allowed);
	}

	private static void assertProblem(Answer answer, int status) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertThat(answer.field("Content-Type")).as(answer.toString()).isEqualTo("application/problem+json");
		assertThat(answer.json().get("status").asInt()).isEqualTo(status);
		assertThat(answer.json().get("detail").asString()).isNotBlank();
		assertThat(answer.json().get("documentation").asString()).isEqualTo("/codes/" + status);
		assertThat(answer.text()).doesNotContain("java.", "Exception", "org.", "jetty");
		assertThat(answer.field("ETag")).isNull();
	}

	private static List<Integer> numbers(JsonNode list) {
		return list.get("codes").valueStream().map((code) -> code.get("code").asInt()).toList();
	}

}
