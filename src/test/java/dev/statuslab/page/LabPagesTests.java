package dev.statuslab.page;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The client lab's pages, as they are without a script. */
@LiveServer
class LabPagesTests {

	private static final String HTML = "Accept: text/html";

	private final Wire wire;

	LabPagesTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ko" })
	void bothPagesAreWholeInEitherLanguage(String language) {
		String lab = open();
		this.wire.get(lab + "/known/unknown-299");
		for (String target : new String[] { "/labs", lab }) {
			Answer answer = this.wire.get(target, HTML, "Accept-Language: " + language);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
			assertThat(answer.field("Content-Language")).isEqualTo(language);
			String page = answer.text();
			assertThat(page).contains("<html lang=\"" + language + "\"", "RFC 9110 §15")
				.doesNotContain("??", " th:", "<th:");
			assertThat(page.replaceAll("<a class=\"language\".*?</a>", "").matches("(?s).*\\p{IsHangul}.*"))
				.isEqualTo("ko".equals(language));
			assertThat(page).doesNotContainPattern("<(p|h1|h2|h3|h4|label|button|small|summary)(?: [^>]*)?>\\s*</\\1>");
		}
	}

	@Test
	void theFormOpensALab() {
		assertThat(this.wire.get("/labs", HTML).text())
			.contains("<form class=\"play\" method=\"post\" action=\"/labs\">");
		Answer opened = this.wire.send("POST", "/labs", HTML);
		assertThat(opened.status()).isEqualTo(303);
		Answer page = this.wire.get(opened.field("Location"), HTML);
		assertThat(page.status()).isEqualTo(200);
		String url = "http://localhost:" + this.wire.port() + opened.field("Location");
		assertThat(page.text()).contains(url + "/<span class=\"own\">my-client</span>")
			.contains("curl -sS '" + url + "/curl?format=sh' | sh", "No client has come yet.")
			.doesNotContain("class=\"client\"");
	}

	@Test
	void theReportShowsVerdictsWithTheirEvidence() {
		String lab = open();
		this.wire.get(lab + "/mine/unknown-299");
		this.wire.send("POST", lab + "/mine/unknown-299/told?status=299&success=true");
		this.wire.get(lab + "/other/unknown-399");
		this.wire.send("POST", lab + "/other/unknown-399/told?error=what%20is%20%3Cb%3E");
		String page = this.wire.get(lab, HTML).text();
		assertThat(page).contains("data-client=\"mine\"", "data-client=\"other\"")
			.doesNotContain("No client has come yet.");
		String mine = section(page, "mine");
		assertThat(mine).contains("<b class=\"number\" data-verdict=\"passed\">1</b>",
				"<b class=\"number\" data-verdict=\"failed\">0</b>");
		assertThat(item(mine, "unknown-299")).startsWith("<li class=\"passed\"")
			.contains("GET " + lab + "/mine/unknown-299 HTTP/1.1", "told of request 1: status=299 success=true")
			.doesNotContain("hidden=");
		assertThat(item(mine, "unknown-399")).startsWith("<li class=\"not-seen\"")
			.contains("<details class=\"evidence\" hidden=");
		String other = section(page, "other");
		assertThat(item(other, "unknown-399")).startsWith("<li class=\"failed\"")
			.contains("error=what is &lt;b&gt;")
			.doesNotContain("<b>");
		assertThat(this.wire.get(lab + "?client=mine", HTML).text()).doesNotContain("data-client=\"other\"");
	}

	@Test
	void whatThereIsNotIsAProblemPage() {
		Answer gone = this.wire.get("/labs/AAAAAAAAAAAAAAAAAAAAAA", HTML);
		assertThat(gone.status()).isEqualTo(404);
		assertThat(gone.text()).contains("<main");
		assertThat(this.wire.get(open() + "?colour=red", HTML).status()).isEqualTo(400);
		assertThat(this.wire.get("/labs?colour=red", HTML).status()).isEqualTo(400);
	}

	@Test
	void whoAsksForNothingInParticularGetsNoPage() {
		assertThat(this.wire.get(open()).field("Content-Type")).startsWith("application/json");
		assertThat(this.wire.get(open(), "Accept: */*").field("Content-Type")).startsWith("application/json");
	}

	private String open() {
		return "/labs/" + this.wire.send("POST", "/labs").json().get("lab").asString();
	}

	private static String section(String page, String client) {
		String rest = page.substring(page.indexOf("data-client=\"" + client + "\""));
		return rest.substring(0, rest.indexOf("</section>"));
	}

	private static String item(String section, String exercise) {
		int place = section.indexOf("data-exercise=\"" + exercise + "\"");
		return section.substring(section.lastIndexOf("<li", place), section.indexOf("</li>", place));
	}

}
