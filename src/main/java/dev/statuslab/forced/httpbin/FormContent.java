package dev.statuslab.forced.httpbin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * The fields of a form that a request carries in its content. Content of any other type
 * has none.
 *
 * @param fields names and values; of a multipart form those that are no files
 */
record FormContent(Fields fields) {

	/**
	 * Reads the content.
	 * @param request a request whose content has been read
	 * @return the form
	 * @throws ProblemException 400 if the content is not of the type that it claims
	 */
	static FormContent of(ForcedRequest request) {
		String type = request.field("Content-Type").orElse("");
		Fields fields = new Fields();
		try {
			switch (type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
				case "application/x-www-form-urlencoded" ->
					UrlEncoded.decodeUtf8To(new String(request.content(), StandardCharsets.UTF_8), fields);
				case "multipart/form-data" -> readParts(type, request.content(), fields);
				default -> {
				}
			}
		}
		catch (IllegalArgumentException | CompletionException ex) {
			throw new ProblemException(400, "The content is no form of the type that Content-Type says.");
		}
		return new FormContent(fields);
	}

	private static void readParts(String type, byte[] content, Fields fields) {
		String boundary = MultiPart.extractBoundary(type);
		if (boundary == null) {
			throw new IllegalArgumentException("no boundary");
		}
		MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
		// nothing touches the disk: the content is in memory, and bounded there
		parser.setMaxMemoryFileSize(-1);
		try (MultiPartFormData.Parts parts = parser.parse(Content.Source.from(ByteBuffer.wrap(content))).join()) {
			for (MultiPart.Part part : parts) {
				if (part.getFileName() == null) {
					fields.add(part.getName(), part.getContentAsString(StandardCharsets.UTF_8));
				}
			}
		}
	}

	/**
	 * A parameter that makes no sense twice.
	 * @param name its name
	 * @return its value, if it is there
	 * @throws ProblemException 400 if it stands more than once
	 */
	Optional<String> parameter(String name) {
		List<String> values = this.fields.getValuesOrEmpty(name);
		if (values.size() > 1) {
			throw new ProblemException(400, "The parameter %s may stand there only once.".formatted(name))
				.with("parameter", name);
		}
		return values.stream().findFirst();
	}

}
