package dev.statuslab.demo.order;

import java.util.Arrays;

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

/** Post/Redirect/Get, and the fault behind the genuine 500. */
@LiveServer
class OrderTests {

	private static final int MOST_TEA = Integer.MAX_VALUE / 350;

	private final Wire wire;

	OrderTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies("rfc9110-15.4.4a")
	void anOrderIsAnsweredByItsAddress() {
		Answer answer = order("{\"item\":\"tea\",\"quantity\":2}");
		assertThat(answer.status()).isEqualTo(303);
		assertThat(answer.field("Location")).matches("/demo/orders/[0-9a-f]{16}");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.json().get("location").asString()).isEqualTo(answer.field("Location"));
		Answer order = this.wire.get(answer.field("Location"));
		assertThat(order.status()).isEqualTo(200);
		assertThat(order.field("Cache-Control")).isEqualTo("no-cache");
		assertThat(order.json().get("item").asString()).isEqualTo("tea");
		assertThat(order.json().get("quantity").asInt()).isEqualTo(2);
		assertThat(order.json().get("totalCents").asInt()).isEqualTo(700);
	}

	@Test
	void reloadingTheOrderOrdersNothing() {
		Answer posted = order("{\"item\":\"cake\",\"quantity\":1}");
		int before = count();
		Answer first = this.wire.get(posted.field("Location"));
		for (int reload = 0; reload < 5; reload++) {
			assertThat(this.wire.get(posted.field("Location")).content()).isEqualTo(first.content());
		}
		assertThat(this.wire.get(posted.field("Location"), "If-None-Match: " + first.field("ETag")).status())
			.isEqualTo(304);
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void repeatingThePostOrdersTwice() {
		int before = count();
		Answer first = order("{\"item\":\"cake\",\"quantity\":1}");
		Answer second = order("{\"item\":\"cake\",\"quantity\":1}");
		assertThat(second.field("Location")).isNotEqualTo(first.field("Location"));
		assertThat(count()).isEqualTo(before + 2);
	}

	@Test
	@Verifies("rfc9110-15.4.4b")
	void aBrowsersFormOrdersToo() {
		Answer answer = form("item=coffee&quantity=3", "Accept: text/html,*/*;q=0.8");
		assertThat(answer.status()).isEqualTo(303);
		assertThat(answer.field("Content-Type")).isEqualTo("text/html;charset=utf-8");
		assertThat(answer.text()).contains("<a href=\"" + answer.field("Location") + "\">");
		assertThat(this.wire.get(answer.field("Location")).json().get("totalCents").asInt()).isEqualTo(1260);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2147483647", "2147483648", "9007199254740991", "9223372036854775807",
			"99999999999999999999999999", "1e400" })
	@Verifies("rfc9110-15.6.1")
	void aTotalThatOverflowsIsAnUnexpectedCondition(String quantity) {
		int before = count();
		Answer answer = order("{\"item\":\"tea\",\"quantity\":%s}".formatted(quantity));
		assertThat(answer.status()).isEqualTo(500);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.text()).doesNotContain("Exception", "java", "statuslab", "overflow", "\\tat");
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void theLargestTotalIsStillOrdered() {
		Answer answer = order("{\"item\":\"tea\",\"quantity\":%d}".formatted(MOST_TEA));
		assertThat(answer.status()).isEqualTo(303);
		assertThat(this.wire.get(answer.field("Location")).json().get("totalCents").asInt()).isEqualTo(2147483450);
		assertThat(order("{\"item\":\"tea\",\"quantity\":%d}".formatted(MOST_TEA + 1)).status()).isEqualTo(500);
		assertThat(form("item=tea&quantity=" + (MOST_TEA + 1)).status()).isEqualTo(500);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"item":"tea"}                   | quantity
			{"item":"tea","quantity":null}   | quantity
			{"item":"tea","quantity":0}      | quantity
			{"item":"tea","quantity":-1}     | quantity
			{"item":"tea","quantity":1.5}    | quantity
			{"item":"tea","quantity":1e-400} | quantity
			{"item":"tea","quantity":-1e400} | quantity
			{"quantity":1}                   | item
			{"item":null,"quantity":1}       | item
			{"item":"","quantity":1}         | item
			{"item":"Tea","quantity":1}      | item
			{"item":"gold","quantity":1}     | item
			{}                               | item
			""")
	void whatCannotBeOrderedIsUnprocessable(String json, String member) {
		int before = count();
		Answer answer = order(json);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().get("parameter").asString()).isEqualTo(member);
		if ("item".equals(member)) {
			assertThat(answer.json().get("allowed").toString()).isEqualTo("[\"tea\",\"coffee\",\"cake\",\"teapot\"]");
		}
		assertThat(count()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "item=tea&quantity=many", "item=tea&quantity=", "item=tea", "quantity=1", "x=y",
			"item=tea&quantity=0", "item=%3Cb%3E&quantity=1" })
	void aFormIsReadAsStrictly(String content) {
		assertThat(form(content).status()).isEqualTo(422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"item\":", "[]", "\"tea\"", "{\"item\":\"tea\",\"quantity\":\"many\"}",
			"{\"item\":\"tea\",\"quantity\":[1]}", "{\"item\":{},\"quantity\":1}" })
	void whatIsNotAnOrderIsABadRequest(String json) {
		assertThat(order(json).status()).isEqualTo(400);
	}

	@Test
	void anotherTypeIsNotTaken() {
		Answer answer = this.wire.exchange("POST", "/demo/orders", "tea", "Content-Type: text/plain");
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.field("Accept-Post")).contains("application/json", "application/x-www-form-urlencoded");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0000000000000000", "%20", "..%20", "%3Cb%3E" })
	void anUnknownOrderIsNotFound(String id) {
		assertThat(this.wire.get("/demo/orders/" + id).status()).isEqualTo(404);
	}

	@Test
	void anOrderIsNotChangedHere() {
		String location = order("{\"item\":\"tea\",\"quantity\":1}").field("Location");
		assertThat(this.wire.send("DELETE", location).status()).isEqualTo(405);
		assertThat(this.wire.get(location, "If-Match: \"other\"").status()).isEqualTo(412);
	}

	@Test
	void theListStartsWithTheLatest() throws InterruptedException {
		order("{\"item\":\"tea\",\"quantity\":1}");
		Thread.sleep(5);
		String location = order("{\"item\":\"teapot\",\"quantity\":1}").field("Location");
		Answer list = this.wire.get("/demo/orders");
		assertThat(location).endsWith(list.json().at("/orders/0/id").asString());
		assertThat(list.json().get("orders").size()).isLessThanOrEqualTo(20);
		assertThat(list.json().at("/prices/0/item").asString()).isEqualTo("tea");
	}

	private Answer order(String json) {
		return this.wire.json("POST", "/demo/orders", json);
	}

	private Answer form(String content, String... fields) {
		String[] all = Arrays.copyOf(fields, fields.length + 1);
		all[fields.length] = "Content-Type: application/x-www-form-urlencoded";
		return this.wire.exchange("POST", "/demo/orders", content, all);
	}

	private int count() {
		return this.wire.get("/demo/orders").json().get("count").asInt();
	}

}
