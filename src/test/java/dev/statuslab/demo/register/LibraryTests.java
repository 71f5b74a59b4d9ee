package dev.statuslab.demo.register;

import java.util.ArrayList;
import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** 451 by the register, over a socket. */
@LiveServer
class LibraryTests {

	private final Wire wire;

	LibraryTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies({ "rfc7725-3a", "rfc7725-4a", "rfc7725-4b", "rfc7725-4c" })
	void anItemThatTheRegisterListsIs451WithAnExplanation() {
		Answer answer = this.wire.get("/demo/library/pamphlet?from=XA");
		assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 451 Unavailable For Legal Reasons");
		assertThat(answer.field("Link")).isEqualTo("</>; rel=\"blocked-by\"");
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.field("Statuslab")).isEqualTo("earned");
		for (String member : List.of("demandedBy", "law", "appliesTo", "detail")) {
			assertThat(answer.json().get(member).asString()).isNotEmpty();
		}
		assertThat(answer.json().get("jurisdiction").asString()).isEqualTo("XA");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pamphlet", "pamphlet?from=KR", "pamphlet?from=XC", "cookbook?from=XA", "almanac?from=XA",
			"almanac?from=XB" })
	void anotherItemOrJurisdictionIs200(String target) {
		Answer answer = this.wire.get("/demo/library/" + target);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Link")).isNull();
		assertThat(answer.json().get("title").asString()).isNotEmpty();
	}

	@Test
	void theRegisterAndTheAnswersAgree() {
		Answer library = this.wire.get("/demo/library");
		List<String> refused = new ArrayList<>();
		for (JsonNode item : library.json().get("items")) {
			for (String place : List.of("XA", "XB", "XC")) {
				if (this.wire.get(item.get("self").asString() + "?from=" + place).status() == 451) {
					refused.add(item.get("item").asString() + " " + place);
				}
			}
		}
		List<String> listed = new ArrayList<>();
		library.json()
			.get("register")
			.forEach((entry) -> listed.add(entry.get("item").asString() + " " + entry.get("jurisdiction").asString()));
		assertThat(refused).isNotEmpty().containsExactlyInAnyOrderElementsOf(listed);
	}

	@Test
	void theJurisdictionIsReadWithoutCase() {
		assertThat(this.wire.get("/demo/library/cookbook?from=xb").status()).isEqualTo(451);
	}

	@Test
	void headIsRefusedLikeGet() {
		Answer refused = this.wire.send("HEAD", "/demo/library/cookbook?from=XB");
		assertThat(refused.status()).isEqualTo(451);
		assertThat(refused.field("Link")).isEqualTo("</>; rel=\"blocked-by\"");
		assertThat(this.wire.send("HEAD", "/demo/library/cookbook").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "X", "XAB", "X1", "%C3%84A", "XA&from=XB", "XA%0D%0AX:1" })
	void whatIsNoJurisdictionIs400(String from) {
		Answer answer = this.wire.get("/demo/library/pamphlet?from=" + from);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("parameter").asString()).isEqualTo("from");
	}

	@ParameterizedTest
	@ValueSource(strings = { "scroll?from=XA", "PAMPHLET", "pam%20phlet" })
	void whatTheLibraryDoesNotHaveIs404Everywhere(String target) {
		Answer answer = this.wire.get("/demo/library/" + target);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json().get("allowed").toString()).isEqualTo("[\"pamphlet\",\"cookbook\",\"almanac\"]");
	}

}
