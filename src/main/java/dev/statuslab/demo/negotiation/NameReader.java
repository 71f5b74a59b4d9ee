package dev.statuslab.demo.negotiation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a name from the content of a request. Whatever can be told from the fields is
 * refused before any content is read, so that a client that expects a 100 keeps it.
 */
final class NameReader {

	/** The most octets that content may inflate to. */
	static final int MOST_OCTETS = 64 * 1024;

	private static final int LONGEST_NAME = 64;

	/** RFC 9110 §8.4.1.3: x-gzip is gzip. */
	private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private NameReader() {
	}

	/**
	 * Reads the name.
	 * @param request a request with JSON for content
	 * @return the name
	 * @throws IOException if the content can't be read
	 * @throws dev.statuslab.http.ProblemException 415 for a type or coding that is not
	 * taken, 413 for too much content, 400 for broken content, 422 without a name
	 */
	static String read(HttpServletRequest request) throws IOException {
		List<String> codings = Collections.list(request.getHeaders("Content-Encoding"))
			.stream()
			.flatMap((line) -> Stream.of(line.toLowerCase(Locale.ROOT).split(",")))
			.map(String::strip)
			.filter((coding) -> !coding.isEmpty() && !"identity".equals(coding))
			.toList();
		if (codings.size() > 1 || !GZIP.containsAll(codings)) {
			throw GreetingProblems.unsupportedCoding(String.join(", ", codings));
		}
		if (!isJson(request.getContentType())) {
			throw GreetingProblems.unsupportedType(String.valueOf(request.getContentType()));
		}
		byte[] content = request.getInputStream().readAllBytes();
		return name(codings.isEmpty() ? content : inflate(content));
	}

	private static boolean isJson(@Nullable String contentType) {
		return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
	}

	private static byte[] inflate(byte[] content) {
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
			byte[] plain = in.readNBytes(MOST_OCTETS + 1);
			if (plain.length > MOST_OCTETS) {
				throw GreetingProblems.inflatesTooMuch(MOST_OCTETS);
			}
			return plain;
		}
		catch (IOException ex) {
			throw GreetingProblems.notGzip();
		}
	}

	private static String name(byte[] content) {
		JsonNode name = parse(content).path("name");
		if (!name.isString()) {
			throw GreetingProblems.noName(LONGEST_NAME);
		}
		String text = name.stringValue();
		int length = text.codePointCount(0, text.length());
		boolean writable = StandardCharsets.UTF_8.newEncoder().canEncode(text);
		if (text.isBlank() || length > LONGEST_NAME || !writable || text.chars().anyMatch(Character::isISOControl)) {
			throw GreetingProblems.noName(LONGEST_NAME);
		}
		return text;
	}

	private static JsonNode parse(byte[] content) {
		try {
			JsonNode document = JSON.readTree(content);
			if (document.isMissingNode()) {
				throw GreetingProblems.notJson();
			}
			return document;
		}
		catch (JacksonException ex) {
			throw GreetingProblems.notJson();
		}
	}

}
