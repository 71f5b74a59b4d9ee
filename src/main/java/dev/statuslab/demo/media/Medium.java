package dev.statuslab.demo.media;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.statuslab.http.Gzip;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A medium that never changes, so that everybody can tell which octets are to come.
 *
 * @param name the last segment of its address
 * @param mediaType the value of Content-Type
 * @param language the value of Content-Language, where there are words in it
 * @param plain the variant without a content coding
 * @param coded the variant under the gzip coding, where that makes it smaller
 */
record Medium(String name, String mediaType, @Nullable String language, Variant plain, @Nullable Variant coded) {

	static final Instant LAST_MODIFIED = Instant.parse("2026-11-01T12:00:00Z");

	private static final int LINES = 1000;

	private static final Map<String, Medium> ALL = Stream.of(numbers(), tone())
		.collect(Collectors.toUnmodifiableMap(Medium::name, Function.identity()));

	static List<Medium> all() {
		return ALL.values().stream().sorted((one, other) -> one.name.compareTo(other.name)).toList();
	}

	/**
	 * Finds a medium.
	 * @param name the last segment of the address
	 * @return the medium
	 * @throws ProblemException 404 if there is none of this name
	 */
	static Medium find(String name) {
		Medium medium = ALL.get(name);
		if (medium == null) {
			throw new ProblemException(404, "There is no medium of this name.").with("allowed",
					all().stream().map(Medium::name).toList());
		}
		return medium;
	}

	/** Whether Accept-Encoding selects the variant. */
	boolean negotiated() {
		return this.coded != null;
	}

	/**
	 * The variant that a client prefers (RFC 9110 §12.5.3).
	 * @param acceptEncoding the lines of Accept-Encoding
	 * @return the variant
	 */
	Variant select(List<String> acceptEncoding) {
		return (this.coded != null && Negotiation.accepts(acceptEncoding, Gzip.CODING)) ? this.coded : this.plain;
	}

	/** A thousand lines of ten octets each: the octet at 4560 begins line 456. */
	private static Medium numbers() {
		String lines = IntStream.range(0, LINES).mapToObj("line %04d\n"::formatted).collect(Collectors.joining());
		Variant plain = Variant.plain(lines.getBytes(StandardCharsets.UTF_8));
		return new Medium("numbers.txt", "text/plain;charset=utf-8", "en", plain, plain.gzip());
	}

	private static Medium tone() {
		return new Medium("tone.wav", "audio/wav", null, Variant.plain(Tone.wave()), null);
	}

}
