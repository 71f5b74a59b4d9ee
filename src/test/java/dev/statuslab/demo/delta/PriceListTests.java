package dev.statuslab.demo.delta;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Delta encoding over a socket (RFC 3229). */
@LiveServer
class PriceListTests {

	private static final String UNKNOWN = "If-None-Match: \"of-no-version\"";

	private final Wire wire;

	PriceListTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies({ "rfc3229-10.3a", "rfc3229-10.4.1b", "rfc3229-5.5" })
	void whoHasAnOldVersionIsSentWhatHasChanged() {
		Answer old = read("changed");
		write("changed", old.text().replace("bread 2.50", "bread 2.80") + "tea 4.00\n");
		Answer whole = read("changed");
		Answer delta = read("changed", "A-IM: diffe", has(old));
		assertThat(delta.statusLine()).isEqualTo("HTTP/1.1 226 IM Used");
		assertThat(delta.field("IM")).isEqualTo("diffe");
		assertThat(delta.field("ETag")).isEqualTo(whole.field("ETag")).isNotEqualTo(old.field("ETag"));
		assertThat(delta.field("Delta-Base")).isEqualTo(old.field("ETag"));
		assertThat(delta.field("Cache-Control")).isEqualTo("no-store, im");
		assertThat(delta.field("Vary")).isEqualTo("A-IM");
		assertThat(delta.field("Content-Type")).isEqualTo(whole.field("Content-Type"));
		assertThat(delta.field("Statuslab")).isEqualTo("earned");
		assertThat(delta.text()).isEqualTo("5a\ntea 4.00\n.\n2c\nbread 2.80\n.\n");
		assertThat(EdApplier.apply(delta.text(), old.text())).isEqualTo(whole.text());
	}

	@Test
	@Verifies({ "rfc3229-10.4.1a", "rfc3229-10.3b" })
	void withoutAcceptedManipulationsTheWholeIsSent() {
		Answer old = read("plain");
		write("plain", "milk 1.20\n");
		for (Answer whole : new Answer[] { read("plain"), read("plain", has(old)), read("plain", "A-IM: diffe"),
				read("plain", "A-IM: diffe", UNKNOWN), read("plain", "A-IM:", has(old)),
				read("plain", "A-IM: vcdiff", has(old)),
				read("plain", "A-IM: diffe", "If-None-Match: W/" + old.field("ETag")) }) {
			assertWhole(whole);
			assertThat(whole.text()).isEqualTo("milk 1.20\n");
		}
	}

	@Test
	@Verifies("rfc3229-10.3b")
	void whoHasTheCurrentVersionIsToldSo() {
		Answer old = read("current");
		write("current", "milk 1.20\n");
		Answer current = read("current");
		Answer same = read("current", "A-IM: diffe", has(current, old));
		assertThat(same.status()).isEqualTo(304);
		assertThat(same.field("ETag")).isEqualTo(current.field("ETag"));
		assertThat(same.field("Vary")).isEqualTo("A-IM");
		assertThat(same.field("IM")).isNull();
		assertThat(same.field("Delta-Base")).isNull();
		assertThat(read("current", "A-IM: diffe", has(old)).status()).isEqualTo(226);
		assertThat(read("current", "A-IM: diffe", has(old), "If-Match: \"other\"").status()).isEqualTo(412);
	}

	@Test
	@Verifies("rfc3229-10.5.1")
	void ofSeveralVersionsTheNewestIsTheBaseAndIsNamed() {
		Answer first = read("several");
		write("several", "apple 1.00\nbread 2.00\n");
		Answer second = read("several");
		write("several", "apple 1.00\nbread 3.00\n");
		for (String has : new String[] { has(first, second), has(second, first),
				UNKNOWN + ", " + second.field("ETag") }) {
			Answer delta = read("several", "A-IM: diffe", has);
			assertThat(delta.status()).isEqualTo(226);
			assertThat(delta.field("Delta-Base")).isEqualTo(second.field("ETag"));
			assertThat(EdApplier.apply(delta.text(), second.text())).isEqualTo(read("several").text());
		}
		Answer older = read("several", "A-IM: diffe", UNKNOWN + ", " + first.field("ETag"));
		assertThat(older.field("Delta-Base")).isEqualTo(first.field("ETag"));
		assertThat(EdApplier.apply(older.text(), first.text())).isEqualTo(read("several").text());
	}

	@Test
	@Verifies({ "rfc3229-10.5.2b", "rfc3229-10.5.3b" })
	void severalManipulationsAreAppliedInTheOrderOfTheRequest() throws IOException {
		Answer old = read("order");
		write("order", "milk 1.20\n");
		String delta = read("order", "A-IM: diffe", has(old)).text();
		Answer both = read("order", "A-IM: diffe, gzip", has(old));
		assertThat(both.status()).isEqualTo(226);
		assertThat(both.field("IM")).isEqualTo("diffe, gzip");
		assertThat(both.field("Content-Encoding")).as("a manipulation is no coding").isNull();
		assertThat(inflated(both)).isEqualTo(delta);
		Answer otherWay = read("order", "A-IM: gzip, diffe", has(old));
		assertThat(otherWay.field("IM")).as("lines can't be compared once they are compressed").isEqualTo("diffe");
		assertThat(otherWay.text()).isEqualTo(delta);
		Answer noBase = read("order", "A-IM: diffe, gzip", UNKNOWN);
		assertThat(noBase.status()).isEqualTo(226);
		assertThat(noBase.field("IM")).isEqualTo("gzip");
		assertThat(noBase.field("Delta-Base")).isNull();
		assertThat(inflated(noBase)).isEqualTo("milk 1.20\n");
	}

	@Test
	@Verifies("rfc3229-10.5.2b")
	void aRangeIsNotAppliedAndNotClaimed() {
		Answer old = read("range");
		write("range", "milk 1.20\n");
		Answer delta = read("range", "A-IM: diffe, range", "Range: bytes=0-1", has(old));
		assertThat(delta.status()).isEqualTo(226);
		assertThat(delta.field("IM")).isEqualTo("diffe");
		assertThat(delta.field("Content-Range")).isNull();
		assertThat(EdApplier.apply(delta.text(), old.text())).isEqualTo("milk 1.20\n");
		assertWhole(read("range", "A-IM: range", "Range: bytes=0-1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "diffe;q=0", "gzip;q=0", "diffe;q=0, gzip;q=0.0", "diffe;q=0.2, identity;q=0.5" })
	@Verifies({ "rfc3229-10.5.3a", "rfc3229-10.5.2a" })
	void whatIsNotWantedIsNotUsed(String manipulations) {
		String list = "unwanted-" + Integer.toHexString(manipulations.hashCode());
		Answer old = read(list);
		write(list, "milk 1.20\n");
		assertWhole(read(list, "A-IM: " + manipulations, has(old)));
		Answer rest = read(list, "A-IM: gzip;q=0, diffe", has(old));
		assertThat(rest.field("IM")).isEqualTo("diffe");
	}

	@Test
	@Verifies({ "rfc3229-10.5.3c", "rfc3229-10.5.2a" })
	void whoExcludesTheWholeIsSentNothingElse() {
		Answer old = read("excluded");
		write("excluded", "milk 1.20\n");
		for (String accepted : new String[] { "foo, identity;q=0", "identity;q=0", "diffe, identity;q=0" }) {
			Answer refused = read("excluded", "A-IM: " + accepted, UNKNOWN);
			assertThat(refused.status()).isEqualTo(406);
			assertThat(refused.field("IM")).isNull();
			assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"diffe\",\"gzip\",\"identity\"]");
		}
		assertThat(read("excluded", "A-IM: diffe, identity;q=0", has(old)).status()).isEqualTo(226);
		assertWhole(read("excluded", "A-IM: foo", UNKNOWN));
	}

	@Test
	void headTellsTheFieldsOfTheDelta() {
		Answer old = read("head");
		write("head", "milk 1.20\n");
		Answer get = read("head", "A-IM: diffe", has(old));
		Answer head = this.wire.send("HEAD", address("head"), "A-IM: diffe", has(old));
		assertThat(head.status()).isEqualTo(226);
		assertThat(head.content()).isEmpty();
		for (String field : new String[] { "IM", "ETag", "Delta-Base", "Content-Length" }) {
			assertThat(head.field(field)).isEqualTo(get.field(field)).isNotNull();
		}
	}

	@Test
	void aLineThatIsADotIsNoEndOfText() {
		Answer old = read("dots");
		write("dots", "apple 1.20\n.\n.\n..\nmilk 1.05\n");
		Answer delta = read("dots", "A-IM: diffe", has(old));
		assertThat(delta.status()).isEqualTo(226);
		assertThat(delta.text()).contains("s/.//");
		assertThat(EdApplier.apply(delta.text(), old.text())).isEqualTo(read("dots").text());
	}

	@Test
	void aTextWhoseLastLineDoesNotEndIsSentWhole() {
		Answer old = read("unended");
		write("unended", "milk 1.20");
		assertWhole(read("unended", "A-IM: diffe", has(old)));
		Answer unended = read("unended");
		write("unended", "milk 1.20\n");
		assertWhole(read("unended", "A-IM: diffe", has(unended)));
		assertThat(read("unended", "A-IM: diffe", has(old)).status()).isEqualTo(226);
	}

	@Test
	void versionsAreForgottenOneDay() {
		Answer sample = read("forgotten");
		for (int i = 1; i < Versions.MOST; i++) {
			write("forgotten", "milk " + i + ".00\n");
		}
		assertThat(read("forgotten", "A-IM: diffe", has(sample)).status()).isEqualTo(226);
		write("forgotten", "milk 9.00\n");
		assertWhole(read("forgotten", "A-IM: diffe", has(sample)));
	}

	@Test
	void theSameTextAgainIsNoNewVersion() {
		Answer sample = read("again");
		for (int i = 0; i < 9; i++) {
			write("again", "milk 1.00\n");
		}
		assertThat(read("again", "A-IM: diffe", has(sample)).status()).isEqualTo(226);
	}

	@Test
	void theNextVersionIsWrittenUnderConditionsAndWithinLimits() {
		Answer saved = this.wire.exchange("PUT", address("written"), "milk 2.00\n", "Content-Type: text/plain");
		assertThat(saved.status()).isEqualTo(204);
		assertThat(saved.field("ETag")).isEqualTo(read("written").field("ETag"));
		assertThat(put("milk 3.00\n", "If-Match: \"another\"").status()).isEqualTo(412);
		assertThat(put("milk 3.00\n", "If-Match: " + saved.field("ETag")).status()).isEqualTo(204);
		assertThat(put("x".repeat(PriceListController.LONGEST)).status()).isEqualTo(204);
		assertThat(put("x".repeat(PriceListController.LONGEST + 1)).status()).isEqualTo(413);
		assertThat(put("\n".repeat(PriceListController.MOST_LINES)).status()).isEqualTo(204);
		assertThat(put("\n".repeat(PriceListController.MOST_LINES + 1)).status()).isEqualTo(413);
		assertThat(put("x", "Content-Encoding: gzip").status()).isEqualTo(415);
		assertThat(put("x", "Content-Range: bytes 0-0/9").status()).isEqualTo(400);
		assertThat(put("").status()).isEqualTo(204);
		assertThat(read("written").content()).isEmpty();
		assertThat(this.wire.json("PUT", address("written"), "{}").status()).isEqualTo(415);
		assertThat(this.wire.get("/demo/price-list/no%20key").status()).isEqualTo(400);
	}

	@Test
	void octetsThatAreNoTextAreRefused() {
		try (Wire.Connection connection = this.wire.open()) {
			connection
				.write("PUT %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\n"
					.formatted(address("octets")));
			connection.write(new byte[] { (byte) 0xFF });
			assertThat(connection.read("PUT").status()).isEqualTo(400);
		}
	}

	private Answer put(String text, String... fields) {
		String[] all = Arrays.copyOf(fields, fields.length + 1);
		all[fields.length] = "Content-Type: text/plain;charset=utf-8";
		return this.wire.exchange("PUT", address("written"), text, all);
	}

	private Answer read(String list, String... fields) {
		return this.wire.get(address(list), fields);
	}

	private void write(String list, String text) {
		assertThat(this.wire.exchange("PUT", address(list), text, "Content-Type: text/plain").status()).isEqualTo(204);
	}

	private static String address(String list) {
		return "/demo/price-list/test-" + list;
	}

	private static String has(Answer... versions) {
		return "If-None-Match: "
				+ String.join(", ", Arrays.stream(versions).map((version) -> version.field("ETag")).toList());
	}

	private static void assertWhole(Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("IM")).isNull();
		assertThat(answer.field("Delta-Base")).isNull();
		assertThat(answer.field("Vary")).isEqualTo("A-IM");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-cache");
		assertThat(answer.field("Content-Type")).isEqualTo("text/plain;charset=utf-8");
	}

	private static String inflated(Answer answer) throws IOException {
		return new String(new GZIPInputStream(new ByteArrayInputStream(answer.content())).readAllBytes(),
				StandardCharsets.UTF_8);
	}

}
