package dev.statuslab.demo.hop;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

import dev.statuslab.http.CacheDirectives;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that makes pages smaller for those of its users who have chosen so. A 200 whose
 * content it has changed becomes 203 (RFC 9110 §15.3.4), unless the client or the origin
 * server wants nothing transformed (RFC 9110 §7.7).
 */
class DataSaver extends Forwarding {

	/** The request attribute that holds the account. */
	static final String ACCOUNT = Account.class.getName();

	private static final String NO_TRANSFORM = "no-transform";

	/** Octets of a page that is worth holding until it is complete. */
	private static final long LARGEST = 64 * 1024;

	/** What was said of the octets that the origin server sent (RFC 9530). */
	private static final List<String> OF_OCTETS = List.of("Content-Digest", "Repr-Digest", "Digest", "Content-MD5",
			"Accept-Ranges");

	DataSaver(Origin origin, String pseudonym, HopProblems problems) {
		super(origin, pseudonym, problems);
	}

	@Override
	protected org.eclipse.jetty.client.Response.CompleteListener newServerToProxyResponseListener(Request request,
			org.eclipse.jetty.client.Request forwarded, Response response, Callback callback) {
		boolean saves = request.getAttribute(ACCOUNT) instanceof Account account && account.saves()
				&& "GET".equals(request.getMethod()) && !forbids(request.getHeaders());
		var usual = super.newServerToProxyResponseListener(request, forwarded, response, callback);
		return saves ? new SmallerPassage(request, forwarded, response, callback) : usual;
	}

	private static boolean forbids(HttpFields fields) {
		return CacheDirectives.of(fields.getValuesList(HttpHeader.CACHE_CONTROL)).has(NO_TRANSFORM);
	}

	private static boolean isSmallPage(org.eclipse.jetty.client.Response received) {
		HttpFields fields = received.getHeaders();
		String type = String.valueOf(fields.get(HttpHeader.CONTENT_TYPE)).replace(" ", "").toLowerCase(Locale.ROOT);
		long length = fields.getLongField(HttpHeader.CONTENT_LENGTH);
		return received.getStatus() == HttpStatus.OK_200 && type.matches("text/html(;charset=\"?utf-8\"?)?")
				&& !fields.contains(HttpHeader.CONTENT_ENCODING) && length > 0 && length <= LARGEST;
	}

	/** The way of one response that may be transformed. */
	private final class SmallerPassage extends Passage {

		private final Response response;

		private @Nullable ByteArrayOutputStream page;

		private SmallerPassage(Request request, org.eclipse.jetty.client.Request forwarded, Response response,
				Callback callback) {
			super(request, forwarded, response, callback);
			this.response = response;
		}

		@Override
		public void onHeaders(org.eclipse.jetty.client.Response received) {
			super.onHeaders(received);
			if (isSmallPage(received) && !forbids(received.getHeaders())) {
				this.page = new ByteArrayOutputStream();
			}
		}

		@Override
		public void onContent(org.eclipse.jetty.client.Response received, Content.Chunk chunk, Runnable demander) {
			if (this.page == null) {
				super.onContent(received, chunk, demander);
				return;
			}
			this.page.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
			demander.run();
		}

		@Override
		public void onSuccess(org.eclipse.jetty.client.Response received) {
			if (this.page == null) {
				super.onSuccess(received);
				return;
			}
			byte[] original = this.page.toByteArray();
			byte[] smaller = SmallerPage.of(original);
			if (smaller.length < original.length) {
				tellTransformed(smaller.length);
			}
			this.response.write(true, ByteBuffer.wrap(smaller), this);
		}

		/**
		 * RFC 9110 §8.8.1: octets that the origin never sent have no strong validator.
		 */
		private void tellTransformed(int length) {
			this.response.setStatus(HttpStatus.NON_AUTHORITATIVE_INFORMATION_203);
			HttpFields.Mutable fields = this.response.getHeaders();
			fields.put(HttpHeader.CONTENT_LENGTH, length);
			OF_OCTETS.forEach(fields::remove);
			String tag = fields.get(HttpHeader.ETAG);
			if (tag != null && !tag.startsWith("W/")) {
				fields.put(HttpHeader.ETAG, "W/" + tag);
			}
		}

	}

}
