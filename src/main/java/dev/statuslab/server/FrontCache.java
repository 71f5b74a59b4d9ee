package dev.statuslab.server;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Representation;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
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

	/** What a controller says about its content: the answer may be a 304, or gzip. */
	private static final List<HttpHeader> OF_THE_CONTROLLER = List.of(HttpHeader.CONTENT_TYPE,
			HttpHeader.CONTENT_LENGTH, HttpHeader.CONTENT_LANGUAGE, HttpHeader.TRANSFER_ENCODING,
			HttpHeader.LAST_MODIFIED, HttpHeader.ACCEPT_RANGES);

	private final BasePath basePath;

	private final Cache<Key, FrontVariants> cache;

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
		Key key = negotiate(request, path, offered);
		FrontVariants variants = this.cache.getIfPresent(key);
		if (variants != null) {
			variants.answer(request, response, callback);
			return true;
		}
		return super.handle(new Negotiated(request, key), new Capture(request, response, key), callback);
	}

	private Key negotiate(Request request, String path, List<String> offered) {
		HttpFields fields = request.getHeaders();
		String query = request.getHttpURI().getQuery();
		Fields parameters = (query != null && NAMES_VARIANT.matcher(query).find())
				? Request.extractQueryParameters(request) : Fields.EMPTY;
		String type = once(parameters, "format").map((format) -> FrontRoutes.type(format, offered))
			.or(() -> Negotiation.mediaType(fields.getValuesList(HttpHeader.ACCEPT), offered))
			.orElseThrow(() -> new ProblemException(406, "None of the types that Accept names can be served.")
				.with("allowed", offered)
				.field("Vary", FrontVariants.VARY));
		String language = FrontRoutes.language(path)
			.or(() -> once(parameters, "lang").map(FrontCache::language))
			.orElseGet(() -> Negotiation.language(fields.getValuesList(HttpHeader.ACCEPT_LANGUAGE), LANGUAGES));
		return new Key(this.basePath.of(request), request.getHttpURI().getPathQuery(), type, language);
	}

	private static Optional<String> once(Fields parameters, String name) {
		List<String> values = parameters.getValuesOrEmpty(name);
		if (values.size() > 1) {
			throw new ProblemException(400, "The parameter " + name + " may stand there only once.").with("parameter",
					name);
		}
		return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
	}

	private static String language(String asked) {
		if (!LANGUAGES.contains(asked)) {
			throw new ProblemException(400, "The catalogue does not speak this language: " + asked)
				.with("parameter", "lang")
				.with("allowed", LANGUAGES);
		}
		return asked;
	}

	private static int weigh(Key key, FrontVariants variants) {
		return key.target().length() + variants.size();
	}

	/** What an answer varies by, after negotiation. */
	private record Key(String base, String target, String type, String language) {
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
			FrontVariants variants = FrontVariants
				.of(Representation.of(this.octets.array(), mediaType, this.key.language()));
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
