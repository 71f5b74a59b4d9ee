package dev.statuslab.demo.form;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
class GuestbookTests {

	private static final String BOOK = "/demo/guestbook";

	private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

	private final Wire wire;

	GuestbookTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies({ "rfc9110-15.3.6", "rfc9112-6.3b" })
	void anAcceptedFormIsToBeCleared() {
		try (Wire.Connection connection = this.wire.open()) {
			String content = "name=Ada&note=Good+day";
			connection.write("POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Length: %d\r\n\r\n%s".formatted(BOOK,
					FORM, content.length(), content));
			Answer answer = connection.read("POST");
			assertThat(answer.status()).isEqualTo(205);
			assertThat(answer.content()).isEmpty();
			assertThat(answer.field("Content-Length")).isEqualTo("0");
			assertThat(answer.field("Transfer-Encoding")).isNull();
			assertThat(answer.field("Content-Type")).isNull();
			assertThat(answer.field("Date")).isNotNull();
			connection.write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(BOOK));
			Answer list = connection.read("GET");
			assertThat(list.status()).isEqualTo(200);
			assertThat(list.json().valueStream().map((entry) -> entry.get("note").asString())).contains("Good day");
		}
	}

	@Test
	void aFormThatIsNotValidIsNotAccepted() {
		Answer empty = this.wire.exchange("POST", BOOK, "name=+&nothing=x", FORM);
		assertThat(empty.status()).isEqualTo(422);
		assertThat(empty.json().get("errors").propertyNames()).containsExactlyInAnyOrder("name", "note");
		Answer tooLong = this.wire.exchange("POST", BOOK, "name=Nobody&note=" + "x".repeat(201), FORM);
		assertThat(tooLong.status()).isEqualTo(422);
		assertThat(tooLong.json().get("errors").propertyNames()).containsExactly("note");
		assertThat(this.wire.get(BOOK).text()).doesNotContain("Nobody");
		assertThat(this.wire.exchange("POST", BOOK, "name=Eve&note=" + "x".repeat(200), FORM).status()).isEqualTo(205);
	}

	@Test
	@Verifies({ "rfc9110-13.1.1b", "rfc9110-13.2.1e" })
	void nobodySignsWhereAPreconditionIsFalse() {
		String stale = "If-Match: \"other\"";
		assertThat(this.wire.exchange("POST", BOOK, "name=Mallory&note=stale", FORM, stale).status()).isEqualTo(412);
		assertThat(this.wire.exchange("POST", BOOK, "name=&note=stale", FORM, stale).status()).isEqualTo(422);
		assertThat(this.wire.get(BOOK).text()).doesNotContain("Mallory");
		assertThat(this.wire.exchange("POST", BOOK, "name=Mallory&note=any", FORM, "If-Match: *").status())
			.isEqualTo(205);
		assertThat(this.wire.get(BOOK).text()).contains("Mallory");
	}

	@Test
	void aFormThatCanNotBeReadIsMalformed() {
		assertThat(this.wire.exchange("POST", BOOK, "name=%zz&note=a", FORM).status()).isEqualTo(400);
		assertThat(this.wire.json("POST", BOOK, "{}").status()).isEqualTo(415);
	}

	@Test
	void thePageShowsWordsAndNoMarkup() {
		this.wire.exchange("POST", BOOK, "name=%3Cb%3E&note=%3Cscript%3Ealert(1)%3C/script%3E", FORM);
		Answer page = this.wire.get(BOOK, "Accept: text/html");
		assertThat(page.field("Content-Type")).isEqualTo("text/html;charset=utf-8");
		assertThat(page.field("Vary")).contains("Accept");
		assertThat(page.text()).contains("&lt;script&gt;").doesNotContain("<script>");
	}

}
