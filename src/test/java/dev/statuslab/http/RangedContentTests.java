package dev.statuslab.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The content that answers a Range field (RFC 9110 §15.3.7, §15.5.17). */
class RangedContentTests {

	private static final byte[] OCTETS = octets("0123456789abcdefghij");

	private static final String PLAIN = "text/plain;charset=utf-8";

	@Test
	void withoutRangesItIsTheRepresentation() {
		RangedContent content = RangedContent.of("GET", List.of(), OCTETS, PLAIN);
		assertThat(content.status()).isEqualTo(200);
		assertThat(content.octets()).isEqualTo(OCTETS);
		assertThat(content.mediaType()).isEqualTo(PLAIN);
		assertThat(content.contentRange()).isNull();
	}

	@Test
	void aSinglePartKeepsItsMediaType() {
		RangedContent content = get("bytes=8-11");
		assertThat(content.status()).isEqualTo(206);
		assertThat(content.octets()).isEqualTo(octets("89ab"));
		assertThat(content.mediaType()).isEqualTo(PLAIN);
		assertThat(content.contentRange()).isEqualTo("bytes 8-11/20");
	}

	@Test
	void whatIsLeftOfSeveralMayBeASinglePart() {
		assertThat(get("bytes=0-1,20-").contentRange()).isEqualTo("bytes 0-1/20");
		assertThat(get("bytes=0-1,1-5").contentRange()).isEqualTo("bytes 0-5/20");
		assertThat(get("bytes=0-").contentRange()).isEqualTo("bytes 0-19/20");
	}

	@Test
	void severalPartsEachCarryTheirFields() {
		RangedContent content = get("bytes=-1,0-1");
		assertThat(content.status()).isEqualTo(206);
		assertThat(content.contentRange()).isNull();
		assertThat(content.mediaType()).matches("multipart/byteranges; boundary=[0-9a-f]{24}");
		String boundary = content.mediaType().split("=")[1];
		assertThat(content.octets()).asString(StandardCharsets.UTF_8).isEqualTo("""
				--BOUNDARY
				Content-Type: text/plain;charset=utf-8
				Content-Range: bytes 19-19/20

				j
				--BOUNDARY
				Content-Type: text/plain;charset=utf-8
				Content-Range: bytes 0-1/20

				01
				--BOUNDARY--
				""".replace("\n", "\r\n").replace("BOUNDARY", boundary));
	}

	@Test
	void anyOctetsPassThroughAsTheyAre() {
		byte[] binary = { 0, '\n', (byte) 0x80, (byte) 0xFF, '\r', '-', '-' };
		RangedContent content = RangedContent.of("GET", List.of("bytes=0-2,4-6"), binary, "image/png");
		assertThat(new String(content.octets(), StandardCharsets.ISO_8859_1)).contains("\r\n\r\n\0\n\u0080\r\n--")
			.contains("\r\n\r\n\r--\r\n--");
	}

	@Test
	@Verifies("rfc9110-8.3.3")
	void theBoundaryDoesNotOccurInTheData() {
		assertThat(MultipartByteRanges.boundary(octets("the first and the second"),
				Stream.of("first", "second", "third", "fourth")))
			.isEqualTo("third");
	}

	@Test
	void nothingSatisfiableIsAProblemThatTellsTheLength() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> get("bytes=20-")).satisfies((problem) -> {
			assertThat(problem.problem().status()).isEqualTo(416);
			assertThat(problem.fields()).containsEntry("Content-Range", "bytes */20");
		});
	}

	private static RangedContent get(String range) {
		return RangedContent.of("GET", List.of(range), OCTETS, PLAIN);
	}

	private static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
