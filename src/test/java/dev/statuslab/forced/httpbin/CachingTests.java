package dev.statuslab.forced.httpbin;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Preconditions and ranges, with real validators. */
@LiveServer
class CachingTests {

	private final Wire wire;

	CachingTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void aConditionThatHoldsIs304AndAnotherIs200() {
		Answer fresh = this.wire.get("/cache");
		assertThat(fresh.status()).isEqualTo(200);
		Answer same = this.wire.get("/cache", "If-None-Match: " + fresh.field("ETag"));
		assertThat(same.status()).isEqualTo(304);
		for (String name : new String[] { "ETag", "Cache-Control" }) {
			assertThat(same.field(name)).isNotNull().isEqualTo(fresh.field(name));
		}
		assertThat(same.field("Date")).isNotNull();
		assertThat(this.wire.get("/cache", "If-Modified-Since: " + fresh.field("Last-Modified")).status())
			.isEqualTo(304);
		assertThat(this.wire.get("/cache", "If-None-Match: \"other\"").status()).isEqualTo(200);
		assertThat(this.wire.get("/cache", "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT").status()).isEqualTo(200);
	}

	@Test
	void aLifetimeIsASecondToAYear() {
		assertThat(this.wire.get("/cache/60").field("Cache-Control")).isEqualTo("public, max-age=60");
		assertThat(this.wire.get("/cache/31536000").status()).isEqualTo(200);
		assertThat(this.wire.get("/cache/31536001").status()).isEqualTo(400);
		assertThat(this.wire.get("/cache/x").status()).isEqualTo(400);
	}

	@Test
	void whatIsKeptShowsNothingOfTheVisitor() {
		assertThat(this.wire.get("/cache/60", "Authorization: Basic c2VjcmV0", "X-A: c2VjcmV0").text())
			.doesNotContain("c2VjcmV0");
	}

	@Test
	void theTagOfThePathDecides() {
		assertThat(this.wire.get("/etag/abc").field("ETag")).isEqualTo("\"abc\"");
		assertThat(this.wire.get("/etag/%22abc%22").field("ETag")).isEqualTo("\"abc\"");
		assertThat(this.wire.get("/etag/abc", "If-None-Match: \"x\", W/\"abc\"").status()).isEqualTo(304);
		assertThat(this.wire.get("/etag/abc", "If-None-Match: abc").status()).isEqualTo(200);
		assertThat(this.wire.get("/etag/abc", "If-Match: \"abc\"").status()).isEqualTo(200);
		Answer failed = this.wire.get("/etag/abc", "If-Match: \"x\"");
		assertThat(failed.status()).isEqualTo(412);
		assertThat(failed.field("ETag")).isEqualTo("\"abc\"");
		assertThat(this.wire.get("/etag/W/abc").field("ETag")).isEqualTo("W/\"abc\"");
		assertThat(this.wire.get("/etag/W/abc", "If-Match: W/\"abc\"").status()).isEqualTo(412);
		assertThat(this.wire.get("/etag/a%20b").status()).isEqualTo(400);
	}

	@Test
	void aPartIsExactlyWhatItSays() {
		Answer part = this.wire.get("/range/1024", "Range: bytes=0-9");
		assertThat(part.status()).isEqualTo(206);
		assertThat(part.text()).isEqualTo("abcdefghij");
		assertThat(part.field("Content-Range")).isEqualTo("bytes 0-9/1024");
		Answer whole = this.wire.get("/range/1024");
		assertThat(whole.content()).hasSize(1024);
		for (String name : new String[] { "ETag", "Last-Modified", "Cache-Control", "Content-Type" }) {
			assertThat(part.field(name)).isNotNull().isEqualTo(whole.field(name));
		}
		assertThat(whole.field("Accept-Ranges")).isEqualTo("bytes");
		assertThat(this.wire.get("/range/26", "Range: bytes=20-99").text()).isEqualTo("uvwxyz");
		assertThat(this.wire.get("/range/26", "Range: lines=1-2").status()).isEqualTo(200);
		assertThat(this.wire.send("HEAD", "/range/26", "Range: bytes=0-1").field("Content-Length")).isEqualTo("26");
		assertThat(this.wire.get("/range/0").status()).isEqualTo(400);
		assertThat(this.wire.get("/range/102401").status()).isEqualTo(400);
	}

	@Test
	void severalPartsAreMultipart() {
		Answer parts = this.wire.get("/range/26", "Range: bytes=0-1,5-6");
		assertThat(parts.status()).isEqualTo(206);
		assertThat(parts.field("Content-Type")).startsWith("multipart/byteranges; boundary=");
		assertThat(parts.field("Content-Range")).isNull();
		assertThat(parts.text()).contains("Content-Range: bytes 0-1/26", "Content-Range: bytes 5-6/26");
	}

	@Test
	void aRangeBehindTheEndIs416AndPreconditionsComeFirst() {
		Answer unsatisfied = this.wire.get("/range/26", "Range: bytes=26-");
		assertThat(unsatisfied.status()).isEqualTo(416);
		assertThat(unsatisfied.field("Content-Range")).isEqualTo("bytes */26");
		assertThat(this.wire.get("/range/26", "Range: bytes=26-", "If-None-Match: \"range26\"").status())
			.isEqualTo(304);
		assertThat(this.wire.get("/range/26", "Range: bytes=0-1", "If-Match: \"x\"").status()).isEqualTo(412);
	}

	@Test
	void ifRangeDecidesWhetherThereAreParts() {
		Answer part = this.wire.get("/range/26", "Range: bytes=0-1", "If-Range: \"range26\"");
		assertThat(part.status()).isEqualTo(206);
		assertThat(part.field("Last-Modified")).isNull();
		assertThat(part.field("ETag")).isEqualTo("\"range26\"");
		assertThat(this.wire.get("/range/26", "Range: bytes=0-1", "If-Range: \"stale\"").status()).isEqualTo(200);
		assertThat(this.wire.get("/range/26", "Range: bytes=0-1", "If-Range: W/\"range26\"").status()).isEqualTo(200);
	}

}
