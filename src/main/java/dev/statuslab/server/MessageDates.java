package dev.statuslab.server;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

import dev.statuslab.http.HttpDates;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Sees to the dates of a message when it goes out. In HTTP/1.1 the connection does it,
 * for what is answered beside the handlers too; for HTTP/2 it is this handler.
 */
final class MessageDates extends Handler.Wrapper {

	MessageDates(Handler handler) {
		super(handler);
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		return super.handle(request, RequestGate.isHttp1(request) ? response : new Dated(request, response), callback);
	}

	/**
	 * Date is when the message goes out (RFC 9110 §6.6.1), and not Jetty's, which is when
	 * the request's head came; what was modified later than that was modified then (RFC
	 * 9110 §8.8.2.1). The date of another origin, which a gateway passes on, stays.
	 * @param fields the response fields
	 * @param now the date as Jetty writes it
	 */
	static void settle(HttpFields.Mutable fields, HttpField now) {
		HttpField date = fields.getField(HttpHeader.DATE);
		if (date == null || date instanceof PreEncodedHttpField) {
			fields.put(now);
			if (instant(fields.get(HttpHeader.LAST_MODIFIED)).isAfter(instant(now.getValue()))) {
				fields.put(HttpHeader.LAST_MODIFIED, now.getValue());
			}
		}
	}

	/** The moment; where there is none, one before all others. */
	private static Instant instant(@Nullable String date) {
		return Optional.ofNullable(date).flatMap(HttpDates::parse).orElse(Instant.MIN);
	}

	private static final class Dated extends Response.Wrapper {

		private Dated(Request request, Response response) {
			super(request, response);
		}

		@Override
		public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
			if (!isCommitted()) {
				settle(getHeaders(), getRequest().getConnectionMetaData().getConnector().getServer().getDateField());
			}
			super.write(last, content, callback);
		}

	}

}
