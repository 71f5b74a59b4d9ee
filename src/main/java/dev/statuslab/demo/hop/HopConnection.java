package dev.statuslab.demo.hop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import dev.statuslab.http.ReasonPhrases;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a hop. It remembers the request target as it was sent: for a proxy its
 * form matters (RFC 9112 §3.2), and Jetty turns all forms into one. Jetty keeps the class
 * that it extends in an internal package: look here first when Jetty is upgraded.
 */
final class HopConnection extends HttpConnection {

	private final ReasonPhrases phrases;

	private volatile String target = "";

	private HopConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint,
			ReasonPhrases phrases) {
		super(configuration, connector, endPoint);
		this.phrases = phrases;
	}

	/** The request target, octet by octet. */
	static String target(Request request) {
		return ((HopConnection) request.getConnectionMetaData().getConnection()).target;
	}

	@Override
	protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
		this.target = uri;
		return new Stream(method, uri, version);
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
			return configure(new HopConnection(getHttpConfiguration(), connector, endPoint, this.phrases), connector,
					endPoint);
		}

	}

	private final class Stream extends HttpStreamOverHTTP1 {

		private final boolean tunnel;

		private final HttpVersion version;

		private Stream(String method, String uri, HttpVersion version) {
			super(method, uri, version);
			this.tunnel = "CONNECT".equals(method);
			this.version = version;
		}

		@Override
		public void send(MetaData.@Nullable Request request, MetaData.@Nullable Response response, boolean last,
				@Nullable ByteBuffer content, Callback callback) {
			if (response == null) {
				super.send(request, null, last, content, callback);
				return;
			}
			// RFC 9110 §15.2: no interim response to an HTTP/1.0 client
			if (HttpStatus.isInformational(response.getStatus()) && this.version == HttpVersion.HTTP_1_0) {
				callback.succeeded();
				return;
			}
			// RFC 9110 §9.3.6: after the head comes the tunnel, and so no Content-Length
			if ((this.tunnel && HttpStatus.isSuccess(response.getStatus())) || isBare(response.getStatus())) {
				getEndPoint().write(callback, head(response));
				return;
			}
			super.send(request,
					new MetaData.Response(response.getStatus(), phrase(response), response.getHttpVersion(),
							response.getHttpFields(), response.getContentLength(), response.getTrailersSupplier()),
					last, content, callback);
		}

		/** Jetty would leave out the fields of these interim responses. */
		private boolean isBare(int status) {
			return HttpStatus.isInformational(status) && status != HttpStatus.CONTINUE_100
					&& status != HttpStatus.EARLY_HINTS_103;
		}

		private ByteBuffer head(MetaData.Response response) {
			StringBuilder head = new StringBuilder("HTTP/1.1 ").append(response.getStatus())
				.append(' ')
				.append(phrase(response))
				.append("\r\n");
			for (HttpField field : response.getHttpFields()) {
				if (field.getHeader() != HttpHeader.CONTENT_LENGTH) {
					head.append(field.getName()).append(": ").append(field.getValue()).append("\r\n");
				}
			}
			return ByteBuffer.wrap(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
		}

		private String phrase(MetaData.Response response) {
			return HopConnection.this.phrases.phrase(response.getStatus());
		}

	}

}
