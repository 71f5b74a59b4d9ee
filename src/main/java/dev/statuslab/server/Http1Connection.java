package dev.statuslab.server;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;

import dev.statuslab.http.ReasonPhrases;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 connection where Jetty's own falls short of the RFC. Jetty keeps the class
 * that it extends in an internal package: look here first when Jetty is upgraded.
 */
final class Http1Connection extends HttpConnection {

	private final ReasonPhrases phrases;

	/** Assigned while the superclass is constructed, so without an initialiser. */
	private RequestHandler handler;

	private Http1Connection(HttpConfiguration configuration, Connector connector, EndPoint endPoint,
			ReasonPhrases phrases) {
		super(configuration, connector, endPoint);
		this.phrases = phrases;
	}

	@Override
	protected RequestHandler newRequestHandler() {
		this.handler = super.newRequestHandler();
		return this.handler;
	}

	@Override
	protected HttpParser newHttpParser(HttpCompliance compliance) {
		HttpConfiguration configuration = getHttpConfiguration();
		HttpParser parser = new Http1Parser(this.handler, configuration.getRequestHeaderSize(), compliance);
		parser.setHeaderCacheSize(configuration.getHeaderCacheSize());
		parser.setHeaderCacheCaseSensitive(configuration.isHeaderCacheCaseSensitive());
		return parser;
	}

	@Override
	protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
		return new Stream(method, uri, version);
	}

	/** A request head that does not come to its end is 408 (RFC 9110 §15.5.9). */
	@Override
	public boolean onIdleExpired(TimeoutException timeout) {
		HttpParser.State state = getParser().getState();
		boolean inHead = state != HttpParser.State.START && state.ordinal() < HttpParser.State.CONTENT.ordinal();
		if (inHead && getHttpChannel().getRequest() == null) {
			this.handler.badMessage(new HttpException.RuntimeException(HttpStatus.REQUEST_TIMEOUT_408));
			return false;
		}
		return super.onIdleExpired(timeout);
	}

	/** Makes these connections. */
	static final class Factory extends HttpConnectionFactory {

		private final ReasonPhrases phrases;

		Factory(HttpConfiguration configuration, ReasonPhrases phrases) {
			super(configuration);
			this.phrases = phrases;
		}

		@Override
		public Connection newConnection(Connector connector, EndPoint endPoint) {
			return configure(new Http1Connection(getHttpConfiguration(), connector, endPoint, this.phrases), connector,
					endPoint);
		}

	}

	private final class Stream extends HttpStreamOverHTTP1 {

		private final HttpVersion version;

		private final Http1Head head;

		private @Nullable ClientWatch watch;

		private boolean continueOwed;

		private Stream(String method, String uri, HttpVersion version) {
			super(method, uri, version);
			this.version = version;
			this.head = new Http1Head(uri, version);
		}

		@Override
		public void parsedHeader(HttpField field) {
			if (!this.head.holdsBack(field)) {
				super.parsedHeader(field);
			}
		}

		@Override
		public @Nullable Runnable headerComplete() {
			this.head.check(getEndPoint().isSecure());
			this.head.heldBack().forEach(super::parsedHeader);
			this.continueOwed = this.head.expectsContinue();
			Runnable handling = super.headerComplete();
			this.watch = (handling != null) ? new ClientWatch(Http1Connection.this, handling) : null;
			return this.watch;
		}

		@Override
		public void succeeded() {
			if (this.watch != null) {
				this.watch.handOver();
			}
			super.succeeded();
		}

		@Override
		public void failed(Throwable cause) {
			endWatch();
			super.failed(cause);
		}

		private void endWatch() {
			if (this.watch != null) {
				this.watch.end();
			}
		}

		@Override
		public void send(MetaData.@Nullable Request request, MetaData.@Nullable Response response, boolean last,
				@Nullable ByteBuffer content, Callback callback) {
			if (last) {
				endWatch();
			}
			if (response == null) {
				super.send(request, null, last, content, callback);
				return;
			}
			// RFC 9110 §15.2: no interim response to an HTTP/1.0 client
			if (HttpStatus.isInformational(response.getStatus()) && this.version == HttpVersion.HTTP_1_0) {
				callback.succeeded();
				return;
			}
			// RFC 9110 §7.8: a 100 goes before a 101
			if (response.getStatus() == HttpStatus.SWITCHING_PROTOCOLS_101 && this.continueOwed) {
				this.continueOwed = false;
				send(request,
						new MetaData.Response(HttpStatus.CONTINUE_100, null, HttpVersion.HTTP_1_1, HttpFields.EMPTY),
						false, null,
						Callback.from(() -> send(request, response, last, content, callback), callback::failed));
				return;
			}
			this.continueOwed &= response.getStatus() != HttpStatus.CONTINUE_100;
			if (Http1Interim.losesFields(response)) {
				String phrase = Http1Connection.this.phrases.phrase(response.getStatus());
				getEndPoint().write(callback,
						Http1Interim.head(response.getStatus(), phrase, response.getHttpFields()));
				return;
			}
			super.send(request, complete(response, last), last, mayHaveContent(response) ? content : null, callback);
		}

		/** RFC 9110 §15.3.6 and §15.4.5: no content in 205 and 304, whoever writes it. */
		private boolean mayHaveContent(MetaData.Response response) {
			int status = response.getStatus();
			return status != HttpStatus.RESET_CONTENT_205 && status != HttpStatus.NOT_MODIFIED_304;
		}

		private MetaData.Response complete(MetaData.Response response, boolean last) {
			HttpFields fields = response.getHttpFields();
			long length = response.getContentLength();
			if (response.getStatus() == HttpStatus.NOT_MODIFIED_304) {
				// RFC 9110 §8.6: the length would be that of the 200, which is not known
				// here
				fields = HttpFields.build(fields).remove(HttpHeader.CONTENT_LENGTH);
				length = -1;
			}
			else if (response.getStatus() == HttpStatus.RESET_CONTENT_205) {
				fields = HttpFields.build(fields).put(HttpHeader.CONTENT_LENGTH, 0);
				length = 0;
			}
			HttpField now = getServer().getDateField();
			if (response.getStatus() >= HttpStatus.OK_200 && !MessageDates.isSettled(fields, now)) {
				HttpFields.Mutable dated = HttpFields.build(fields);
				MessageDates.settle(dated, now);
				fields = dated;
			}
			if (response.getStatus() >= HttpStatus.OK_200 && closesHttp10(fields, last || length >= 0)) {
				HttpFields.Mutable closing = HttpFields.build(fields);
				closing.ensureField(HttpFields.CONNECTION_CLOSE);
				fields = closing;
			}
			String phrase = Http1Connection.this.phrases.phrase(response.getStatus());
			return new MetaData.Response(response.getStatus(), phrase, response.getHttpVersion(), fields, length,
					response.getTrailersSupplier());
		}

		/** RFC 9112 §9.6: who closes says so; Jetty does only to HTTP/1.1 clients. */
		private boolean closesHttp10(HttpFields fields, boolean lengthKnown) {
			return this.version == HttpVersion.HTTP_1_0 && !(getGenerator().isPersistent(this.version)
					&& (lengthKnown || fields.contains(HttpHeader.CONTENT_LENGTH)));
		}

	}

}
