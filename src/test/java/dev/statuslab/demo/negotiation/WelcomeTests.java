package dev.statuslab.demo.negotiation;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A variant that negotiates itself, and its sound siblings (RFC 2295 §8.1, §10.2). */
@LiveServer
class WelcomeTests {

	private static final String WELCOME = "/demo/welcome";

	private static final String ALTERNATES = "{\"/demo/greeting/en.txt\" 1.0 {type text/plain} {language en}}, "
			+ "{\"/demo/greeting\" 0.9 {type text/plain} {language ko}}, "
			+ "{\"/demo/greeting/de.txt\" 0.8 {type text/plain} {language de}}";

	private final Wire wire;

	WelcomeTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@ParameterizedTest
	@ValueSource(strings = { "Negotiate: *", "Negotiate: trans, *", "X-None: 1" })
	@Verifies({ "rfc2295-10.2a", "rfc2295-8.1", "rfc2295-8.5c" })
	void aVariantThatNegotiatesIsNotPassedOnAsAChoice(String negotiate) {
		Answer answer = this.wire.get(WELCOME, negotiate, "Accept-Language: ko");
		assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 506 Variant Also Negotiates");
		assertThat(answer.field("TCN")).isNull();
		assertThat(answer.field("Content-Location")).isNull();
		assertThat(answer.field("Alternates")).isEqualTo(ALTERNATES);
		assertThat(answer.field("Vary")).isEqualTo(GreetingController.VARY);
		assertThat(answer.json().get("variant").asString()).isEqualTo("/demo/greeting");
		assertThat(answer.json().get("alternatives").size()).isEqualTo(3);
	}

	@Test
	@Verifies("rfc2295-8.1")
	void theVariantNegotiatesByItself() {
		Answer list = this.wire.get("/demo/greeting", "Negotiate: trans", "Accept-Language: ko");
		assertThat(list.status()).isEqualTo(300);
		assertThat(list.field("TCN")).isEqualTo("list");
		for (String sound : new String[] { "/demo/greeting/en.txt", "/demo/greeting/de.txt" }) {
			Answer variant = this.wire.get(sound, "Negotiate: trans");
			assertThat(variant.status()).isEqualTo(200);
			assertThat(variant.field("TCN")).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "en, Hello!", "de, Guten Tag!" })
	@Verifies({ "rfc2295-10.2b", "rfc2295-10.2a" })
	void aSoundSiblingIsChosen(String language, String text) {
		Answer answer = this.wire.get(WELCOME, "Negotiate: *", "Accept-Language: " + language);
		String address = "/demo/greeting/" + language + ".txt";
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("TCN")).isEqualTo("choice");
		assertThat(answer.field("Content-Location")).isEqualTo(address);
		assertThat(answer.field("Vary")).isEqualTo(GreetingController.VARY);
		assertThat(answer.field("Alternates")).isEqualTo(ALTERNATES);
		assertThat(answer.field("Content-Language")).isEqualTo(language);
		assertThat(answer.text()).isEqualTo(text + "\n");
		String normal = this.wire.get(address).field("ETag").replace("\"", "");
		assertThat(answer.field("ETag")).matches("\"" + normal + ";[^\";]+\"");
		assertThat(this.wire.get(WELCOME, "Accept-Language: " + language).field("TCN")).isEqualTo("adhoc");
	}

	@Test
	@Verifies({ "rfc2295-10.2b", "rfc2295-9.2", "rfc2295-8.5a" })
	void theWholeGreetingIsSoundForWhoAsksItself() {
		Answer answer = this.wire.get("/demo/greeting", "Negotiate: *", "Accept: text/plain", "Accept-Language: ko");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("TCN")).isEqualTo("choice");
		assertThat(answer.field("Content-Location")).isEqualTo("/demo/greeting/ko.txt");
	}

	@ParameterizedTest
	@ValueSource(strings = { "trans", "vlist", "1.0" })
	@Verifies({ "rfc2295-12.1", "rfc2295-10.1", "rfc2295-9.2", "rfc2295-10.6" })
	void theListIsThereForWhoAsksForIt(String negotiate) {
		Answer answer = this.wire.get(WELCOME, "Negotiate: " + negotiate, "Accept-Language: ko");
		assertThat(answer.status()).isEqualTo(300);
		assertThat(answer.field("TCN")).isEqualTo("list");
		assertThat(answer.field("Alternates")).isEqualTo(ALTERNATES);
		assertThat(answer.field("Vary")).isEqualTo(GreetingController.VARY);
		assertThat(answer.field("ETag")).matches("\"[^\";]+;[^\";]+\"");
		assertThat(answer.json().at("/alternatives/0/uri").asString()).isEqualTo("/demo/greeting/en.txt");
	}

	@Test
	void conditionsAreThoseOfTheWelcomeAndNotOfTheVariant() {
		Answer ok = this.wire.get(WELCOME, "Negotiate: *", "Accept-Language: de");
		Answer same = this.wire.get(WELCOME, "Negotiate: *", "Accept-Language: de",
				"If-None-Match: " + ok.field("ETag"));
		assertThat(same.status()).isEqualTo(304);
		for (String field : new String[] { "ETag", "Vary", "Content-Location", "Cache-Control" }) {
			assertThat(same.field(field)).as(field).isEqualTo(ok.field(field)).isNotNull();
		}
		assertThat(same.field("TCN")).isNull();
		String variants = this.wire.get("/demo/greeting/de.txt").field("ETag");
		assertThat(this.wire.get(WELCOME, "Accept-Language: de", "If-None-Match: " + variants).status()).isEqualTo(200);
		assertThat(this.wire.get(WELCOME, "Accept-Language: de", "If-Match: " + variants).status()).isEqualTo(412);
		assertThat(this.wire.get(WELCOME, "Accept-Language: ko", "If-None-Match: *").status()).isEqualTo(506);
	}

}
