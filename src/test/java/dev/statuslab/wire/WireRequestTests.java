package dev.statuslab.wire;

import java.time.Duration;
import java.util.stream.Collectors;

import dev.statuslab.wire.WireRequest.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A built request is well-formed, unless its caller wants otherwise. */
class WireRequestTests {

	@Test
	void hostAndContentLengthAreAdded() {
		assertThat(octets(WireRequest.builder("GET", "/a?b", "h:1")))
			.isEqualTo("GET /a?b HTTP/1.1\r\nHost: h:1\r\n\r\n");
		assertThat(octets(WireRequest.builder("PUT", "/", "h").field("A", "b").field("a", "c").content(Octets.of("ü"))))
			.isEqualTo("PUT / HTTP/1.1\r\nHost: h\r\nA: b\r\na: c\r\nContent-Length: 2\r\n\r\nü");
		assertThat(octets(WireRequest.builder("PUT", "/", "h").content(Octets.NONE)))
			.isEqualTo("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
	}

	@Test
	void butNotWhereTheyAreGivenOrForbidden() {
		assertThat(octets(WireRequest.builder("PUT", "/", "h")
			.field("HOST", "x")
			.field("content-length", "9")
			.content(Octets.of("hi")))).isEqualTo("PUT / HTTP/1.1\r\nHOST: x\r\ncontent-length: 9\r\n\r\nhi");
		assertThat(octets(WireRequest.builder("PUT", "/", "h")
			.without("Host")
			.without("Content-Length")
			.content(Octets.of("hi")))).isEqualTo("PUT / HTTP/1.1\r\n\r\nhi");
		assertThat(octets(WireRequest.builder("PUT", "/", "h")
			.field("Transfer-Encoding", "chunked")
			.content(Octets.of("0\r\n\r\n"))))
			.isEqualTo("PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
	}

	@Test
	void contentMayComeInChunksWithTrailers() {
		assertThat(octets(WireRequest.builder("PUT", "/", "h")
			.chunk(Octets.of("0123456789"))
			.chunk(Octets.of("ab"))
			.trailer("X-Sum", "1")))
			.isEqualTo("PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
					+ "a\r\n0123456789\r\n2\r\nab\r\n0\r\nX-Sum: 1\r\n\r\n");
		assertThatIllegalArgumentException().isThrownBy(() -> WireRequest.builder("PUT", "/", "h").chunk(Octets.NONE));
		WireRequestBuilder both = WireRequest.builder("PUT", "/", "h").chunk(Octets.of("a")).content(Octets.of("a"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(both::build);
	}

	@Test
	void expectedContentWaitsBehindItsHead() {
		WireRequest request = WireRequest.builder("PUT", "/", "h")
			.content(Octets.of("hi"))
			.expectContinue(Duration.ofSeconds(1))
			.build();
		assertThat(request.parts()).element(1).isEqualTo(new Part.AwaitContinue(Duration.ofSeconds(1)));
		assertThat(request.parts()).element(2).isEqualTo(new Part.Send(Octets.of("hi")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\rb", "a\nb", "a\0b" })
	void whatWouldEndALineIsForRawRequests(String text) {
		WireRequestBuilder builder = WireRequest.builder("GET", "/", "h");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.field("A", text));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.field(text, "a"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.trailer("A", text));
		assertThatIllegalArgumentException().isThrownBy(() -> WireRequest.builder("GET", text, "h"));
		assertThat(WireRequest.raw("GET", text).parts()).containsExactly(new Part.Send(Octets.of(text)));
	}

	private static String octets(WireRequestBuilder builder) {
		return builder.build()
			.parts()
			.stream()
			.map((part) -> ((Part.Send) part).octets().text())
			.collect(Collectors.joining());
	}

}
