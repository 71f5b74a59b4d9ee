package dev.statuslab.lab;

import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Labs, plans and reports. */
@LiveServer
class LabApiTests {

	private final Wire wire;

	LabApiTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void aLabHasAnAddressThatNobodyCanGuess() {
		Answer first = this.wire.send("POST", "/labs");
		Answer second = this.wire.send("POST", "/labs");
		assertThat(first.status()).isEqualTo(201);
		assertThat(first.field("Location")).matches("/labs/[A-Za-z0-9_-]{22}").isNotEqualTo(second.field("Location"));
		assertThat(first.json().get("url").asString()).endsWith(first.field("Location"));
		assertThat(first.json().get("exercises").size()).isGreaterThan(30);
		assertThat(this.wire.get(first.field("Location")).json().get("clients").isEmpty()).isTrue();
	}

	@Test
	void aFormLeadsToTheReport() {
		Answer answer = this.wire.send("POST", "/labs", "Accept: text/html");
		assertThat(answer.status()).isEqualTo(303);
		assertThat(this.wire.get(answer.field("Location"), "Accept: application/json").status()).isEqualTo(200);
	}

	@Test
	void whatIsGoneIsNotFound() {
		String lab = open();
		assertThat(this.wire.send("DELETE", lab).status()).isEqualTo(204);
		for (String path : List.of(lab, lab + "/one", lab + "/one/redirect-loop")) {
			Answer answer = this.wire.get(path);
			assertThat(answer.status()).as(path).isEqualTo(404);
			assertThat(answer.field("Content-Type")).startsWith("application/problem+json");
		}
		assertThat(this.wire.send("DELETE", lab).status()).isEqualTo(404);
		assertThat(this.wire.send("POST", lab + "/one/redirect-loop/told?status=200").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "/one/no-such-exercise,404", "/one%20two/redirect-loop,400", "?client=nobody,404", "?format=pdf,400",
			"/one%20two,400" })
	void whatCannotBeIsRefused(String below, int status) {
		assertThat(this.wire.get(open() + below).status()).isEqualTo(status);
	}

	@Test
	void clientsNeverMix() {
		String lab = open();
		this.wire.get(lab + "/one/redirect-302-get/next");
		this.wire.get(lab + "/two/redirect-302-get");
		this.wire.get(lab + "/two/redirect-302-get/next");
		JsonNode clients = this.wire.get(lab).json().get("clients");
		assertThat(clients.size()).isEqualTo(2);
		assertThat(verdict(clients.get(0), "redirect-302-get")).isEqualTo("not-seen");
		assertThat(verdict(clients.get(1), "redirect-302-get")).isEqualTo("passed");
		assertThat(verdict(clients.get(1), "redirect-301-get")).isEqualTo("not-seen");
	}

	@Test
	void aLabHasThirtyTwoClients() {
		String lab = open();
		for (int i = 0; i < Lab.MOST; i++) {
			assertThat(this.wire.get(lab + "/client-" + i + "/unknown-299").status()).isEqualTo(299);
		}
		assertThat(this.wire.get(lab + "/one-more/unknown-299").status()).isEqualTo(409);
		assertThat(this.wire.get(lab + "/client-0/unknown-299").status()).isEqualTo(299);
	}

	@Test
	void theReportComesInManyForms() {
		String lab = open();
		this.wire.send("PUT", lab + "/one/redirect-301-put");
		this.wire.send("GET", lab + "/one/redirect-301-put/next");
		this.wire.get(lab + "/one/unknown-299");
		this.wire.send("POST", lab + "/one/unknown-299/told?status=299&content=%01%3C");
		String text = this.wire.get(lab, "Accept: text/plain").text();
		assertThat(text).contains("one: 1 passed, 1 failed, 0 noted")
			.containsPattern("failed +practice +redirect-301-put");
		String xml = this.wire.get(lab + "?format=xml").text();
		assertThat(xml).contains("<testsuite name=\"one\"", "failures=\"1\"", "<failure message=", "<skipped message=")
			.doesNotContain("\u0001");
		assertThat(this.wire.get(lab + "?format=text&lang=ko").text()).contains("클라이언트");
		assertThat(this.wire.get(lab + "?client=one").json().get("clients").size()).isEqualTo(1);
	}

	@Test
	void theReportIsWatchedAsItChanges() {
		String lab = open();
		try (Connection connection = this.wire.open()) {
			connection
				.write("GET " + lab + "?client=one HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
			assertThat(connection.readHead().field("Content-Type")).startsWith("text/event-stream");
			this.wire.get(lab + "/one/redirect-302-get");
			this.wire.get(lab + "/one/redirect-302-get/next");
			this.wire.get(lab + "/two/redirect-303-get/next");
			this.wire.send("POST", lab + "/one/redirect-302-get/told?status=200");
			String seen = "";
			while (!seen.contains("\"passed\"")) {
				seen += connection.readOctets(1);
			}
			this.wire.send("DELETE", lab);
			seen += connection.drain().octets();
			assertThat(seen).contains("event:report", "event:exercise", "redirect-302-get").doesNotContain("\"two\"");
			assertThat(seen.split("event:report", -1)).hasSize(2);
		}
	}

	@Test
	void thePlanIsAScriptToo() {
		Answer answer = this.wire.get(open() + "/one?format=sh");
		assertThat(answer.field("Content-Type")).startsWith("text/x-shellscript");
		assertThat(answer.text()).startsWith("#!/bin/sh").contains("redirect-cookie/set'", "--next");
	}

	@Test
	void whatIsToldIsOfARequestOfThePlan() {
		String lab = open();
		assertThat(this.wire.send("POST", lab + "/one/unknown-299/told?request=2&status=299").status()).isEqualTo(400);
		assertThat(this.wire.send("POST", lab + "/one/unknown-299/told?request=1&status=299").status()).isEqualTo(204);
		JsonNode client = this.wire.get(lab).json().get("clients").get(0);
		assertThat(verdict(client, "unknown-299")).as("no request has come").isEqualTo("not-seen");
	}

	private String open() {
		return this.wire.send("POST", "/labs").field("Location");
	}

	private static String verdict(JsonNode client, String exercise) {
		return client.get("exercises")
			.valueStream()
			.filter((result) -> result.get("name").asString().equals(exercise))
			.map((result) -> result.get("verdict").asString())
			.findFirst()
			.orElseThrow();
	}

}
