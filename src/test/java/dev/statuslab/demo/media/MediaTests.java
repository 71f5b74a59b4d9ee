package dev.statuslab.demo.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

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

@LiveServer
class MediaTests {

	private static final String NUMBERS = "/demo/media/numbers.txt";

	private static final String TONE = "/demo/media/tone.wav";

	private static final String DATE = "Sun, 01 Nov 2026 12:00:00 GMT";

	private final Wire wire;

	MediaTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	@Verifies({ "rfc9110-15.3.1a", "rfc9110-8.8.2.1c", "rfc9110-8.8.3.1", "rfc9110-14.3" })
	void theWholeAdvertisesRangesAndStrongValidators() {
		Answer answer = this.wire.get(NUMBERS);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.content()).hasSize(10_000);
		assertThat(answer.field("Accept-Ranges")).isEqualTo("bytes");
		assertThat(answer.field("ETag")).matches("\"[^\"]+\"");
		assertThat(answer.field("Last-Modified")).isEqualTo(DATE);
		assertThat(answer.field("Content-Language")).isEqualTo("en");
		assertThat(answer.field("Vary")).isEqualTo("Accept-Encoding");
		assertThat(answer.field("Content-Range")).isNull();
		assertThat(answer.field("Statuslab")).isEqualTo("earned");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "bytes=4560-4568|4560|4568", "bytes=-10|9990|9999", "bytes=9990-|9990|9999",
					"bytes=9990-99999999|9990|9999", "bytes=-99999999|0|9999", "BYTES=0-0|0|0",
					"bytes=0-1,99999999-|0|1", "bytes=0-99999999999999999999999|0|9999", "bytes=0-5,4-9|0|9" })
	@Verifies({ "rfc9110-15.3.7a", "rfc9110-15.3.7b", "rfc9110-15.3.7.1", "rfc9110-15.3.7.2c", "rfc9110-15.3.7.2e",
			"rfc9110-14.1.2a", "rfc9110-14.1.2b", "rfc9110-14.4", "rfc9110-14.2g" })
	void aSatisfiableRangeIsSent(String range, int first, int last) {
		Answer whole = this.wire.get(NUMBERS);
		Answer answer = this.wire.get(NUMBERS, "Range: " + range);
		assertThat(answer.status()).isEqualTo(206);
		assertThat(answer.content()).isEqualTo(Arrays.copyOfRange(whole.content(), first, last + 1));
		assertThat(answer.field("Content-Range")).isEqualTo("bytes " + first + "-" + last + "/10000");
		assertThat(answer.field("Content-Length")).isEqualTo(String.valueOf(last - first + 1));
		for (String name : List.of("ETag", "Cache-Control", "Vary", "Content-Type", "Content-Language",
				"Last-Modified")) {
			assertThat(answer.field(name)).as(name).isNotNull().isEqualTo(whole.field(name));
		}
		assertThat(answer.field("Date")).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lines=1-2", "bytes=5-2", "bytes=a-b", "bytes", "bytes=",
			"bytes=0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-,0-" })
	@Verifies({ "rfc9110-14.2b", "rfc9110-14.2e", "rfc9110-14.2f" })
	void aRangeThatNeedNotBeObeyedIsIgnored(String range) {
		Answer answer = this.wire.get(NUMBERS, "Range: " + range);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.content()).hasSize(10_000);
		assertThat(answer.field("Content-Range")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=10000-", "bytes=99999999-", "bytes=-0", "bytes=10000-10001,20000-" })
	@Verifies({ "rfc9110-15.5.17", "rfc9110-14.2e" })
	void aRangePastTheEndIsNotSatisfiable(String range) {
		Answer answer = this.wire.get(NUMBERS, "Range: " + range);
		assertThat(answer.status()).isEqualTo(416);
		assertThat(answer.field("Content-Range")).isEqualTo("bytes */10000");
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(this.wire.get(NUMBERS, "Range: bytes=9999-").status()).isEqualTo(206);
	}

	@Test
	@Verifies({ "rfc9110-15.3.7.2a", "rfc9110-15.3.7.2b", "rfc9110-15.3.7.2d", "rfc9110-8.3.3" })
	void severalRangesAreParts() {
		Answer answer = this.wire.get(NUMBERS, "Range: bytes=20-28, 0-8");
		assertThat(answer.status()).isEqualTo(206);
		assertThat(answer.field("Content-Range")).isNull();
		assertThat(answer.field("Last-Modified")).isEqualTo(DATE);
		String type = answer.field("Content-Type");
		assertThat(type).startsWith("multipart/byteranges; boundary=");
		String boundary = "--" + type.substring(type.indexOf('=') + 1);
		String part = "\r\nContent-Type: text/plain;charset=utf-8\r\nContent-Range: bytes %s/10000\r\n\r\n%s\r\n";
		assertThat(answer.text()).isEqualTo(boundary + part.formatted("20-28", "line 0002") + boundary
				+ part.formatted("0-8", "line 0000") + boundary + "--\r\n");
	}

	@Test
	@Verifies("rfc9110-15.3.7c")
	void ifRangeThatMatchesLeavesOutWhatTheClientKnows() {
		Answer whole = this.wire.get(NUMBERS);
		for (String validator : List.of(whole.field("ETag"), DATE)) {
			Answer answer = this.wire.get(NUMBERS, "Range: bytes=0-3", "If-Range: " + validator);
			assertThat(answer.status()).isEqualTo(206);
			assertThat(answer.text()).isEqualTo("line");
			for (String name : List.of("Last-Modified", "Content-Language", "Content-Type", "Content-Encoding")) {
				assertThat(answer.field(name)).as(name).isNull();
			}
			for (String name : List.of("ETag", "Cache-Control", "Vary")) {
				assertThat(answer.field(name)).as(name).isNotNull().isEqualTo(whole.field(name));
			}
		}
		assertThat(this.wire.get(NUMBERS, "Range: bytes=0-1,4-5", "If-Range: " + DATE).field("Content-Type"))
			.startsWith("multipart/byteranges");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"stale\"", "W/%s", "Sun, 01 Nov 2026 12:00:01 GMT", "Sun, 01 Nov 2026 11:59:59 GMT" })
	@Verifies({ "rfc9110-13.1.5b", "rfc9110-13.1.5c", "rfc9110-13.1.5d" })
	void ifRangeThatIsFalseGivesTheWhole(String validator) {
		String tag = this.wire.get(NUMBERS).field("ETag");
		for (String range : List.of("bytes=0-3", "bytes=99999999-")) {
			Answer answer = this.wire.get(NUMBERS, "Range: " + range, "If-Range: " + validator.formatted(tag));
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.content()).hasSize(10_000);
			assertThat(answer.field("Last-Modified")).isEqualTo(DATE);
			assertThat(answer.field("Content-Type")).isNotNull();
		}
	}

	@Test
	@Verifies("rfc9110-13.1.5a")
	void ifRangeAloneIsIgnored() {
		Answer answer = this.wire.get(NUMBERS, "If-Range: " + this.wire.get(NUMBERS).field("ETag"));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Language")).isEqualTo("en");
	}

	@Test
	@Verifies({ "rfc9110-14.2d", "rfc9110-13.2.2" })
	void preconditionsComeBeforeRanges() {
		String tag = this.wire.get(NUMBERS).field("ETag");
		for (String range : List.of("bytes=0-3", "bytes=99999999-")) {
			Answer unchanged = this.wire.get(NUMBERS, "Range: " + range, "If-None-Match: " + tag);
			assertThat(unchanged.status()).isEqualTo(304);
			assertThat(unchanged.field("ETag")).isEqualTo(tag);
			assertThat(unchanged.field("Vary")).isEqualTo("Accept-Encoding");
			assertThat(this.wire.get(NUMBERS, "Range: " + range, "If-Modified-Since: " + DATE).status()).isEqualTo(304);
			assertThat(this.wire.get(NUMBERS, "Range: " + range, "If-Match: \"other\"").status()).isEqualTo(412);
		}
		assertThat(this.wire.get(NUMBERS, "Range: bytes=0-3", "If-Match: " + tag).status()).isEqualTo(206);
		assertThat(this.wire.get("/demo/media/none", "Range: bytes=0-3").status()).isEqualTo(404);
	}

	@Test
	@Verifies({ "rfc9110-8.8.3", "rfc9110-14.1.2c" })
	void theCodedVariantHasATagOfItsOwnAndCountsCodedOctets() throws IOException {
		Answer plain = this.wire.get(NUMBERS);
		Answer coded = this.wire.get(NUMBERS, "Accept-Encoding: gzip");
		assertThat(coded.field("Content-Encoding")).isEqualTo("gzip");
		assertThat(coded.field("ETag")).isNotEqualTo(plain.field("ETag"));
		assertThat(coded.field("Vary")).isEqualTo("Accept-Encoding");
		assertThat(new GZIPInputStream(new ByteArrayInputStream(coded.content())).readAllBytes())
			.isEqualTo(plain.content());
		Answer part = this.wire.get(NUMBERS, "Accept-Encoding: gzip", "Range: bytes=0-99");
		assertThat(part.status()).isEqualTo(206);
		assertThat(part.content()).isEqualTo(Arrays.copyOf(coded.content(), 100));
		assertThat(part.field("Content-Range")).isEqualTo("bytes 0-99/" + coded.content().length);
		assertThat(part.field("Content-Encoding")).isEqualTo("gzip");
		assertThat(part.field("ETag")).isEqualTo(coded.field("ETag"));
		Answer foreign = this.wire.get(NUMBERS, "Accept-Encoding: gzip", "Range: bytes=0-99",
				"If-Range: " + plain.field("ETag"));
		assertThat(foreign.status()).isEqualTo(200);
		Answer past = this.wire.get(NUMBERS, "Accept-Encoding: gzip", "Range: bytes=9999-");
		assertThat(past.status()).isEqualTo(416);
		assertThat(past.field("Content-Range")).isEqualTo("bytes */" + coded.content().length);
	}

	@Test
	void severalRangesOfTheCodedVariantAreIgnored() {
		Answer answer = this.wire.get(NUMBERS, "Accept-Encoding: gzip", "Range: bytes=0-1,50-51");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Encoding")).isEqualTo("gzip");
		assertThat(answer.field("Content-Type")).isEqualTo("text/plain;charset=utf-8");
	}

	@Test
	@Verifies({ "rfc9110-14.2c", "rfc9110-14.2a" })
	void headIgnoresRange() {
		for (String range : List.of("bytes=0-3", "bytes=99999999-")) {
			Answer answer = this.wire.send("HEAD", NUMBERS, "Range: " + range);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.field("Content-Range")).isNull();
			assertThat(answer.field("Content-Length")).isEqualTo("10000");
		}
	}

	@Test
	void aMediumIsNotWritten() {
		Answer answer = this.wire.exchange("PUT", NUMBERS, "line", "Range: bytes=0-3");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.field("Allow")).isEqualTo("GET, HEAD, OPTIONS");
	}

	@Test
	void aToneIsListedAndSent() {
		Answer list = this.wire.get("/demo/media");
		assertThat(list.json().get(1).get("address").asString()).isEqualTo(TONE);
		assertThat(list.json().get(1).get("length").asInt()).isEqualTo(8044);
		Answer head = this.wire.get(TONE, "Range: bytes=0-3", "Accept-Encoding: gzip");
		assertThat(head.text()).isEqualTo("RIFF");
		assertThat(head.field("Content-Type")).isEqualTo("audio/wav");
		assertThat(head.field("Content-Encoding")).isNull();
		assertThat(head.field("Vary")).isNull();
	}

}
