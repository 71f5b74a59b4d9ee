package dev.statuslab.forced.httpbin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * A form that a request carries in its content.
 *
 * @param values names and values
 * @param files names and contents of files, which only a multipart form has
 */
record FormContent(Fields values, Fields files) {

	/** A form without anything in it. */
	static final FormContent EMPTY = new FormContent(Fields.EMPTY, Fields.EMPTY);

	/**
	 * Reads the content.
	 * @param request a request whose content has been read
	 * @return the form, if Content-Type says that it is one
	 * @throws ProblemException 400 if it is not the form that Content-Type says
	 */
	static Optional<FormContent> of(ForcedRequest request) {
		String type = request.field("Content-Type").orElse("");
		return switch (type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
			case "application/x-www-form-urlencoded" -> Optional.of(decoded(request.content()));
			case "multipart/form-data" -> Optional.of(MultipartForm.of(type, request.content()));
			default -> Optional.empty();
		};
	}

	private static FormContent decoded(byte[] octets) {
		Fields fields = new Fields(true);
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
			UrlEncoded.decodeUtf8To(text, fields);
		}
		catch (CharacterCodingException | IllegalArgumentException ex) {
			throw new ProblemException(400, "The content is no form: it is not percent-encoded UTF-8.");
		}
		return new FormContent(fields, Fields.EMPTY);
	}

	/**
	 * A parameter that makes no sense twice.
	 * @param name its name
	 * @return its value, if it is there
	 * @throws ProblemException 400 if it stands more than once
	 */
	Optional<String> parameter(String name) {
		return ForcedRequest.once(this.values, name);
	}

}
