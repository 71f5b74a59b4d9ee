package dev.statuslab.server;

import java.nio.ByteBuffer;
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
		if (!isSettled(fields, now)) {
			boolean future = isModifiedAfter(fields, now);
			fields.put(now);
			if (future) {
				fields.put(HttpHeader.LAST_MODIFIED, now.getValue());
			}
		}
	}

	/**
	 * Whether there is nothing to do, as there is for most messages.
	 * @param fields the response fields
	 * @param now the date as Jetty writes it
	 * @return whether {@link #settle} would leave the fields as they are
	 */
	static boolean isSettled(HttpFields fields, HttpField now) {
		HttpField date = fields.getField(HttpHeader.DATE);
		boolean foreign = date != null && !(date instanceof PreEncodedHttpField);
		return foreign || (date == now && !isModifiedAfter(fields, now));
	}

	private static boolean isModifiedAfter(HttpFields fields, HttpField now) {
		return Optional.ofNullable(fields.get(HttpHeader.LAST_MODIFIED))
			.flatMap(HttpDates::parse)
			.filter((modified) -> HttpDates.parse(now.getValue()).filter(modified::isAfter).isPresent())
			.isPresent();
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
