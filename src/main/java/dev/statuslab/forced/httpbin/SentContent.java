package dev.statuslab.forced.httpbin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import dev.statuslab.forced.exchange.ForcedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of a request, as httpbin shows it.
 *
 * @param data the octets as text, or as a {@code data:} URI where they are no UTF-8;
 * empty for a form
 * @param files the files of a multipart form
 * @param form the other values of a form
 * @param json the data as JSON, if it is that
 */
record SentContent(String data, Repeats files, Repeats form, @Nullable JsonNode json) {

	/**
	 * Takes the content out of a request.
	 * @param request a request whose content was read
	 * @param mapper reads JSON
	 * @return the content
	 * @throws dev.statuslab.http.ProblemException 400 if it is not the form that its
	 * Content-Type says
	 */
	static SentContent of(ForcedRequest request, JsonMapper mapper) {
		return FormContent.of(request)
			.map((form) -> new SentContent("", Repeats.of(form.files()), Repeats.of(form.values()), null))
			.orElseGet(() -> new SentContent(shown(request.content(), "application/octet-stream"), Repeats.NONE,
					Repeats.NONE, json(request.content(), mapper)));
	}

	/**
	 * Octets in a form that JSON can hold.
	 * @param octets the octets
	 * @param mediaType what they are, where they are no text
	 * @return text, or a {@code data:} URI (RFC 2397)
	 */
	static String shown(byte[] octets, String mediaType) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
		}
		catch (CharacterCodingException ex) {
			return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(octets);
		}
	}

	private static @Nullable JsonNode json(byte[] octets, JsonMapper mapper) {
		if (octets.length == 0) {
			return null;
		}
		try {
			JsonNode node = mapper.readerFor(JsonNode.class)
				.with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
				.readValue(octets);
			if (node.isMissingNode()) {
				return null;
			}
			// what is nested as deep as can be read can't be written a level deeper
			mapper.writeValueAsBytes(List.of(node));
			return node;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
