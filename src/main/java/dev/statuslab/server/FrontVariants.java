package dev.statuslab.server;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Representation;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * A representation that the front cache keeps, plain and compressed, ready to be sent.
 *
 * @param plain without a content coding
 * @param gzip under the gzip coding, with an entity tag of its own
 */
record FrontVariants(Coded plain, Coded gzip) {

	/** What decides which representation is sent (RFC 9110 §12.5.5). */
	static final String VARY = "Accept, Accept-Language, Accept-Encoding";

	private static final HttpField VARY_FIELD = new PreEncodedHttpField(HttpHeader.VARY, VARY);

	private static final HttpField CACHE_CONTROL = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL,
			"public, max-age=600");

	/** Octets that an entry costs beside its content, measured: mostly encoded fields. */
	private static final int OVERHEAD = 2048;

	static FrontVariants of(Representation representation) {
		return new FrontVariants(Coded.of(representation), Coded.of(representation.gzip()));
	}

	/**
	 * What it costs to keep.
	 * @return octets
	 */
	int size() {
		return OVERHEAD + this.plain.representation().octets().length + this.gzip.representation().octets().length;
	}

	/**
	 * Answers a GET or HEAD, by its preconditions (RFC 9110 §13.2.2).
	 * @param request the request
	 * @param response the response
	 * @param callback told when the exchange is over
	 * @throws ProblemException 412 if a precondition is false
	 */
	void answer(Request request, Response response, Callback callback) {
		List<String> encodings = request.getHeaders().getValuesList(HttpHeader.ACCEPT_ENCODING);
		Coded chosen = (!encodings.isEmpty() && Negotiation.accepts(encodings, "gzip")) ? this.gzip : this.plain;
		chosen.answer(request, response, callback);
	}

	/**
	 * A representation, and the fields that travel with it.
	 *
	 * @param representation what is sent
	 * @param lasting the fields of a 304 too: a cache takes them over into what it has
	 * stored (RFC 9111 §3.2)
	 * @param metadata the fields of the content
	 */
	private record Coded(Representation representation, List<HttpField> lasting, List<HttpField> metadata) {

		private static Coded of(Representation representation) {
			EntityTag tag = representation.entityTag();
			List<HttpField> lasting = new ArrayList<>(
					List.of(new PreEncodedHttpField(HttpHeader.ETAG, tag.toString()), VARY_FIELD, CACHE_CONTROL));
			if (representation.mediaType().startsWith("text/html")) {
				lasting.add(StandardFields.PAGE_POLICY);
			}
			HttpField type = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, representation.mediaType());
			HttpField language = new PreEncodedHttpField(HttpHeader.CONTENT_LANGUAGE, representation.language());
			HttpField length = new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, representation.octets().length);
			String coding = representation.coding();
			return new Coded(representation, List.copyOf(lasting),
					(coding != null)
							? List.of(type, language, length,
									new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, coding))
							: List.of(type, language, length));
		}

		private void answer(Request request, Response response, Callback callback) {
			HttpFields asked = request.getHeaders();
			switch (Preconditions.of(asked::getValuesList)
				.evaluate(request.getMethod(), this.representation.validators())) {
				case FAILED -> throw Preconditions.failed(this.representation.validators());
				case NOT_MODIFIED -> {
					response.setStatus(HttpStatus.NOT_MODIFIED_304);
					this.lasting.forEach(response.getHeaders()::put);
					response.write(true, BufferUtil.EMPTY_BUFFER, callback);
				}
				case PROCEED -> {
					response.setStatus(HttpStatus.OK_200);
					this.lasting.forEach(response.getHeaders()::put);
					this.metadata.forEach(response.getHeaders()::put);
					response.write(true, ByteBuffer.wrap(this.representation.octets()), callback);
				}
			}
		}

	}

}
