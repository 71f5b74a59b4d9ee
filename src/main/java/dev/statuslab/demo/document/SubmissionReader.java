package dev.statuslab.demo.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a document from content of type {@code application/json}: first its syntax (400),
 * then what it says (422, RFC 9110 §15.5.21).
 */
final class SubmissionReader {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final int MAX_TITLE = 200;

	private static final int MAX_CONTENT = 4_000;

	private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

	private static final Set<String> MEMBERS = Set.of("title", "content", "slug");

	private final JsonNode document;

	private final List<InvalidField> errors = new ArrayList<>();

	private SubmissionReader(JsonNode document) {
		this.document = document;
	}

	/**
	 * Reads a document.
	 * @param octets the request's content
	 * @return the document
	 * @throws dev.statuslab.http.ProblemException 400 if it is not JSON, 422 with every
	 * wrong field if it is no document
	 */
	static Submission read(byte[] octets) {
		JsonNode document = parse(octets);
		if (document.isMissingNode()) {
			throw DocumentProblems.brokenJson(null);
		}
		return new SubmissionReader(document).submission(octets);
	}

	private static JsonNode parse(byte[] octets) {
		try {
			return JSON.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
		}
		catch (CharacterCodingException ex) {
			throw DocumentProblems.notUtf8();
		}
		catch (JacksonException ex) {
			throw DocumentProblems.brokenJson(ex.getLocation());
		}
	}

	private Submission submission(byte[] octets) {
		if (!this.document.isObject()) {
			throw DocumentProblems.invalid(List.of(new InvalidField("", "The content is not a JSON object.",
					"{\"title\": string, \"content\": string, \"slug\"?: string}")));
		}
		String title = text("title", "a string of 1 to 200 characters", length(1, MAX_TITLE));
		text("content", "a string of at most 4000 characters", length(0, MAX_CONTENT));
		boolean named = this.document.hasNonNull("slug");
		String slug = named ? text("slug", "a string that matches " + SLUG, SLUG.asMatchPredicate()) : null;
		this.document.propertyNames()
			.stream()
			.filter((name) -> !MEMBERS.contains(name))
			.map((name) -> new InvalidField(name, "A document has no such member.", "title, content, slug"))
			.forEach(this.errors::add);
		if (!this.errors.isEmpty()) {
			throw DocumentProblems.invalid(this.errors);
		}
		return new Submission(octets, title, slug);
	}

	private String text(String name, String allowed, Predicate<String> valid) {
		JsonNode value = this.document.get(name);
		String detail = null;
		if (value == null) {
			detail = "It is missing.";
		}
		else if (!value.isString()) {
			detail = "It has the wrong type: " + value.getNodeType().toString().toLowerCase(Locale.ROOT) + ".";
		}
		else if (!StandardCharsets.UTF_8.newEncoder().canEncode(value.stringValue())) {
			detail = "It holds half of a surrogate pair, which is no character.";
		}
		else if (!valid.test(value.stringValue())) {
			detail = "Its value is not allowed. It has %d character(s).".formatted(length(value.stringValue()));
		}
		if (detail == null) {
			return value.stringValue();
		}
		this.errors.add(new InvalidField(name, detail, allowed));
		return "";
	}

	private static Predicate<String> length(int min, int max) {
		return (text) -> length(text) >= min && length(text) <= max;
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	/**
	 * A field that breaks a rule.
	 *
	 * @param field its name; empty for the content as a whole
	 * @param detail what is wrong with it
	 * @param allowed what would be right
	 */
	record InvalidField(String field, String detail, String allowed) {
	}

}
