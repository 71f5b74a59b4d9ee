package dev.statuslab.forced.httpbin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.statuslab.http.ProblemException;
import org.eclipse.jetty.http.ComplianceViolation;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartCompliance;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;

/** Takes a form of several parts apart (RFC 7578). */
final class MultipartForm {

	private static final int MOST_PARTS = 1000;

	private MultipartForm() {
	}

	/**
	 * Reads the parts.
	 * @param contentType the value of Content-Type, with the boundary
	 * @param octets the whole content, which is in memory already
	 * @return values and files by name
	 * @throws ProblemException 400 if it can't be read
	 */
	static FormContent of(String contentType, byte[] octets) {
		String boundary = MultiPart.extractBoundary(contentType);
		if (boundary == null || boundary.isEmpty()) {
			throw malformed("its Content-Type has no boundary");
		}
		MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary, MultiPartCompliance.RFC7578,
				ComplianceViolation.Listener.NOOP);
		parser.setMaxParts(MOST_PARTS);
		parser.setMaxLength(-1);
		parser.setMaxMemoryFileSize(-1);
		// all of it is there: parsing ends before it returns
		CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
		parser.parse(new ByteBufferContentSource(ByteBuffer.wrap(octets)), Promise.Invocable.toPromise(parsed));
		try (MultiPartFormData.Parts parts = parsed.join()) {
			return read(parts);
		}
		catch (CompletionException | IOException ex) {
			throw malformed("a part, or the end, is not as RFC 7578 has it");
		}
	}

	private static FormContent read(MultiPartFormData.Parts parts) throws IOException {
		Fields form = new Fields(true);
		Fields files = new Fields(true);
		for (MultiPart.Part part : parts) {
			if (part.getName() == null) {
				throw malformed("a part has no name");
			}
			String type = Optional.ofNullable(part.getHeaders().get(HttpHeader.CONTENT_TYPE))
				.orElse("application/octet-stream");
			String value = SentContent.shown(BufferUtil.toArray(Content.Source.asByteBuffer(part.getContentSource())),
					type);
			((part.getFileName() != null) ? files : form).add(part.getName(), value);
		}
		return new FormContent(form, files);
	}

	private static ProblemException malformed(String reason) {
		return new ProblemException(400, "The content is no multipart form: %s.".formatted(reason));
	}

}
