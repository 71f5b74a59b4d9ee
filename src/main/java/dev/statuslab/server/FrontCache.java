package dev.statuslab.server;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Serves the catalogue from memory, below the servlets. It negotiates type and language,
 * lets a controller render a representation once, and from then on answers by itself:
 * entity tag, Vary, gzip, 304, 412 and HEAD.
 */
class FrontCache extends Handler.Wrapper {

	private static final List<String> LANGUAGES = List.of("en", "ko");

	/** Whether it is worth decoding a query: a name may be percent-encoded too. */
	private static final Pattern NAMES_VARIANT = Pattern.compile("format|lang|%");

	private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY,
			"Accept, Accept-Language, Accept-Encoding");

	private static final HttpField CACHE_CONTROL = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL,
			"public, max-age=600");

	/** What a controller says about its content: the answer may be a 304, or gzip. */
	private static final List<HttpHeader> OF_THE_CONTROLLER = List.of(HttpHeader.CONTENT_TYPE,
			HttpHeader.CONTENT_LENGTH, HttpHeader.CONTENT_LANGUAGE, HttpHeader.TRANSFER_ENCODING);

	/** Octets that an entry costs beside its content, measured: mostly encoded fields. */
	private static final int OVERHEAD = 2048;

	private final BasePath basePath;

	private final Cache<Key, Variants> cache;

	private final ProblemErrorHandler problems;

	FrontCache(BasePath basePath, long size, ProblemErrorHandler problems) {
		this.basePath = basePath;
		this.problems = problems;
		this.cache = Caffeine.newBuilder().maximumWeight(size).weigher(FrontCache::weigh).recordStats().build();
	}

	Cache<?, ?> cache() {
		return this.cache;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		String method = request.getMethod();
		String path = this.basePath.pathIn(request);
		List<String> offered = (path != null) ? FrontRoutes.offered(path) : List.of();
		if (offered.isEmpty() || !("GET".equals(method) || "HEAD".equals(method))) {
			return super.handle(request, response, callback);
		}
		Key key = negotiate(request, offered);
		Variants variants = this.cache.getIfPresent(key);
		if (variants != null) {
			variants.answer(request, response, callback);
			return true;
		}
		return super.handle(new Negotiated(request, key), new Capture(request, response, key), callback);
	}

	private Key negotiate(Request request, List<String> offered) {
		HttpFields fields = request.getHeaders();
		String query = request.getHttpURI().getQuery();
		Fields parameters = (query != null && NAMES_VARIANT.matcher(query).find())
				? Request.extractQueryParameters(request) : Fields.EMPTY;
		String type = once(parameters, "format").map((format) -> FrontRoutes.type(format, offered))
			.or(() -> Negotiation.mediaType(fields.getValuesList(HttpHeader.ACCEPT), offered))
			.orElseThrow(() -> new ProblemException(406, "None of the types that Accept names can be served.")
				.with("allowed", offered));
		String language = once(parameters, "lang").map(FrontCache::language)
			.orElseGet(() -> Negotiation.language(fields.getValuesList(HttpHeader.ACCEPT_LANGUAGE), LANGUAGES));
		return new Key(this.basePath.of(request), request.getHttpURI().getPathQuery(), type, language);
	}

	private static Optional<String> once(Fields parameters, String name) {
		List<String> values = parameters.getValuesOrEmpty(name);
		if (values.size() > 1) {
			throw new ProblemException(400, "The parameter " + name + " may stand there only once.").with("parameter",
					name);
		}
		return values.stream().findFirst();
	}

	private static String language(String asked) {
		if (!LANGUAGES.contains(asked)) {
			throw new ProblemException(400, "The catalogue does not speak this language: " + asked)
				.with("parameter", "lang")
				.with("allowed", LANGUAGES);
		}
		return asked;
	}

	private static int weigh(Key key, Variants variants) {
		return OVERHEAD + key.target().length() + variants.plain().representation().octets().length
				+ variants.gzip().representation().octets().length;
	}

	/** What an answer varies by, after negotiation. */
	private record Key(String base, String target, String type, String language) {
	}

	/** The content codings of a representation. */
	private record Variants(Coded plain, Coded gzip) {

		private static Variants of(Representation representation) {
			return new Variants(Coded.of(representation), Coded.of(representation.gzip()));
		}

		private void answer(Request request, Response response, Callback callback) {
			List<String> encodings = request.getHeaders().getValuesList(HttpHeader.ACCEPT_ENCODING);
			Coded chosen = (!encodings.isEmpty() && Negotiation.accepts(encodings, "gzip")) ? this.gzip : this.plain;
			chosen.answer(request, response, callback);
		}

	}

	/** A representation, and the fields that travel with it. */
	private record Coded(Representation representation, List<HttpField> validators, List<HttpField> metadata) {

		private static Coded of(Representation representation) {
			EntityTag tag = representation.entityTag();
			List<HttpField> validators = List.of(new PreEncodedHttpField(HttpHeader.ETAG, tag.toString()), VARY,
					CACHE_CONTROL);
			HttpField type = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, representation.mediaType());
			HttpField language = new PreEncodedHttpField(HttpHeader.CONTENT_LANGUAGE, representation.language());
			HttpField length = new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, representation.octets().length);
			String coding = representation.coding();
			return new Coded(representation, validators,
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
					this.validators.forEach(response.getHeaders()::put);
					response.write(true, BufferUtil.EMPTY_BUFFER, callback);
				}
				case PROCEED -> {
					response.setStatus(HttpStatus.OK_200);
					this.validators.forEach(response.getHeaders()::put);
					this.metadata.forEach(response.getHeaders()::put);
					response.write(true, ByteBuffer.wrap(this.representation.octets()), callback);
				}
			}
		}

	}

	/** The request as a controller sees it: a GET for exactly one variant. */
	private static final class Negotiated extends Request.Wrapper {

		private final HttpFields fields;

		private Negotiated(Request request, Key key) {
			super(request);
			this.fields = HttpFields.build(request.getHeaders())
				.put(HttpHeader.ACCEPT, key.type())
				.put(HttpHeader.ACCEPT_LANGUAGE, key.language())
				.remove(HttpHeader.ACCEPT_ENCODING)
				.remove(HttpHeader.IF_MATCH)
				.remove(HttpHeader.IF_NONE_MATCH)
				.remove(HttpHeader.IF_MODIFIED_SINCE)
				.remove(HttpHeader.IF_UNMODIFIED_SINCE)
				.remove(HttpHeader.RANGE)
				.asImmutable();
		}

		@Override
		public String getMethod() {
			return "GET";
		}

		@Override
		public HttpFields getHeaders() {
			return this.fields;
		}

	}

	/** Keeps what a controller renders, and answers from that. */
	private final class Capture extends Response.Wrapper {

		private final Request request;

		private final Key key;

		private ByteBuffer octets = BufferUtil.EMPTY_BUFFER;

		private Capture(Request request, Response response, Key key) {
			super(request, response);
			this.request = request;
			this.key = key;
		}

		@Override
		public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
			// Jetty keeps 0 for a status that nobody has set: 200
			if (getStatus() != 0 && getStatus() != HttpStatus.OK_200) {
				super.write(last, content, callback);
				return;
			}
			if (BufferUtil.hasContent(content)) {
				this.octets = join(this.octets, content);
			}
			if (!last) {
				callback.succeeded();
				return;
			}
			HttpFields.Mutable fields = getWrapped().getHeaders();
			String mediaType = Optional.ofNullable(fields.get(HttpHeader.CONTENT_TYPE)).orElse(this.key.type());
			OF_THE_CONTROLLER.forEach(fields::remove);
			Variants variants = Variants.of(Representation.of(this.octets.array(), mediaType, this.key.language()));
			FrontCache.this.cache.put(this.key, variants);
			try {
				variants.answer(this.request, getWrapped(), callback);
			}
			catch (ProblemException ex) {
				FrontCache.this.problems.answer(this.request, getWrapped(), callback, ex);
			}
		}

		private static ByteBuffer join(ByteBuffer first, ByteBuffer second) {
			byte[] joined = new byte[first.remaining() + second.remaining()];
			int length = first.remaining();
			first.get(joined, 0, length);
			second.get(joined, length, second.remaining());
			return ByteBuffer.wrap(joined);
		}

	}

}
